package model

import (
	"slices"
)

// field is what a term of a query asks about.
type field string

const (
	byWord    field = "" // a word that is not to be there
	byActor   field = "actor"
	byPlace   field = "place"
	byKind    field = "kind"
	byAct     field = "act"
	byOrigin  field = "outlet"
	byClaimer field = "claimed"
	byState   field = "state"
	since     field = "since"
	until     field = "until"
	is        field = "is"
)

// QueryFields are the fields that a query may name, in the order in which a
// help lists them.
var QueryFields = []string{"actor", "place", "kind", "act", "outlet", "claimed", "state", "since", "until", "is"}

// The values of is:.
const (
	isUnread   = "unread"
	isStarred  = "starred"
	isDisputed = "disputed"
)

// term is one condition of a query.
type term struct {
	field  field
	not    bool
	values []string // one of which is to be found; in lower case
	within When     // of since and until
}

// in reports whether one of the fields contains one of the values.
func (t term) in(fields ...string) bool {
	for _, f := range fields {
		if slices.ContainsFunc(t.values, func(v string) bool { return containsFold(f, v) }) {
			return true
		}
	}
	return false
}

// is reports whether the term asks for a mark that is there.
func (t term) is(name string, there func() bool) bool {
	return slices.Contains(t.values, name) && there()
}

// marked reports whether marks have what an is: asks for.
func (m Marks) marked(t term, read Item, work ...Item) bool {
	return t.is(isUnread, func() bool { return m.Unread != nil && m.Unread(read) }) ||
		t.is(isStarred, func() bool { return m.Work != nil && m.Work.Starred(work...) })
}

func (q Query) ofIncident(i *Incident, t term) bool {
	switch t.field {
	case byWord:
		return incidentWords(i, &search{words: t.values})
	case byActor:
		return slices.ContainsFunc(i.Actors, func(a Actor) bool { return t.in(a.Name, a.ID, a.Side) })
	case byPlace:
		return slices.ContainsFunc(i.Places, func(p Place) bool { return t.in(p.Name, p.ID) || t.in(p.Within...) })
	case byKind:
		return t.in(string(i.Kind), i.Kind.Label(), string(i.Kind.Family()))
	case byOrigin:
		return slices.ContainsFunc(i.Origins, func(o Origin) bool { return t.in(o.Name, o.Key) })
	case byClaimer:
		return slices.ContainsFunc(i.Reports, func(r *Told) bool { return t.in(r.ClaimedBy()) }) ||
			slices.ContainsFunc(i.Casualties(), func(c Casualty) bool { return t.in(c.ClaimedBy) })
	case byState:
		return t.in(string(i.Status))
	case since, until:
		return i.When.Known() && i.When.Overlaps(t.within)
	case is:
		return q.marks.marked(t, IncidentItem(i.ID), i.Items()...) || t.is(isDisputed, i.Contradicted)
	}
	return false
}

// Contradicted reports whether accounts of the event cannot all be right.
func (i *Incident) Contradicted() bool { return i.Status == Disputed || i.clashes }

// Clashes reports whether claims of some dispute of the event cannot all be right.
func (i *Incident) Clashes() bool { return i.clashes }

// Clashes reports whether the claims of d cannot all be right.
func (d Dispute) Clashes() bool { return d.Relation == Contradict || d.Relation == StatusSplit }

func (q Query) ofStatement(x *Said, t term) bool {
	switch t.field {
	case byWord:
		return statementWords(x, &search{words: t.values})
	case byActor:
		who := x.Speaker()
		return t.in(who.Name, who.ActorID, who.Side, who.Affiliation, x.Addressee())
	case byAct:
		return t.in(string(x.Act()))
	case byOrigin:
		o := x.Origin()
		return t.in(o.Name, o.Key)
	case since, until:
		return x.when.Known() && x.when.Overlaps(t.within)
	case is:
		item := StatementItem(x.ID())
		return q.marks.marked(t, item, item)
	}
	return false
}

func (q Query) ofQuestion(x *Question, t term) bool {
	switch t.field {
	case byWord:
		return questionWords(x, &search{words: t.values})
	case byActor:
		return x.Evidence.Any(func(e *Testimony) bool { return t.in(e.By()) })
	case byOrigin:
		return x.Evidence.Any(func(e *Testimony) bool { return t.in(e.Origin().Name, e.Origin().Key) })
	case byState:
		return t.in(string(x.State))
	case since, until:
		return x.Evidence.Any(func(e *Testimony) bool { return e.When().Known() && e.When().Overlaps(t.within) })
	case is:
		item := QuestionItem(x.ID)
		return q.marks.marked(t, item, item) || t.is(isDisputed, func() bool { return x.State == Contested })
	}
	return false
}
