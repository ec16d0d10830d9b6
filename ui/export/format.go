package export

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"crisisdesk/model"
)

// Format is a form of an export, one of Formats.
type Format string

// Formats are the values of Format, the usual one first.
var Formats = []Format{"jsonl"}

// Set accepts one of Formats; with String and Type it makes a Format the value
// of a flag.
func (f *Format) Set(text string) error {
	if !slices.Contains(Formats, Format(text)) {
		return fmt.Errorf("%q is none of %s", text, FormatNames())
	}
	*f = Format(text)
	return nil
}

func (f *Format) String() string { return string(*f) }

// Type is what help calls the value.
func (*Format) Type() string { return "form" }

// FormatNames lists the formats for people.
func FormatNames() string {
	names := make([]string, len(Formats))
	for i, f := range Formats {
		names[i] = string(f)
	}
	return strings.Join(names, ", ")
}

// Write writes a Snapshot in a format.
func Write(w io.Writer, f Format, s *model.Snapshot) error {
	return JSONL(w, s)
}
