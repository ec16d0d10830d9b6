package document

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"crisisdesk/feed/language"
	"crisisdesk/model"
)

// Outlets knows outlets by the names that pages call them: the entry of the
// lexicon, its full name, and who owns it. A nil Outlets knows none.
type Outlets func(name string) (id, full, owner string, ok bool)

// Sum is the SHA-256 of a file's bytes, in hexadecimal, as in [model.Document].
func Sum(raw []byte) string {
	sum := sha256.Sum256(raw)
	return hex.EncodeToString(sum[:])
}

// Read reads the bytes of a text file at path into a document and the text that
// its offsets point into, which is the file itself. The error is a [Refusal].
func Read(path string, raw []byte, outlets Outlets) (*model.Document, string, error) {
	r, err := compose(path, Sum(raw), len(raw), source{text: string(raw)}, outlets)
	return r.Document, r.Text, err
}

// compose finds the parts of a document and what it says of itself; what its
// format says goes before.
func compose(path, sum string, size int, s source, outlets Outlets) (Reading, error) {
	invalid, err := notText(s.text)
	if err != nil {
		return Reading{}, err
	}
	d := &model.Document{ID: identify(path, sum), Path: path, SHA256: sum, Size: size, Notes: s.notes}
	if invalid > 0 {
		d.Notes = append(d.Notes, count(invalid))
	}
	if outlets == nil {
		outlets = func(string) (id, full, owner string, ok bool) { return }
	}
	p := newPage(s.text, s.title != "")
	d.Language = tongue(p.text)
	p.nameOutlet(d, outlets)
	if s.outlet != "" {
		d.Outlet, d.OutletID, d.OwnerID = s.outlet, "", ""
		if id, full, owner, ok := outlets(s.outlet); ok {
			d.Outlet, d.OutletID, d.OwnerID = full, id, owner
		}
	}
	d.Title = p.title()
	if d.Authors = s.authors; d.Authors == nil {
		d.Authors = p.authors()
	}
	if d.Published = s.published; !d.Published.Known() {
		var note string
		if d.Published, note = p.published(); note != "" {
			d.Notes = append(d.Notes, note)
		}
	}
	d.Passages = p.passages()
	d.Sketch = sketch(d, s.text)
	return Reading{Document: d, Text: s.text}, nil
}

// sketch is that of the kept text of a document.
func sketch(d *model.Document, text string) model.Sketch {
	kept := make([]string, len(d.Passages))
	for i, p := range d.Passages {
		kept[i], _ = language.Plain(text[p.Start:p.End])
	}
	return model.NewSketch(kept...)
}

// identify names one version of one file.
func identify(path, sum string) model.DocumentID {
	h := sha256.Sum256([]byte(path + "\x00" + sum))
	return model.DocumentID(hex.EncodeToString(h[:8]))
}

func count(invalid int) string {
	if invalid == 1 {
		return "1 byte is not UTF-8"
	}
	return fmt.Sprintf("%d bytes are not UTF-8", invalid)
}
