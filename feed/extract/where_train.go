package extract

import (
	"crisisdesk/feed/extract/gold"
	"crisisdesk/feed/linear"
	"crisisdesk/model"
)

// sceneClasses are the classes of the name of a place.
var sceneClasses = []string{"elsewhere", "scene"}

// trainPlace fits the model that says where an event happened.
func trainPlace(lessons []incidentLesson) *linear.Model {
	var examples []linear.Example
	var f linear.Features
	for _, l := range lessons {
		l.eachScene(func(t *telling, sentence int, n *naming, kind model.Kind, class int) {
			l.placeFeatures(t, sentence, n, kind, &f)
			examples = append(examples, linear.Example{Features: f.Clone(), Class: class})
		})
	}
	return linear.Train(sceneClasses, examples, placeOptions)
}

// eachScene lists the names of places beside annotated events with their classes.
func (l *incidentLesson) eachScene(emit func(t *telling, sentence int, n *naming, kind model.Kind, class int)) {
	for r := range l.gold.Incidents {
		in := &l.gold.Incidents[r]
		l.eachPlace(l.toldBy(r), func(t *telling, sentence int, n *naming) {
			class := 0
			if l.happenedIn(sentence, n, in) {
				class = 1
			}
			emit(t, sentence, n, model.Kind(in.Kind), class)
		})
	}
}

// happenedIn reports whether the annotation names a place of an event as a
// naming does.
func (l *incidentLesson) happenedIn(sentence int, n *naming, in *gold.Incident) bool {
	names := []string{l.nameText(sentence, n)}
	if p, ok := l.x.lex.Place(l.placeID(n)); ok {
		names = append(names, p.Name)
	}
	for _, g := range in.Places {
		for _, name := range names {
			if gold.NamesAgree(name, g) {
				return true
			}
		}
	}
	return false
}
