package document

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"crisisdesk/feed/extract/gold"
	"crisisdesk/model"
)

// shared is where the annotated documents lie, beside the checkout.
const shared = "../../../shared"

func examples(t testing.TB, docs, annotations string) []*gold.Document {
	t.Helper()
	docs = filepath.Join(shared, docs)
	if _, err := os.Stat(docs); err != nil {
		t.Skipf("no annotated documents in %s", docs)
	}
	all, err := gold.Load(docs, filepath.Join(shared, annotations))
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// tally counts what was right.
type tally struct {
	kept, both, gold           int // words
	mean                       float64
	docs, title, outlet, dates int
}

// add reads a document, compares, and logs what is wrong.
func (a *tally) add(t *testing.T, e *gold.Document, log func(string, ...any)) {
	d, _, err := Read(e.Name+".txt", []byte(e.Text), someDesk{})
	if err != nil {
		t.Errorf("%s: %v", e.Name, err)
		return
	}
	for _, l := range a.compare(e, d.Passages) {
		log("%s %s", e.Name, l)
	}
	check := func(what string, right bool, got, want string, n *int) {
		if right {
			*n++
		} else {
			log("%s %s: got %q, want %q", e.Name, what, got, want)
		}
	}
	check("title", d.Title == e.Meta.Title, d.Title, e.Meta.Title, &a.title)
	check("outlet", strings.EqualFold(d.Outlet, e.Meta.Outlet), d.Outlet, e.Meta.Outlet, &a.outlet)
	check("date", d.Published.From.String() == e.Meta.Published && d.Published.To == d.Published.From,
		d.Published.From.String()+" "+string(d.Published.KnownFrom), e.Meta.Published, &a.dates)
}

// compare counts the words kept and returns the lines on which passages and annotator differ.
func (a *tally) compare(e *gold.Document, passages []model.Passage) (wrong []string) {
	var kept, both, want int
	for _, l := range splitLines(e.Text) {
		n, in, junk := len(strings.Fields(l.text)), covered(passages, l), e.Meta.Aside(l.text)
		if in {
			kept += n
		}
		if !junk {
			want += n
		}
		switch {
		case in && !junk:
			both += n
		case in:
			wrong = append(wrong, "left in: "+l.text[:min(len(l.text), 90)])
		case !junk:
			wrong = append(wrong, "left out: "+l.text[:min(len(l.text), 90)])
		}
	}
	a.docs++
	a.kept, a.both, a.gold = a.kept+kept, a.both+both, a.gold+want
	a.mean += share(both, kept, want)
	return wrong
}

// f1 is the word F1 of the kept text of all documents as one.
func (a *tally) f1() float64 { return share(a.both, a.kept, a.gold) }

func covered(ps []model.Passage, l line) bool {
	return slices.ContainsFunc(ps, func(p model.Passage) bool { return p.Start <= l.start && l.end <= p.End })
}

// share is F1.
func share(both, got, want int) float64 {
	if got+want == 0 {
		return 1
	}
	return 2 * float64(both) / float64(got+want)
}

func (a *tally) report(t *testing.T, what string) float64 {
	n := float64(max(a.docs, 1))
	t.Logf("%-9s %3d documents: kept text F1 %.4f (mean of documents %.4f), title %.3f, outlet %.3f, date %.3f",
		what, a.docs, a.f1(), a.mean/n, float64(a.title)/n, float64(a.outlet)/n, float64(a.dates)/n)
	return a.f1()
}

// someDesk stands in for the lexicon.
type someDesk struct{}

// YearOf is that of a crisis whose days count from July 2025.
func (someDesk) YearOf(month time.Month, _ int) int {
	if month < time.July {
		return 2026
	}
	return 2025
}

func (someDesk) OutletNamed(name string) (id, full, owner string, ok bool) {
	switch strings.ToLower(name) {
	case "dawn":
		return "dawn", "Dawn", "", true
	case "rusi":
		return "rusi", "RUSI", "", true
	}
	return "", "", "", false
}

// TestGold measures reading against the annotated documents. What is wrong is
// logged for the documents that may be looked at, totals for all.
func TestGold(t *testing.T) {
	var tuned, held, real tally
	for _, e := range examples(t, "corpus/docs", "corpus/gold") {
		if e.HeldOut() {
			held.add(t, e, func(string, ...any) {})
		} else {
			tuned.add(t, e, t.Logf)
		}
	}
	for _, e := range examples(t, "seeds", "gold/seeds") {
		real.add(t, e, t.Logf)
	}
	tuned.report(t, "tuned on")
	for what, a := range map[string]*tally{"held out": &held, "real": &real} {
		if f := a.report(t, what); f < 0.93 {
			t.Errorf("%s: kept text F1 %.4f, below 0.93", what, f)
		}
	}
}
