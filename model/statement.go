package model

// Act is what somebody does by saying something.
type Act string

// The acts of the annotation guide.
const (
	Claim    Act = "claim"
	Deny     Act = "deny"
	Accuse   Act = "accuse"
	Demand   Act = "demand"
	Warn     Act = "warn"
	Threaten Act = "threaten"
	Condemn  Act = "condemn"
	Promise  Act = "promise"
	Offer    Act = "offer"
	Appeal   Act = "appeal"
	Announce Act = "announce"
	Praise   Act = "praise"
	Comment  Act = "comment"
)

// Mode says whether the words are quoted.
type Mode string

// The modes of a statement.
const (
	Direct   Mode = "direct"
	Indirect Mode = "indirect"
	Mixed    Mode = "mixed"
)

// StatementID names a statement: stable while the document's bytes do not change.
type StatementID string

// Speaker is who says something.
type Speaker struct {
	Name        string // fullest form in the document, or the description ("a senior diplomat")
	ActorID     string // entry of the lexicon, "" where it has none
	Side        string // ID of the state or group spoken for, "" where unknown
	Role        string // "associate fellow"
	Affiliation string // "Chatham House"
	Surface     Span   // the words that name the speaker here
}

// Statement is words or a position that a document attributes to somebody.
type Statement struct {
	ID        StatementID
	Document  DocumentID
	Speaker   Speaker
	Act       Act
	Mode      Mode
	Text      string // what was said, without the reporting clause
	Addressee string
	When      When
	Cue       Span   // the word or words that report it
	Evidence  []Span // what was said; two spans where the reporting clause splits it
	Origin    Origin
	Finding   Finding
}
