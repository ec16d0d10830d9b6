package export

import (
	"fmt"
	"strings"

	"crisisdesk/model"
	"crisisdesk/ui/clean"
)

// Document is what was understood of a document as a whole, for a reader.
func Document(d *model.Document) string {
	kept := 0
	for _, p := range d.Passages {
		kept += p.End - p.Start
	}
	published := "not given"
	if d.Published.Known() {
		published = fmt.Sprintf("%s (%s)", d.Published.EDTF(), d.Published.KnownFrom)
	}
	var out strings.Builder
	fmt.Fprintf(&out, "path       %s\ntitle      %s\noutlet     %s\nauthors    %s\npublished  %s\nkept       %d of %d bytes in %d passages\nsha256     %s\n",
		clean.Line(d.Path), clean.Line(d.Title), clean.Line(d.Outlet), clean.Line(strings.Join(d.Authors, ", ")), published,
		kept, d.Size, len(d.Passages), d.SHA256)
	for _, n := range d.Notes {
		fmt.Fprintf(&out, "note       %s\n", clean.Line(n))
	}
	return out.String()
}
