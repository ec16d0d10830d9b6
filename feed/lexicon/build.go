package lexicon

import (
	"cmp"
	"maps"
	"slices"

	"crisisdesk/model"
)

// builder fills a Lexicon that nobody else sees yet.
type builder struct {
	*Lexicon
	numbering
	inflector
	cueForms map[string][]string // of the words of questions, many of which recur
}

// build indexes checked tables.
func build(t *tables) *Lexicon {
	reckon, _ := model.ParseDay(t.desk.Reckon)
	l := &Lexicon{
		desk:   t.desk,
		reckon: reckon,
		actors: map[string]Actor{}, places: map[string]Place{}, outlets: map[string]Outlet{},
		names: newTrie[Name](), cues: newTrie[cue](),
		events: newTrie[EventWord](), tolls: newTrie[TollWord](), people: newTrie[PeopleWord](),
		speech: newTrie[SpeechWord](), hedges: newTrie[Hedge](),
	}
	b := &builder{
		Lexicon: l, numbering: numbering{ids: vocabulary{}}, inflector: irregularOf(t.files), cueForms: map[string][]string{},
	}
	l.acting = b.numbers("acting", "interim", "caretaker")
	l.of = b.numbers("of", "in", "for", "the")
	t.actors.each(func(a Actor, _ *file) { b.addActor(a) })
	t.places.each(func(p Place, _ *file) { b.addPlace(p) })
	t.outlets.each(func(o Outlet, _ *file) { b.addOutlet(o) })
	for node := range l.names.leaves {
		slices.SortStableFunc(l.names.leaves[node], func(a, b leaf[Name]) int { return cmp.Compare(a.value.As, b.value.As) })
	}
	for _, f := range t.files {
		b.addWords(f)
	}
	t.questions.each(func(q Question, _ *file) { b.addQuestion(q) })
	l.vocabulary = b.ids
	l.names.seal()
	l.events.seal()
	l.tolls.seal()
	l.people.seal()
	l.speech.seal()
	l.hedges.seal()
	return l
}

func (b *builder) numbers(words ...string) map[uint32]bool {
	ids := map[uint32]bool{}
	for _, w := range words {
		ids[b.phrase(w)[0].id] = true
	}
	return ids
}

func (b *builder) name(n Name, phrases ...string) {
	for _, p := range phrases {
		b.names.add(b.phrase(p), n)
	}
}

func (b *builder) addActor(a Actor) {
	b.actors[a.ID] = a
	b.order.actors = append(b.order.actors, a.ID)
	b.name(Name{ActorName, a.ID, Proper}, a.Name)
	b.name(Name{ActorName, a.ID, Proper}, a.Aliases...)
	b.name(Name{ActorName, a.ID, Demonym}, a.Demonyms...)
	b.name(Name{ActorName, a.ID, Metonym}, a.Metonyms...)
	b.name(Name{ActorName, a.ID, Common}, a.Common...)
	b.name(Name{ActorName, a.ID, Short}, a.Short...)
}

func (b *builder) addPlace(p Place) {
	b.places[p.ID] = p
	b.order.places = append(b.order.places, p.ID)
	n := Name{PlaceName, p.ID, Proper}
	for _, name := range append([]string{p.Name}, p.Aliases...) {
		b.name(n, name)
		for _, noun := range PlaceKinds[p.Kind] {
			b.name(n, name+" "+noun)
		}
	}
}

func (b *builder) addOutlet(o Outlet) {
	o.Reliability = cmp.Or(o.Reliability, "F")
	b.outlets[o.ID] = o
	b.order.outlets = append(b.order.outlets, o.ID)
	b.name(Name{OutletName, o.ID, Proper}, o.Name)
	b.name(Name{OutletName, o.ID, Proper}, o.Aliases...)
}

func irregularOf(files []*file) inflector {
	in := inflector{map[string][]string{}, map[string][]string{}}
	for _, f := range files {
		maps.Copy(in.verbs, f.Irregular.Verbs)
		maps.Copy(in.nouns, f.Irregular.Nouns)
	}
	return in
}

func (b *builder) addWords(f *file) {
	for _, g := range f.Events {
		addGroup(b, b.events, g, func(w string) EventWord { return EventWord{g.Kind, g.POS, g.Strong, w} })
	}
	for _, g := range f.Tolls {
		addGroup(b, b.tolls, g, func(w string) TollWord { return TollWord{g.Outcome, g.POS, w} })
	}
	for _, g := range f.People {
		g.POS = Noun
		addGroup(b, b.people, g, func(w string) PeopleWord { return PeopleWord{g.Kind, w} })
	}
	for _, g := range f.Speech {
		addGroup(b, b.speech, g, func(w string) SpeechWord { return SpeechWord{g.Act, g.POS, g.That, w} })
	}
	for _, g := range f.Hedges {
		addGroup(b, b.hedges, g, func(w string) Hedge { return Hedge{g.Kind, g.Form, w} })
	}
}

// addGroup files the words of a group in all their forms.
func addGroup[T comparable](b *builder, to *trie[T], g wordGroup, value func(lemma string) T) {
	for _, w := range g.Words {
		for _, form := range b.forms(w, g.POS) {
			to.add(b.phrase(form), value(w))
		}
	}
}
