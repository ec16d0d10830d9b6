package model

// Outcome is what befell the people of a Casualty row.
type Outcome string

// The outcomes of the annotation guide.
const (
	Killed    Outcome = "killed"
	Wounded   Outcome = "wounded"
	Captured  Outcome = "captured"
	Missing   Outcome = "missing"
	Displaced Outcome = "displaced"
)

// NoLimit is the Max of a figure that is open upwards ("more than 200").
const NoLimit = -1

// Casualty is one figure: whose dead or wounded, how many, and who says so.
type Casualty struct {
	Who       string // the victims as the text calls them
	Side      string // ID of the side whose people they are, "" where the text does not say
	Outcome   Outcome
	Min       int
	Max       int    // NoLimit where open
	ClaimedBy string // "" where the text itself asserts it
	Evidence  Span
}

// Status is how a report puts an event.
type Status string

// The statuses of a report and of an incident.
const (
	Reported Status = "reported" // the text asserts it
	Claimed  Status = "claimed"  // somebody is said to claim it
	Denied   Status = "denied"   // the text tells only the denial
	Disputed Status = "disputed" // claimed by one and denied by another
)

// Report is what one document says of one event.
type Report struct {
	ID         ReportID
	Document   DocumentID
	Kind       Kind
	When       When
	Doubt      Doubt // whether it was then
	Places     []Place
	Actors     []Actor
	Casualties []Casualty
	Status     Status
	ClaimedBy  string // who claims it, where Status is Claimed or Disputed
	Origin     Origin
	Summary    string // the words that tell it most fully
	Evidence   []Span // first the clause that tells it most fully, then further mentions
	Finding    Finding
}

// ReportID names a report: stable while the document's bytes do not change.
type ReportID string

// IncidentID names an incident on the board.
type IncidentID string

// Incident is an event that is said to have happened, out of all reports of it.
type Incident struct {
	ID      IncidentID
	Kind    Kind
	When    When
	Places  []Place
	Actors  []Actor
	Status  Status
	Summary string
	Reports []*Told  // ordered by document path, then position
	Origins []Origin // independent origins, each once

	accounts   []voiced // of the reports, the core first
	agreements []agreement
	disputed   bool // it has disputes
	clashes    bool // some of them do
}

// Disputes are the figures or facts on which the reports disagree. They are
// worked out at each call.
func (i *Incident) Disputes() []Dispute {
	if !i.disputed {
		return nil
	}
	accounts := i.byPlace()
	all := disputes(accounts, i.Actors)
	silences(all, accounts, i.Actors)
	return all
}

// Casualties are the figures of every report.
func (i *Incident) Casualties() []Casualty {
	var out []Casualty
	for _, r := range i.Reports {
		out = append(out, r.Casualties()...)
	}
	return out
}

// Evidence is every span of every report.
func (i *Incident) Evidence() []Span {
	var out []Span
	for _, r := range i.Reports {
		out = append(out, r.Evidence()...)
	}
	return out
}
