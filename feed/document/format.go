package document

import (
	"context"
	"fmt"
	"path"
	"strings"

	"crisisdesk/model"
)

// source is one document of a file as its format yields it: the text that
// offsets point into, and what the format itself says of it. Where there is a
// title, the text begins with it.
type source struct {
	item      string // names the document in its file; "" where the file is the document
	text      string
	title     string
	outlet    string
	authors   []string
	published model.Published
	notes     []string
}

// reader takes the documents out of a file of one format.
type reader func(ctx context.Context, raw []byte) ([]source, error)

// formats are the endings of names that are read, and by what.
var formats = map[string]reader{
	".txt": readPlain, ".text": readPlain, ".md": readPlain, ".markdown": readPlain,
	".html": readHTML, ".htm": readHTML, ".xhtml": readHTML,
	".eml": readMail,
	".rss": readSyndication, ".atom": readSyndication, ".xml": readSyndication, ".json": readSyndication,
	".pdf": readPDF,
}

// packed is the ending of a file of any format that was packed by gzip.
const packed = ".gz"

// formatOf is the reader of what a name's ending promises, and whether it is
// packed. The error is a [Refusal].
func formatOf(name string) (r reader, isPacked bool, err error) {
	ext := strings.ToLower(path.Ext(name))
	if ext == packed {
		isPacked = true
		ext = strings.ToLower(path.Ext(name[:len(name)-len(packed)]))
	}
	switch r = formats[ext]; {
	case ext == "":
		return nil, false, Refusal("not read: a name without an ending tells no format")
	case r == nil:
		return nil, false, Refusal("not read: " + ext + " is not a format this version reads")
	}
	return r, isPacked, nil
}

// Divides reports whether the file of a name may be a document that has others
// beneath it.
func Divides(name string) bool {
	name = strings.TrimSuffix(strings.ToLower(name), packed)
	return path.Ext(name) == ".eml"
}

// Reading is a document and the text that its offsets point into: that of a
// file in UTF-8 as it lies on disk, that which was taken out of any other.
type Reading struct {
	Document *model.Document
	Text     string
}

// ReadAll reads the file at path: one document, or those of a feed and the text
// attachments of a mail, which stand beneath the file's path as "feed.xml/ITEM".
// The hash of such an item is that of what was taken out of the file, so that it stays the
// same document while the file grows. The error is a [Refusal], or that of
// ctx, which ends what runs outside of the program.
func ReadAll(ctx context.Context, name string, raw []byte, desk Desk) ([]Reading, error) {
	read, isPacked, err := formatOf(name)
	if err != nil {
		return nil, err
	}
	sum, size := Sum(raw), len(raw)
	if isPacked {
		if raw, err = unpack(raw); err != nil {
			return nil, err
		}
	}
	sources, err := read(ctx, raw)
	if err != nil {
		return nil, err
	}
	var out []Reading
	for _, s := range sources {
		at, sum, size := name, sum, size
		if s.item != "" {
			at, sum, size = name+"/"+s.item, s.sum(), len(s.text)
		}
		r, err := compose(at, sum, size, s, desk)
		switch {
		case err != nil && len(sources) == 1:
			return nil, err
		case err == nil:
			out = append(out, r)
		}
	}
	if len(out) == 0 {
		return nil, Refusal("an empty file: there is no text in it")
	}
	return out, nil
}

// sum is the hash of an item: of all that was taken out of the file for it.
func (s source) sum() string {
	return Sum(fmt.Append(nil, s.title, "\x00", s.outlet, "\x00", s.authors, "\x00", s.published, "\x00", s.text))
}

// readPlain takes a file of text for the one document that it is.
func readPlain(_ context.Context, raw []byte) ([]source, error) {
	text, note := decode(raw, "")
	s := source{text: text}
	if note != "" {
		s.notes = []string{note}
	}
	return []source{s}, nil
}
