package export

import (
	"io"

	"crisisdesk/model"
	"crisisdesk/ui/config"
)

// Format is a form of an export, one of Formats.
type Format string

// Formats are the values of Format, the usual one first.
var Formats = []Format{"jsonl", "csv", "stix"}

// Set accepts one of Formats; with String and Type it makes a Format the value
// of a flag.
func (f *Format) Set(text string) error { return config.Choose(f, text, Formats) }

func (f *Format) String() string { return string(*f) }

// Type is what help calls the value.
func (*Format) Type() string { return config.Names(Formats) }

// Kind is a kind of record, one of Kinds; a CSV file holds one kind.
type Kind string

// Kinds are the values of Kind.
var Kinds = []Kind{"incidents", "figures", "statements", "questions", "documents"}

// Set accepts one of Kinds.
func (k *Kind) Set(text string) error { return config.Choose(k, text, Kinds) }

func (k *Kind) String() string { return string(*k) }

// Type is what help calls the value.
func (*Kind) Type() string { return config.Names(Kinds) }

// Write writes a Snapshot in a format; kind is of use to CSV alone.
func Write(w io.Writer, f Format, s *model.Snapshot, kind Kind, marking Marking) error {
	switch f {
	case "csv":
		return CSV(w, s, kind, marking)
	case "stix":
		return STIX(w, s, marking)
	}
	return JSONL(w, s, marking)
}

// BriefFormat is a form of a brief, one of BriefFormats.
type BriefFormat string

// BriefFormats are the values of BriefFormat, the usual one first.
var BriefFormats = []BriefFormat{"markdown", "text", "html"}

// Set accepts one of BriefFormats.
func (f *BriefFormat) Set(text string) error { return config.Choose(f, text, BriefFormats) }

func (f *BriefFormat) String() string { return string(*f) }

// Type is what help calls the value.
func (*BriefFormat) Type() string { return config.Names(BriefFormats) }

// Write writes the brief in a format.
func (b *Brief) Write(w io.Writer, f BriefFormat) error {
	switch f {
	case "text":
		return b.Plain(w)
	case "html":
		return b.HTML(w)
	}
	return b.Markdown(w)
}
