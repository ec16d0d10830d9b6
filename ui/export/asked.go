package export

import (
	"bufio"
	"cmp"
	"io"

	"github.com/spf13/pflag"

	"crisisdesk/model"
)

// Filter is a query as the value of a flag; a typo in it is told with its place.
type Filter struct{ model.Query }

// Set reads the words of a query.
func (f *Filter) Set(text string) (err error) {
	f.Query, err = model.ParseQuery(text)
	return err
}

// Type is what help calls the value.
func (*Filter) Type() string { return "filter" }

// Asked is what a command line asks of an export.
type Asked struct {
	format  Format
	kind    Kind
	where   Filter
	marking Marking
}

// AddFlags makes the flags of an export.
func AddFlags(f *pflag.FlagSet) *Asked {
	a := &Asked{format: Formats[0], kind: Kinds[0]}
	f.Var(&a.format, "format", "the form of the export")
	f.Var(&a.kind, "kind", "what the lines of CSV are")
	addTo(f, &a.where, &a.marking)
	return a
}

// addTo makes the flags that all have.
func addTo(f *pflag.FlagSet, where *Filter, marking *Marking) {
	f.Var(where, "where", "only what a filter of the screen accepts, as in 'kind:airstrike since:2025-10'")
	f.Var(marking, "tlp", "the marking of each line")
}

// Write writes what was asked for of a Snapshot.
func (a *Asked) Write(w io.Writer, s *model.Snapshot) error {
	out := bufio.NewWriter(w)
	return cmp.Or(Write(out, a.format, Where(s, a.where.Query), a.kind, a.marking), out.Flush())
}
