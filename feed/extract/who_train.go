package extract

import (
	"crisisdesk/feed/extract/gold"
	"crisisdesk/feed/linear"
	"crisisdesk/model"
)

// roleClasses are the classes of a naming.
var roleClasses = []string{"none", "initiator", "target"}

// trainRole fits the model that gives the parties of an event their roles.
func trainRole(lessons []incidentLesson) *linear.Model {
	var examples []linear.Example
	var f linear.Features
	for _, l := range lessons {
		l.eachRole(func(t *telling, sentence int, n *naming, kind model.Kind, role int) {
			l.roleFeatures(t, sentence, n, kind, &f)
			examples = append(examples, linear.Example{Features: f.Clone(), Class: role})
		})
	}
	return linear.Train(roleClasses, examples, roleOptions)
}

// eachRole lists the namings beside annotated events with the classes of their roles.
func (l *incidentLesson) eachRole(emit func(t *telling, sentence int, n *naming, kind model.Kind, role int)) {
	for r := range l.gold.Incidents {
		in := &l.gold.Incidents[r]
		l.eachCandidate(l.toldBy(r), func(t *telling, sentence int, n *naming) {
			if l.partyKey(sentence, n) == "" {
				return
			}
			if role := l.roleOf(sentence, n, in); role >= 0 {
				emit(t, sentence, n, model.Kind(in.Kind), role)
			}
		})
	}
}

// toldBy is the tellings of a record.
func (l *incidentLesson) toldBy(record int) []int {
	var out []int
	for i, r := range l.record {
		if r == record {
			out = append(out, i)
		}
	}
	return out
}

// roleOf is the role that the annotation gives to a naming, -1 where it
// could be either.
func (l *incidentLesson) roleOf(sentence int, n *naming, in *gold.Incident) int {
	names := []string{l.nameText(sentence, n), l.actor(sentence, n).Name}
	agrees := func(with []string) bool {
		for _, g := range with {
			for _, name := range names {
				if gold.NamesAgree(name, g) {
					return true
				}
			}
		}
		return false
	}
	first, second := agrees(in.Initiators), agrees(in.Targets)
	switch {
	case first && second:
		return -1
	case first:
		return 1
	case second:
		return 2
	}
	return 0
}
