package lexicon

// Name is an entry that words of a text may mean.
type Name struct {
	Kind NameKind
	ID   string
	As   As
}

// NameKind says in which table the entry stands.
type NameKind uint8

const (
	ActorName NameKind = iota
	PlaceName
	OutletName
)

// As says what the words are to the entry.
type As uint8

const (
	Proper  As = iota // its name or another name
	Demonym           // the adjective or noun of its nationality
	Metonym           // something that stands for it: a capital, a building
	Common            // a noun that means it if the side is right: "foreign ministry"
	Short             // part of a name, which means it after the whole name
)

// Fold prepares the tokens of a sentence or passage for the matchers. Their
// results count in these tokens.
func (l *Lexicon) Fold(tokens []string) Text { return l.vocabulary.fold(tokens) }

// Match finds names of actors, places and outlets. Every entry of that name is
// given, proper names first: the reader chooses between a province, its capital
// and the state that the capital stands for.
//
// A common noun beside the side it belongs to ("Pakistan's foreign ministry",
// "the army of Pakistan") is one match with it, and proper; beside a side that
// the lexicon has no such entry for, it is left out.
func (l *Lexicon) Match(t Text) []Found[Name] {
	return l.withSides(t, l.names.match(t))
}

// Parts finds the names that Match does, each by itself: "Kabul" and "foreign
// ministry" in "Kabul's foreign ministry".
func (l *Lexicon) Parts(t Text) []Found[Name] { return l.names.match(t) }

// Events finds words for incidents.
func (l *Lexicon) Events(t Text) []Found[EventWord] { return l.events.match(t) }

// Tolls finds words for what became of people.
func (l *Lexicon) Tolls(t Text) []Found[TollWord] { return l.tolls.match(t) }

// People finds nouns for people without a name.
func (l *Lexicon) People(t Text) []Found[PeopleWord] { return l.people.match(t) }

// Speech finds words that attribute.
func (l *Lexicon) Speech(t Text) []Found[SpeechWord] { return l.speech.match(t) }

// Hedges finds words that say how sure a sentence is.
func (l *Lexicon) Hedges(t Text) []Found[Hedge] { return l.hedges.match(t) }
