package model

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

// Testimony is evidence with whom it really comes from: the source that the
// text credits, else who speaks in the document, or in the one that it copies.
type Testimony struct {
	*Evidence
	Origin *Origin
}

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

// QuestionID names a question on the board.
type QuestionID string

// Question is something unresolved that an officer would track.
type Question struct {
	ID       QuestionID
	Text     string
	Topic    string
	Standing bool // one of the lexicon's questions
	State    State
	Machine  State        // what the machine makes of it, where State is a verdict of officers; else ""
	For      int          // independent origins that support
	Against  int          // independent origins that oppose
	Evidence []*Testimony // oldest publication first, undated before all
}
