package extract

import "crisisdesk/model"

// exchanges takes the dead that two give in one sentence for those of one fight:
// "A says that it killed forty, while B says that twenty of A's men died".
func (e *events) exchanges() {
	for i := range e.tellings {
		t := &e.tellings[i]
		says := e.saying(t)
		for j := i + 1; says >= 0 && j < len(e.tellings) && e.tellings[j].sentence == t.sentence; j++ {
			if other := e.saying(&e.tellings[j]); other >= 0 && other != says {
				t.fight()
				e.tellings[j].fight()
			}
		}
	}
}

// saying is the word of speech right above a verb that tells of dead or hurt
// people, -1 where it tells of none, or nobody says so.
func (e *events) saying(t *telling) int {
	if t.outcome == "" && t.lemma != "kill" || !t.verb || t.keep < keepAbove {
		return -1
	}
	for _, k := range pathIn(e.sentence(t.sentence), t.start, 5)[1:] {
		if e.class[t.sentence][k] == "speech" {
			return k
		}
	}
	return -1
}

// fight makes it as likely as all else that a telling is of an armed clash.
func (t *telling) fight() {
	for k := range t.odds {
		t.odds[k] /= 2
	}
	t.odds[kindIndex[model.Clash]] += 0.5
	t.kind, t.family = model.Clash, model.Clash.Family()
}
