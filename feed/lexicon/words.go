package lexicon

// Parts of speech of words.
const (
	Verb      = "verb"
	Noun      = "noun"
	Adjective = "adjective"
	Adverbial = "adverbial" // a phrase that attributes or hedges: "according to", "reportedly"
)

// EventWord is evidence for an incident of a kind.
type EventWord struct {
	Kind   string // a kind of incident
	POS    string
	Strong bool   // enough by itself; a weak word needs an actor, a place or a toll beside it
	Lemma  string // the dictionary form
}

// TollWord tells what became of people: the outcome of a casualty row.
type TollWord struct {
	Outcome string // killed, wounded, captured, missing, displaced
	POS     string
	Lemma   string
}

// PeopleWord names people by what they are: victims, fighters, speakers without a name.
type PeopleWord struct {
	Kind  string // civilian, soldier, police, fighter, official, witness, expert, source, journalist, group
	Lemma string
}

// SpeechWord attributes words or a position to somebody.
type SpeechWord struct {
	Act   string // act it has where nothing else decides
	POS   string
	That  bool // takes a that-clause
	Lemma string
}

// Hedge says how far a sentence commits itself.
type Hedge struct {
	Kind  string // rumour, unconfirmed, forecast, dispute, denial, non_denial, question, question_word, argument
	Form  string // form of an open question that it makes
	Lemma string
}

// wordGroup is an entry of words that share their attributes, as TOML has them.
type wordGroup struct {
	Kind    string   `toml:"kind"`
	Outcome string   `toml:"outcome"`
	Act     string   `toml:"act"`
	Form    string   `toml:"form"`
	POS     string   `toml:"pos"`
	Strong  bool     `toml:"strong"`
	That    bool     `toml:"that"`
	Words   []string `toml:"words"`
}

// values that the attributes of words may take; those of the gold standard.
var (
	eventKinds = []string{
		"airstrike", "drone_strike", "shelling", "clash", "attack", "bombing", "killing", "abduction", "arrest", "closure",
		"restriction", "deportation", "talks", "visit", "ceasefire", "agreement", "mediation", "recognition", "release",
		"protest", "legal", "other",
	}
	outcomes    = []string{"killed", "wounded", "captured", "missing", "displaced"}
	peopleKinds = []string{"civilian", "soldier", "police", "fighter", "official", "witness", "expert", "source", "journalist", "group"}
	acts        = []string{
		"claim", "deny", "accuse", "demand", "warn", "threaten", "condemn", "promise", "offer", "appeal", "announce", "praise", "comment",
	}
	hedgeKinds = []string{"rumour", "unconfirmed", "forecast", "dispute", "denial", "non_denial", "question", "question_word", "argument"}
	forms      = []string{"explicit", "rumour", "unconfirmed", "disputed", "argument", "forecast"}
	parts      = []string{Verb, Noun, Adjective, Adverbial}
)
