package endtoend

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// storySize is how long a story is, in bytes.
const storySize = 3000

var (
	storyPlaces = strings.Fields("Kabul Khost Torkham Chaman Kunar Paktika Nangarhar Kandahar Bannu Quetta Peshawar Doha Istanbul Riyadh")
	storyPeople = []string{"Zabihullah Mujahid", "Khawaja Asif", "Amir Khan Muttaqi", "Ishaq Dar", "a police officer", "the army", "an elder of the district"}
	storyTells  = []string{
		"Fighters attacked a post near %s on %s, killing %d soldiers, %s said.",
		"\"We shall answer any raid on %s,\" an official said on %s, after the %dth night of firing, according to %s.",
		"It is not known who fired on %s on %s, or whether the %d people reported missing are alive; %s gave no answer.",
		"Traders in %s waited on %s for the crossing to open, with %d lorries in the line, %s said.",
		"Talks about %s are to go on after %s, said %[4]s, who named %[3]d conditions.",
		"Air strikes hit a house near %s on %s and killed %d people, %s said.",
	}
)

// story is the n-th of any number of different reports of one length; the same
// n is the same story.
func story(n int) string {
	r := rand.New(rand.NewPCG(uint64(n), 1))
	one := func(of []string) string { return of[r.IntN(len(of))] }
	date := func() string { return fmt.Sprintf("%s %d", one([]string{"October", "November"}), 1+r.IntN(28)) }
	var out strings.Builder
	fmt.Fprintf(&out, "Report %d from %s\n\nPublished November %d, 2025\n\n", n, one(storyPlaces), 1+r.IntN(28))
	for sentence := 0; out.Len() < storySize; sentence++ {
		fmt.Fprintf(&out, one(storyTells), one(storyPlaces), date(), 2+r.IntN(90), one(storyPeople))
		if sentence%4 == 3 {
			out.WriteString("\n\n")
		} else {
			out.WriteByte(' ')
		}
	}
	return out.String()[:storySize]
}

// tell writes so many stories into a folder and returns their names.
func tell(t testing.TB, dir, prefix string, stories int) []string {
	t.Helper()
	names := make([]string, stories)
	for n := range names {
		names[n] = fmt.Sprintf("%s%05d.txt", prefix, n)
		if err := os.WriteFile(filepath.Join(dir, names[n]), []byte(story(n)), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return names
}
