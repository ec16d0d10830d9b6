package extract

import (
	"io"

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

func (m *statementModels) all() []**linear.Model {
	return []**linear.Model{&m.inside, &m.layout, &m.speaker, &m.meant, &m.follow, &m.act}
}

func (m *statementModels) write(w io.Writer) error {
	for _, p := range m.all() {
		if err := (*p).Write(w); err != nil {
			return err
		}
	}
	for _, net := range []*dense.Net{m.cueSense, m.actSense} {
		if err := net.Write(w); err != nil {
			return err
		}
	}
	return nil
}

func (m *statementModels) read(r io.Reader) error {
	for _, p := range m.all() {
		x, err := linear.Read(r)
		if err != nil {
			return err
		}
		*p = x
	}
	for _, net := range []**dense.Net{&m.cueSense, &m.actSense} {
		var err error
		if *net, err = dense.Read(r); err != nil {
			return err
		}
	}
	return nil
}
