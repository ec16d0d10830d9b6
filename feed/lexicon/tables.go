package lexicon

import (
	"reflect"
	"strings"
)

// tables are the entries of all layers, laid over one another.
type tables struct {
	desk      Desk
	actors    table[Actor]
	places    table[Place]
	outlets   table[Outlet]
	questions table[Question]
	files     []*file          // for the words, of which later layers only add more
	states    map[string]State // by ISO code
	problems  []error
}

// table holds the entries of one kind in the order in which they first appear.
type table[T entry] struct {
	kind string
	ids  []string
	rows map[string]row[T]
}

type row[T entry] struct {
	value T
	file  *file // where it appears last
	layer int
}

type entry interface {
	key() string
	dropped() bool
}

func (a Actor) key() string      { return a.ID }
func (a Actor) dropped() bool    { return a.Drop }
func (p Place) key() string      { return p.ID }
func (p Place) dropped() bool    { return p.Drop }
func (o Outlet) key() string     { return o.ID }
func (o Outlet) dropped() bool   { return o.Drop }
func (q Question) key() string   { return q.ID }
func (q Question) dropped() bool { return q.Drop }

func newTables() *tables {
	return &tables{
		actors:    table[Actor]{kind: "actor", rows: map[string]row[Actor]{}},
		places:    table[Place]{kind: "place", rows: map[string]row[Place]{}},
		outlets:   table[Outlet]{kind: "outlet", rows: map[string]row[Outlet]{}},
		questions: table[Question]{kind: "question", rows: map[string]row[Question]{}},
		states:    map[string]State{},
	}
}

// lay puts the files of a layer over what is there.
func (t *tables) lay(files []*file, layer int) {
	for _, f := range files {
		amend(&t.desk, f.Desk)
		for _, s := range f.States {
			t.addState(s, f, layer)
		}
		addAll(t, &t.actors, f.Actors, f, layer)
		addAll(t, &t.places, f.Places, f, layer)
		addAll(t, &t.outlets, f.Outlets, f, layer)
		addAll(t, &t.questions, f.Questions, f, layer)
	}
	t.files = append(t.files, files...)
}

func addAll[T entry](t *tables, to *table[T], entries []T, f *file, layer int) {
	for _, e := range entries {
		if err := to.add(e, f, layer); err != nil {
			t.problems = append(t.problems, err)
		}
	}
}

// add enters e, or amends the entry of an earlier layer that has its id.
func (t *table[T]) add(e T, f *file, layer int) error {
	id := e.key()
	old, known := t.rows[id]
	switch {
	case !isID(id):
		return f.problem(t.kind, id, "an id is lower-case letters, digits and hyphens")
	case known && old.layer == layer:
		return f.problem(t.kind, id, "the id is taken in this layer, by %s", old.file.name)
	case e.dropped() && !known:
		return f.problem(t.kind, id, "nothing to drop: no earlier layer has it")
	case e.dropped():
		delete(t.rows, id)
		return nil
	case known:
		amend(&old.value, e)
		t.rows[id] = row[T]{old.value, f, layer}
		return nil
	}
	t.ids = append(t.ids, id)
	t.rows[id] = row[T]{e, f, layer}
	return nil
}

// each calls f for every entry in order.
func (t *table[T]) each(f func(T, *file)) {
	for _, id := range t.ids {
		if r, ok := t.rows[id]; ok {
			f(r.value, r.file)
		}
	}
}

// amend lays by over dst: what by says replaces, and its lists of names and
// offices are added to those there. Coordinates replace.
func amend[T any](dst *T, by T) {
	to, from := reflect.ValueOf(dst).Elem(), reflect.ValueOf(by)
	for i := range to.NumField() {
		field, said := to.Field(i), from.Field(i)
		switch {
		case said.IsZero():
		case said.Kind() == reflect.Slice && said.Type().Elem().Kind() != reflect.Float64:
			field.Set(reflect.AppendSlice(field.Slice3(0, field.Len(), field.Len()), said))
		default:
			field.Set(said)
		}
	}
}

// addState enters a state as an actor and a place, and its capital as a place.
func (t *tables) addState(s State, f *file, layer int) {
	if s.ID == "" {
		s.ID = Slug(s.Name)
	}
	t.states[s.ISO] = s
	var capital []string
	if s.Capital != "" {
		capital = append([]string{s.Capital}, s.Seats...)
	}
	addAll(t, &t.actors, []Actor{{
		ID: s.ID, Name: s.Name, Kind: "state", Country: s.ISO, Aliases: s.Aliases, Demonyms: s.Demonyms, Metonyms: capital,
	}}, f, layer)
	places := []Place{{ID: s.ID, Name: s.Name, Kind: "country", Country: s.ISO, At: s.At, Aliases: s.Aliases}}
	if s.Capital != "" {
		id := Slug(s.Capital)
		if id == s.ID {
			id += "-city"
		}
		places = append(places, Place{
			ID: id, Name: s.Capital, Kind: "city", Country: s.ISO, Within: s.ID, At: s.Seat, Aliases: s.Seats,
		})
	}
	addAll(t, &t.places, places, f, layer)
}

// Slug makes an id of a name.
func Slug(name string) string {
	var words []string
	var s scratch
	for _, token := range strings.Fields(name) {
		s.split(token, func(folded []byte, _ capitals, _ bool) {
			if folded != nil {
				words = append(words, string(folded))
			}
		})
	}
	return strings.Join(words, "-")
}

func isID(s string) bool {
	for i := range len(s) {
		if c := s[i]; (c < 'a' || c > 'z') && (c < '0' || c > '9') && (c != '-' || i == 0) {
			return false
		}
	}
	return s != ""
}
