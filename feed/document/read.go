package document

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"time"

	"crisisdesk/feed/language"
	"crisisdesk/model"
)

// Desk is what is known of a crisis beside its pages; [lexicon.Lexicon] is one.
// A nil Desk knows nothing.
type Desk interface {
	// OutletNamed finds an outlet by a name that pages call it: the entry of the
	// lexicon, its full name, and who owns it.
	OutletNamed(name string) (id, full, owner string, ok bool)
	// YearOf is the year of a day that a page says without one, where the page
	// tells no year either; 0 where that is not known.
	YearOf(month time.Month, day int) int
}

type nobody struct{}

func (nobody) OutletNamed(string) (id, full, owner string, ok bool) { return "", "", "", false }
func (nobody) YearOf(time.Month, int) int                           { return 0 }

// Sum is the SHA-256 of a file's bytes, in hexadecimal, as in [model.Document].
func Sum(raw []byte) string {
	sum := sha256.Sum256(raw)
	return hex.EncodeToString(sum[:])
}

// Read reads the bytes of a text file at path into a document and the text that
// its offsets point into, which is the file itself. The error is a [Refusal].
func Read(path string, raw []byte, desk Desk) (*model.Document, string, error) {
	r, err := compose(path, Sum(raw), len(raw), source{text: string(raw)}, desk)
	return r.Document, r.Text, err
}

// compose finds the parts of a document and what it says of itself; what its
// format says goes before.
func compose(path, sum string, size int, s source, desk Desk) (Reading, error) {
	invalid, err := notText(s.text)
	if err != nil {
		return Reading{}, err
	}
	d := &model.Document{ID: identify(path, sum), Path: path, SHA256: sum, Size: size, Notes: s.notes}
	if invalid > 0 {
		d.Notes = append(d.Notes, count(invalid))
	}
	if desk == nil {
		desk = nobody{}
	}
	p := newPage(s.text, s.title != "")
	d.Language = tongue(p.text)
	p.nameOutlet(d, desk)
	if s.outlet != "" {
		d.Outlet, d.OutletID, d.OwnerID = s.outlet, "", ""
		if id, full, owner, ok := desk.OutletNamed(s.outlet); ok {
			d.Outlet, d.OutletID, d.OwnerID = full, id, owner
		}
	}
	d.Title = p.title()
	if d.Authors = s.authors; d.Authors == nil {
		d.Authors = p.authors()
	}
	if d.Published = s.published; !d.Published.Known() {
		var note string
		if d.Published, note = p.published(desk); note != "" {
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
