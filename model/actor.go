package model

// Role is the part an actor plays in an incident.
type Role string

// The roles of an incident's actors. A mediator is an initiator of a
// mediation; in other incidents mediators stand apart.
const (
	Initiator Role = "initiator"
	Target    Role = "target"
	Mediator  Role = "mediator"
)

// Actor is a side, organisation or person with its role in an incident.
type Actor struct {
	ID   string // entry of the lexicon, "" for a name met in text only
	Name string
	Side string // ID of the state or group it acts for, "" where unknown
	Role Role
}
