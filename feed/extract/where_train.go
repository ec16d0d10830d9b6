package extract

import (
	"crisisdesk/feed/dense"
	"crisisdesk/feed/extract/gold"
	"crisisdesk/feed/linear"
	"crisisdesk/model"
)

// sceneClasses are the classes of the name of a place.
var sceneClasses = []string{"elsewhere", "scene"}

// trainPlace fits the models that say where an event happened.
func trainPlace(lessons []incidentLesson) (*linear.Model, *dense.Net) {
	told, shown := namingExamples(lessons, (*incidentLesson).eachScene, (*events).placeFeatures, placeInputs, (*events).placeSense)
	return linear.Train(sceneClasses, told, placeOptions), dense.Train(sceneClasses, shown, placeSenseOptions)
}

// eachScene lists the names of places beside annotated events with their classes.
func (l *incidentLesson) eachScene(emit emitNaming) {
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
	return gold.AnyName(names, in.Places)
}
