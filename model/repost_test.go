package model

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// prose makes a text of n words of its own, the same for the same seed.
func prose(seed uint64, n int) string {
	r := rand.New(rand.NewPCG(seed, 0))
	words := make([]string, n)
	for i := range words {
		words[i] = fmt.Sprintf("w%d", r.IntN(3000))
	}
	return strings.Join(words, " ")
}

func TestSketchesTellCopiesFromOtherStories(t *testing.T) {
	text := prose(1, 400)
	words := strings.Fields(text)
	for _, c := range []struct {
		name        string
		other       string
		least, most float64
	}{
		{"the same", text, 1, 1},
		{"in capitals, with other signs", strings.ToUpper(strings.ReplaceAll(text, " ", ", ")), 1, 1},
		{"a paragraph added", text + " " + prose(2, 40), 0.8, 0.99},
		{"a word in fifty changed", strings.Join(changedEach(words, 50), " "), 0.75, 0.99},
		{"half of it", strings.Join(words[:200], " "), 0.35, 0.65},
		{"another story", prose(3, 400), 0, 0.05},
		{"too short to tell", "Talks were held in Doha.", 0, 0},
	} {
		if got := NewSketch(text).Likeness(NewSketch(c.other)); got < c.least || got > c.most {
			t.Errorf("%s: likeness %.2f, want %.2f to %.2f", c.name, got, c.least, c.most)
		}
	}
}

func changedEach(words []string, n int) []string {
	out := append([]string(nil), words...)
	for i := 0; i < len(out); i += n {
		out[i] = "changed"
	}
	return out
}

// copyOf is a document with one report and one piece of evidence in its own voice.
func copyOf(path, outlet string, published Day, text string) Update {
	d := &Document{ID: DocumentID(path), Path: path, OutletID: outlet, Outlet: outlet, Sketch: NewSketch(text)}
	if published != 0 {
		d.Published.When = OnDay(published)
	}
	span := Span{Document: d.ID, Start: 0, End: 10, Text: path}
	return Update{Path: path, Facts: &Facts{
		Document: d,
		Reports: []Report{{
			ID: ReportID(path + "/1"), Document: d.ID, Kind: Airstrike, When: OnDay(NewDay(2025, 10, 9)),
			Places: []Place{{ID: "kabul", Name: "Kabul"}}, Evidence: []Span{span},
		}},
		Evidence: []Evidence{{Span: span, Topic: "strike", Text: "Who struck?", Form: "disputed", Stance: Supports}},
	}}
}

// A repost is no second source, wherever and whenever it is read.
func TestRepostsAreOneOrigin(t *testing.T) {
	text, other := prose(1, 300), prose(2, 300)
	oct := func(day int) Day { return NewDay(2025, 10, day) }
	s := NewBoard(nil).Apply([]Update{
		copyOf("b-repost.txt", "mirror", oct(25), text+" share this"),
		copyOf("a-first.txt", "dawn", oct(10), text),
		copyOf("c-other.txt", "courier", oct(11), other),
	}, Progress{})
	if n := s.Incidents.Len(); n != 1 {
		t.Fatalf("%d incidents, want 1", n)
	}
	var names []string
	for _, o := range s.Incidents.At(0).Origins {
		names = append(names, o.Name)
	}
	if got := strings.Join(names, ", "); got != "dawn, courier" {
		t.Errorf("origins %s, want dawn, courier", got)
	}
	if q := s.Questions.At(0); q.For != 2 {
		t.Errorf("%d origins support the question, want 2", q.For)
	}
}

// Whatever comes and goes in whatever order, the board is the one that a new
// board would be over what is left.
func TestRepostsDoNotDependOnTheOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b := NewBoard(nil)
		left := map[string]Update{}
		for range rapid.IntRange(1, 20).Draw(t, "steps") {
			path := fmt.Sprintf("%c.txt", 'a'+rapid.IntRange(0, 5).Draw(t, "file"))
			u := Update{Path: path, Removed: true}
			delete(left, path)
			if rapid.Bool().Draw(t, "comes") {
				text := prose(uint64(rapid.IntRange(1, 2).Draw(t, "text")), 200)
				u = copyOf(path, "outlet of "+path, Day(rapid.SampledFrom([]int{0, 20370, 20371}).Draw(t, "day")), text)
				left[path] = u
			}
			b.Apply([]Update{u}, Progress{})
		}
		var again []Update
		for _, u := range left {
			again = append(again, u)
		}
		if got, want := voices(b.Snapshot()), voices(NewBoard(nil).Apply(again, Progress{})); got != want {
			t.Fatalf("origins\n%s\nwant\n%s", got, want)
		}
	})
}

// voices are the origins of all incidents and questions.
func voices(s *Snapshot) string {
	var b strings.Builder
	for i := range s.Incidents.All() {
		fmt.Fprintln(&b, i.ID, i.Origins)
	}
	for q := range s.Questions.All() {
		fmt.Fprintln(&b, q.Topic, q.State, q.For, q.Against)
		for e := range q.Evidence.All() {
			fmt.Fprintln(&b, " ", e.Document(), e.Origin())
		}
	}
	return b.String()
}

func BenchmarkSketch(b *testing.B) {
	text := prose(1, 400)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		NewSketch(text)
	}
}

// BenchmarkCopiesNewestFirst is so many copies of one text, read in batches as
// a backlog is: each batch brings documents that appeared before all others.
func BenchmarkCopiesNewestFirst(b *testing.B) {
	for _, n := range []int{500, 2_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			text := prose(1, 400)
			var updates []Update
			for i := range n {
				updates = append(updates, copyOf(fmt.Sprintf("%05d", i), fmt.Sprint("outlet ", i), october(1).From+Day(n-i), text))
			}
			for b.Loop() {
				board := NewBoard(nil)
				for batch := range slices.Chunk(updates, 256) {
					board.Apply(batch, Progress{})
				}
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*n), "us/doc")
		})
	}
}
