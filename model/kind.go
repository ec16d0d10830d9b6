package model

// Kind is the kind of an incident, as the annotation guide defines it.
type Kind string

// The kinds of incident.
const (
	Airstrike   Kind = "airstrike"
	DroneStrike Kind = "drone_strike"
	Shelling    Kind = "shelling"
	Clash       Kind = "clash"
	Attack      Kind = "attack"
	Bombing     Kind = "bombing"
	Killing     Kind = "killing"
	Abduction   Kind = "abduction"
	Arrest      Kind = "arrest"
	Closure     Kind = "closure"
	Restriction Kind = "restriction"
	Deportation Kind = "deportation"
	Talks       Kind = "talks"
	Visit       Kind = "visit"
	Ceasefire   Kind = "ceasefire"
	Agreement   Kind = "agreement"
	Mediation   Kind = "mediation"
	Recognition Kind = "recognition"
	Release     Kind = "release"
	Protest     Kind = "protest"
	Legal       Kind = "legal"
	Other       Kind = "other"
)

// Family groups kinds that two reports may use of one event.
type Family string

// The families of kinds.
const (
	Violent     Family = "violent"
	Coercive    Family = "coercive"
	Diplomatic  Family = "diplomatic"
	OtherFamily Family = "other"
)

type kindCodes struct {
	family        Family
	label         string
	acled, plover string
}

// ACLED sub-event types (codebook of 2024) and PLOVER roots, as tabled in the
// project's standards; "" where the scheme has none.
var kinds = map[Kind]kindCodes{
	Airstrike:   {Violent, "air strike", "Air/drone strike", "ASSAULT"},
	DroneStrike: {Violent, "drone strike", "Air/drone strike", "ASSAULT"},
	Shelling:    {Violent, "shelling", "Shelling/artillery/missile attack", "ASSAULT"},
	Clash:       {Violent, "armed clash", "Armed clash", "ASSAULT"},
	Attack:      {Violent, "attack", "Attack", "ASSAULT"},
	Bombing:     {Violent, "bombing", "Remote explosive/landmine/IED", "ASSAULT"},
	Killing:     {Violent, "killing", "Attack", "ASSAULT"},
	Abduction:   {Violent, "abduction", "Abduction/forced disappearance", "COERCE"},
	Arrest:      {Coercive, "arrest", "Arrests", "COERCE"},
	Closure:     {Coercive, "closure", "Other", "COERCE"},
	Restriction: {Coercive, "restriction", "Other", "SANCTION"},
	Deportation: {Coercive, "deportation", "Other", "COERCE"},
	Protest:     {Coercive, "protest", "Peaceful protest", "PROTEST"},
	Legal:       {Coercive, "legal act", "", "COERCE"},
	Talks:       {Diplomatic, "talks", "", "CONSULT"},
	Visit:       {Diplomatic, "visit", "", "CONSULT"},
	Ceasefire:   {Diplomatic, "ceasefire", "Agreement", "AGREE"},
	Agreement:   {Diplomatic, "agreement", "Agreement", "AGREE"},
	Mediation:   {Diplomatic, "mediation", "", "CONSULT"},
	Recognition: {Diplomatic, "recognition", "", "SUPPORT"},
	Release:     {Diplomatic, "release", "", "CONCEDE"},
	Other:       {OtherFamily, "other", "Other", ""},
}

// Known reports whether k is one of the kinds.
func (k Kind) Known() bool { _, ok := kinds[k]; return ok }

// Family is the family that k belongs to; reports of one event share it.
func (k Kind) Family() Family { return kinds[k].family }

// Label is the name of k on the screen.
func (k Kind) Label() string { return kinds[k].label }

// ACLED is the sub-event type of ACLED's codebook, "" where it has none.
func (k Kind) ACLED() string { return kinds[k].acled }

// PLOVER is the root of the PLOVER ontology, "" where it has none.
func (k Kind) PLOVER() string { return kinds[k].plover }
