package extract

import (
	"crisisdesk/feed/dense"
	"crisisdesk/feed/linear"
)

// casualtyModels decide whom a figure counts, which event it belongs to and
// who gives it. All are nil where untrained.
type casualtyModels struct {
	toll       *linear.Model // what became of the people that a figure counts
	tollSense  *dense.Net    // the same, by words that are used alike
	owner      *linear.Model // which event a figure belongs to
	claimant   *linear.Model // who gives a figure
	claimSense *dense.Net    // the same, by words that are used alike
}

func (m *casualtyModels) part() part {
	return part{"casualties.bin", []**linear.Model{&m.toll, &m.owner, &m.claimant}, []**dense.Net{&m.tollSense, &m.claimSense}}
}
