package extract

import (
	"io"

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

func (m *casualtyModels) all() []**linear.Model {
	return []**linear.Model{&m.toll, &m.owner, &m.claimant}
}

func (m *casualtyModels) nets() []**dense.Net { return []**dense.Net{&m.tollSense, &m.claimSense} }

func (m *casualtyModels) write(w io.Writer) error {
	for _, part := range m.all() {
		if err := (*part).Write(w); err != nil {
			return err
		}
	}
	for _, net := range m.nets() {
		if err := (*net).Write(w); err != nil {
			return err
		}
	}
	return nil
}

func (m *casualtyModels) read(r io.Reader) (err error) {
	for _, part := range m.all() {
		if *part, err = linear.Read(r); err != nil {
			return err
		}
	}
	for _, net := range m.nets() {
		if *net, err = dense.Read(r); err != nil {
			return err
		}
	}
	return nil
}
