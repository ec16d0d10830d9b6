package extract

import (
	"crisisdesk/feed/dense"
	"crisisdesk/feed/extract/gold"
	"crisisdesk/feed/linear"
	"crisisdesk/model"
)

// roleClasses are the classes of a naming.
var roleClasses = []string{"none", "initiator", "target"}

// trainRole fits the models that give the parties of an event their roles.
func trainRole(lessons []incidentLesson) (*linear.Model, *dense.Net) {
	told, shown := namingExamples(lessons, (*incidentLesson).eachRole, (*events).roleFeatures, roleInputs, (*events).roleSense)
	return linear.Train(roleClasses, told, roleOptions), dense.Train(roleClasses, shown, roleSenseOptions)
}

// emitNaming takes a naming beside a telling, and which class it is of.
type emitNaming func(t *telling, sentence int, n *naming, kind model.Kind, class int)

// namingExamples are the namings that each lists, as a linear model and a
// network that sees so many inputs are to learn them.
func namingExamples(
	lessons []incidentLesson,
	each func(*incidentLesson, emitNaming),
	features func(*events, *telling, int, *naming, model.Kind, *linear.Features),
	inputs int,
	sense func(*events, *telling, int, *naming, model.Kind, []float32),
) (told []linear.Example, shown []dense.Example) {
	var f linear.Features
	for i := range lessons {
		l := &lessons[i]
		each(l, func(t *telling, sentence int, n *naming, kind model.Kind, class int) {
			features(l.events, t, sentence, n, kind, &f)
			told = append(told, linear.Example{Features: f.Clone(), Class: class})
			x := make([]float32, inputs)
			sense(l.events, t, sentence, n, kind, x)
			shown = append(shown, dense.Example{Inputs: x, Class: class, Weight: 1})
		})
	}
	return told, shown
}

// eachRole lists the namings beside annotated events with the classes of their roles.
func (l *incidentLesson) eachRole(emit emitNaming) {
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
	first, second := gold.AnyName(names, in.Initiators), gold.AnyName(names, in.Targets)
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
