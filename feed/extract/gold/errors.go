package gold

import (
	"cmp"
	"slices"
	"strings"

	"crisisdesk/model"
)

// Error is something that an extractor got wrong.
type Error struct {
	Kind       string // MadeUp, Missed, or which part of a matched record is wrong: "speaker", "date"
	Document   string
	Text       string  // the words of the record
	Got, Want  string  // of a part that is wrong
	Confidence float32 // of what was found, 0 where nothing was
}

// Kinds of error that are about a record as a whole.
const (
	MadeUp = "made up"
	Missed = "missed"
)

// Worst are the n worst errors of each kind, the commonest kind first. Of what
// was found the surest is worst, of what was missed the longest.
func (t *Tally) Worst(n int) [][]Error {
	kinds := map[string][]Error{}
	for _, e := range t.Errors {
		kinds[e.Kind] = append(kinds[e.Kind], e)
	}
	var out [][]Error
	for _, all := range kinds {
		out = append(out, all)
	}
	slices.SortFunc(out, func(a, b []Error) int {
		return cmp.Or(cmp.Compare(len(b), len(a)), strings.Compare(a[0].Kind, b[0].Kind))
	})
	for i, all := range out {
		slices.SortStableFunc(all, func(a, b Error) int {
			return cmp.Or(cmp.Compare(b.Confidence, a.Confidence), cmp.Compare(len(b.Text), len(a.Text)))
		})
		out[i] = all[:min(n, len(all))]
	}
	return out
}

// but is the record of e with a part that is wrong.
func (e Error) but(got, want string) Error {
	e.Got, e.Want = got, want
	return e
}

// textOf is the words of a found record.
func textOf(spans []model.Span) string {
	var parts []string
	for _, s := range spans {
		parts = append(parts, s.Text)
	}
	return strings.Join(parts, " … ")
}
