package model

import "unique"

// Form is how a sentence leaves something open.
type Form string

// The forms of the annotation guide.
const (
	Explicit    Form = "explicit"
	Rumour      Form = "rumour"
	Unconfirmed Form = "unconfirmed"
	DisputedFor Form = "disputed"
	Argument    Form = "argument"
	Forecast    Form = "forecast"
)

// Stance is how a sentence leans towards a question.
type Stance string

// The stances.
const (
	Supports Stance = "supports"
	Opposes  Stance = "opposes"
	Raises   Stance = "raises"
)

// Evidence is a sentence of a document that bears on a question.
type Evidence struct {
	Span    Span
	Topic   string // slug: evidence of one topic gathers under one question
	Text    string // the question's text where a standing question covers it, else ""
	Form    Form
	Stance  Stance
	By      string // who says so, "" for the author
	Origin  Origin
	When    When // of publication
	Finding Finding
}

// Testimony is evidence with whom it really comes from, the source that the
// text credits, else who speaks in the document, or in the one that it copies;
// and with how far they can know, and what it is to them.
type Testimony struct {
	*Piece
	origin   unique.Handle[Origin]
	Access   Access
	Interest Interest
	Turn     Turn
}

// Origin is whom it really comes from.
func (e *Testimony) Origin() Origin { return e.origin.Value() }

// Access is how near to the matter somebody stands whose evidence it is.
type Access uint8

// The accesses, the nearest last.
const (
	Inference  Access = iota // reasoning and foresight
	SecondHand               // a report of what others know, or talk
	Insider                  // somebody of a party, unnamed or in others' words
	DirectWord               // a party in its own words, or a witness
)

var accessNames = [...]string{"inference", "second-hand", "insider", "direct"}

// String is the word for it.
func (a Access) String() string { return accessNames[a] }

// Interest is what stake somebody has in the answer.
type Interest uint8

// The interests.
const (
	Neutral Interest = iota
	Near             // once of a party, or named by it
	Party            // speaks for a side that the answer concerns
)

var interestNames = [...]string{"neutral", "near", "party"}

// String is the word for it.
func (i Interest) String() string { return interestNames[i] }

// Turn marks evidence of a type of its own.
type Turn uint8

// The turns.
const (
	NoTurn    Turn = iota
	NonDenial      // "neither accepted nor denied": it leans neither way
	Admission      // a party says what is against its interest
)

var turnNames = [...]string{"", "non-denial", "admission"}

// String is the word for it, "" for none.
func (t Turn) String() string { return turnNames[t] }

// State is how a question stands. The machine moves between the first five;
// the last three are an officer's alone.
type State string

// The life of a question.
const (
	Raised       State = "raised"
	Corroborated State = "corroborated"
	Contested    State = "contested"
	DeniedState  State = "denied"
	Dormant      State = "dormant"
	Confirmed    State = "confirmed"
	Debunked     State = "debunked"
	Unverifiable State = "unverifiable"
)

// StateChange is a step in the life of a question.
type StateChange struct {
	From, To State      // From is "" where it was raised
	On       Day        // 0 where what moved it bears no date
	By       *Testimony // what moved it, nil where time alone did: it went dormant
}

// QuestionID names a question on the board.
type QuestionID string

// Question is something unresolved that an officer would track.
type Question struct {
	ID       QuestionID
	Text     string
	Topic    string
	Standing bool // one of the lexicon's questions
	State    State
	Machine  State            // what the machine makes of it, where State is a verdict of officers; else ""
	For      int              // independent origins that support
	Against  int              // independent origins that oppose
	Evidence List[*Testimony] // oldest publication first, undated before all
	History  []StateChange    // how it came to stand so by the machine's rules, oldest first
	Sleeps   int              // days without a new origin after which it is dormant
	Parent   QuestionID       // the broader question of which it is part, "" for none

	place   uint // among the standing questions and those of officers; notPlaced behind them
	origins int  // that have spoken to it
}
