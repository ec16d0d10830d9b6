package lexicon

import (
	"fmt"
	"strings"

	"github.com/BurntSushi/toml"
)

// Show is the entries of an id, of every table that has it, as TOML that a layer
// could hold; without an id, how much there is of each table.
func (l *Lexicon) Show(id string) (string, error) {
	if id == "" {
		return fmt.Sprintf("desk       %s\nactors     %d\nplaces     %d\noutlets    %d\nquestions  %d\nwords      %d\n",
			l.desk.Name, len(l.actors), len(l.places), len(l.outlets), len(l.questions), len(l.vocabulary)), nil
	}
	var found file
	if a, ok := l.actors[id]; ok {
		found.Actors = []Actor{a}
	}
	if p, ok := l.places[id]; ok {
		found.Places = []Place{p}
	}
	if o, ok := l.outlets[id]; ok {
		found.Outlets = []Outlet{o}
	}
	for _, q := range l.questions {
		if q.ID == id {
			found.Questions = []Question{q}
		}
	}
	var out strings.Builder
	e := toml.NewEncoder(&out)
	e.Indent = ""
	for _, table := range []struct {
		name    string
		entries any
		n       int
	}{
		{"actor", found.Actors, len(found.Actors)}, {"place", found.Places, len(found.Places)},
		{"outlet", found.Outlets, len(found.Outlets)}, {"question", found.Questions, len(found.Questions)},
	} {
		if table.n == 0 {
			continue
		}
		if err := e.Encode(map[string]any{table.name: table.entries}); err != nil {
			return "", err
		}
	}
	if out.Len() == 0 {
		return "", fmt.Errorf("no entry has the id %q", id)
	}
	return out.String(), nil
}
