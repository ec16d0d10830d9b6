package lexicon

import (
	"cmp"
	"maps"
	"slices"
)

// build indexes checked tables.
func build(t *tables) *Lexicon {
	l := &Lexicon{
		actors: map[string]Actor{}, places: map[string]Place{}, outlets: map[string]Outlet{},
		tenures: map[string][]tenure{}, domains: map[string]string{},
		vocabulary: vocabulary{}, names: newTrie[Name](), cues: newTrie[cue](),
		events: newTrie[EventWord](), tolls: newTrie[TollWord](), people: newTrie[PeopleWord](),
		speech: newTrie[SpeechWord](), hedges: newTrie[Hedge](),
	}
	l.acting = l.numbers("acting", "interim", "caretaker")
	l.of = l.numbers("of", "in", "for", "the")
	t.actors.each(func(a Actor, _ *file) { l.addActor(a) })
	t.places.each(func(p Place, _ *file) { l.addPlace(p) })
	t.outlets.each(func(o Outlet, _ *file) { l.addOutlet(o) })
	for _, holders := range l.tenures {
		slices.SortStableFunc(holders, func(a, b tenure) int { return b.from.Compare(a.from) })
	}
	for node := range l.names.leaves {
		slices.SortStableFunc(l.names.leaves[node], func(a, b leaf[Name]) int { return cmp.Compare(a.value.As, b.value.As) })
	}
	in := irregularOf(t.files)
	for _, f := range t.files {
		l.addWords(f, in)
	}
	t.questions.each(func(q Question, _ *file) { l.addQuestion(q, in) })
	return l
}

func (l *Lexicon) numbers(words ...string) map[uint32]bool {
	ids := map[uint32]bool{}
	for _, w := range words {
		ids[l.vocabulary.add(w)[0].id] = true
	}
	return ids
}

func (l *Lexicon) name(n Name, phrases ...string) {
	for _, p := range phrases {
		l.names.add(l.vocabulary.add(p), n)
	}
}

func (l *Lexicon) addActor(a Actor) {
	l.actors[a.ID] = a
	l.order.actors = append(l.order.actors, a.ID)
	l.name(Name{ActorName, a.ID, Proper}, a.Name)
	l.name(Name{ActorName, a.ID, Proper}, a.Aliases...)
	l.name(Name{ActorName, a.ID, Demonym}, a.Demonyms...)
	l.name(Name{ActorName, a.ID, Metonym}, a.Metonyms...)
	l.name(Name{ActorName, a.ID, Common}, a.Common...)
	l.name(Name{ActorName, a.ID, Short}, a.Short...)
	for _, o := range a.Offices {
		from, _ := dayOf(o.From, false) // check has read both
		to, _ := dayOf(o.To, true)
		l.tenures[o.Office] = append(l.tenures[o.Office], tenure{a.ID, from, to})
	}
}

func (l *Lexicon) addPlace(p Place) {
	l.places[p.ID] = p
	l.order.places = append(l.order.places, p.ID)
	n := Name{PlaceName, p.ID, Proper}
	for _, name := range append([]string{p.Name}, p.Aliases...) {
		l.name(n, name)
		for _, noun := range PlaceKinds[p.Kind] {
			l.name(n, name+" "+noun)
		}
	}
}

func (l *Lexicon) addOutlet(o Outlet) {
	o.Reliability = cmp.Or(o.Reliability, "F")
	l.outlets[o.ID] = o
	l.order.outlets = append(l.order.outlets, o.ID)
	l.name(Name{OutletName, o.ID, Proper}, o.Name)
	l.name(Name{OutletName, o.ID, Proper}, o.Aliases...)
	for _, d := range o.Domains {
		l.domains[d] = o.ID
	}
}

func irregularOf(files []*file) inflector {
	in := inflector{map[string][]string{}, map[string][]string{}}
	for _, f := range files {
		maps.Copy(in.verbs, f.Irregular.Verbs)
		maps.Copy(in.nouns, f.Irregular.Nouns)
	}
	return in
}

func (l *Lexicon) addWords(f *file, in inflector) {
	for _, g := range f.Events {
		addGroup(l, l.events, in, g, func(w string) EventWord { return EventWord{g.Kind, g.POS, g.Strong, w} })
	}
	for _, g := range f.Tolls {
		addGroup(l, l.tolls, in, g, func(w string) TollWord { return TollWord{g.Outcome, g.POS, w} })
	}
	for _, g := range f.People {
		g.POS = Noun
		addGroup(l, l.people, in, g, func(w string) PeopleWord { return PeopleWord{g.Kind, w} })
	}
	for _, g := range f.Speech {
		addGroup(l, l.speech, in, g, func(w string) SpeechWord { return SpeechWord{g.Act, g.POS, g.That, w} })
	}
	for _, g := range f.Hedges {
		addGroup(l, l.hedges, in, g, func(w string) Hedge { return Hedge{g.Kind, g.Form, w} })
	}
}

// addGroup files the words of a group in all their forms.
func addGroup[T comparable](l *Lexicon, to *trie[T], in inflector, g wordGroup, value func(lemma string) T) {
	for _, w := range g.Words {
		for _, form := range in.forms(w, g.POS) {
			to.add(l.vocabulary.add(form), value(w))
		}
	}
}
