package endtoend

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// storySize is how long a story is, in bytes.
const storySize = 3000

// What stories are made of: some sentences tell of an event, say who said what
// or leave something open; most do not.
var (
	storyPlaces = strings.Fields("Kabul Khost Torkham Chaman Kunar Paktika Nangarhar Kandahar Bannu Quetta Peshawar Doha Istanbul Riyadh " +
		"Helmand Herat Ghazni Paktia Zabul Kunduz Balkh Farah Nimroz Wardak Logar Laghman Nuristan Takhar Parwan Islamabad Karachi Lahore")
	storyPeople = []string{"Zabihullah Mujahid", "Khawaja Asif", "Amir Khan Muttaqi", "Ishaq Dar", "a police officer", "the army", "an elder of the district"}
	storyTells  = []string{
		"Fighters attacked a post near %s on %s, killing %d soldiers, %s said.",
		"\"We shall answer any raid on %s,\" an official said on %s, after the %dth night of firing, according to %s.",
		"It is not known who fired on %s on %s, or whether the %d people reported missing are alive; %s gave no answer.",
		"Talks about %s are to go on after %s, said %[4]s, who named %[3]d conditions.",
		"Air strikes hit a house near %s on %s and killed %d people, %s said.",
	}
	storyFills = []string{
		"The road through the valley is narrow, and %d lorries stood on it in the rain.",
		"In the bazaar a kilo of flour cost %d rupees, twice what it had cost in spring.",
		"The school has %d pupils and one stove, which the caretaker lights before dawn.",
		"Most families keep a bag packed by the door, with papers for %d people and a lamp.",
		"Nobody in the office could say how long it would take, though the form has %d lines.",
		"The river was low for the season and the mill had stood still for %d weeks.",
	}
)

// story is the n-th of any number of different reports of one length; the same
// n is the same story.
func story(n int) string {
	r := rand.New(rand.NewPCG(uint64(n), 1))
	one := func(of []string) string { return of[r.IntN(len(of))] }
	published := time.Date(2025, time.January, 1+r.IntN(365), 0, 0, 0, 0, time.UTC)
	var out strings.Builder
	fmt.Fprintf(&out, "Report %d from %s\n\nPublished %s\n\n", n, one(storyPlaces), published.Format("January 2, 2006"))
	for sentence := 0; out.Len() < storySize; sentence++ {
		if sentence%5 == 0 {
			told := published.AddDate(0, 0, -r.IntN(10)).Format("January 2")
			fmt.Fprintf(&out, one(storyTells), one(storyPlaces), told, 2+r.IntN(90), one(storyPeople))
		} else {
			fmt.Fprintf(&out, one(storyFills), 2+r.IntN(90))
		}
		if sentence%4 == 3 {
			out.WriteString("\n\n")
		} else {
			out.WriteByte(' ')
		}
	}
	return out.String()[:storySize]
}

// tell writes so many stories into a folder and returns their names.
func tell(t testing.TB, dir string, stories int) []string {
	t.Helper()
	names := make([]string, stories)
	for n := range names {
		names[n] = fmt.Sprintf("%05d.txt", n)
		if err := os.WriteFile(filepath.Join(dir, names[n]), []byte(story(n)), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return names
}
