package extract

import (
	"crisisdesk/feed/dense"
	"crisisdesk/feed/linear"
)

// statementModels decide, in this order: which cues report and how, who speaks,
// whom an anaphor means, whether a sentence without a cue goes on, and which
// act it is. A nil one leaves its decision to a rule.
type statementModels struct {
	inside   *linear.Model // classes insideNames
	layout   *linear.Model // classes layoutNames
	speaker  *linear.Model // "no", "yes": is this mention the speaker
	meant    *linear.Model // "no", "yes": does the anaphor mean this entity
	follow   *linear.Model // classes followNames
	act      *linear.Model // acts
	cueSense *dense.Net    // as layout, by words that are used alike
	actSense *dense.Net    // as act, likewise
}

func (m *statementModels) part() part {
	return part{"statements.bin", []**linear.Model{&m.inside, &m.layout, &m.speaker, &m.meant, &m.follow, &m.act}, []**dense.Net{&m.cueSense, &m.actSense}}
}
