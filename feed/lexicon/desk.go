package lexicon

import (
	"io/fs"
	"strings"

	"github.com/BurntSushi/toml"
)

// Desk is what the files say of the desk itself. It reads nothing else of them,
// which a screen need not wait for, and leaves it to [Source.Open] to say what is
// wrong with them. The error is that of a crisis that is nowhere.
func (s Source) Desk() (desk Desk, err error) {
	layers, err := layersOf(s.Crisis, s.Own)
	if err != nil {
		return Desk{}, err
	}
	for _, layer := range layers {
		names, _ := fs.Glob(layer, "*.toml") // the pattern is a good one
		for _, name := range names {
			text, err := fs.ReadFile(layer, name)
			if err != nil || !speaksOfDesk(string(text)) {
				continue
			}
			var f struct {
				Desk Desk `toml:"desk"`
			}
			if _, err := toml.Decode(string(text), &f); err == nil {
				amend(&desk, f.Desk)
			}
		}
	}
	return desk, nil
}

// speaksOfDesk reports whether a line of a file begins like one that sets
// something of the desk.
func speaksOfDesk(text string) bool {
	for line := range strings.Lines(text) {
		if strings.HasPrefix(strings.TrimLeft(line, " \t[\"'"), "desk") {
			return true
		}
	}
	return false
}
