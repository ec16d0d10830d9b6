package model

// Relation says how the claims on one key stand to each other.
type Relation string

// The relations of DESIGN that a first comparison of figures can tell.
const (
	Agree       Relation = "agree"
	Overlap     Relation = "overlap"
	Contradict  Relation = "contradict"
	OneSided    Relation = "one-sided"
	StatusSplit Relation = "status-split"
)

// Dispute sets the claims on one key side by side: the same event, measure
// and people. Figures of different keys never contradict each other.
type Dispute struct {
	Measure  Outcome
	Whose    string // the side or status whose people they are: "taliban", "pakistan", "civilians", …
	Relation Relation
	Claims   []FigureClaim
}

// FigureClaim is one figure under one key.
type FigureClaim struct {
	By       string // who gives it, or the outlet where the text asserts it
	Who      string // the people as the text calls them
	Min, Max int    // Max is NoLimit where open
	Span     Span
}
