package extract

import (
	"bytes"
	"embed"
	"fmt"
	"io"
	"sync"

	"crisisdesk/feed/dense"
	"crisisdesk/feed/linear"
)

//go:embed weights
var weights embed.FS

// Models are the trained parts of an Extractor.
type Models struct {
	statements *statementModels
	incidents  *incidentModels
	questions  *questionModels
	casualties *casualtyModels
}

// part is one file of weights: models, and networks behind them. A file that is
// missing leaves them untrained: their extractor falls back on rules.
type part struct {
	name   string
	linear []**linear.Model
	nets   []**dense.Net
}

func (p part) write(w io.Writer) error {
	for _, m := range p.linear {
		if err := (*m).Write(w); err != nil {
			return err
		}
	}
	for _, n := range p.nets {
		if err := (*n).Write(w); err != nil {
			return err
		}
	}
	return nil
}

func (p part) read(r io.Reader) (err error) {
	for _, m := range p.linear {
		if *m, err = linear.Read(r); err != nil {
			return err
		}
	}
	for _, n := range p.nets {
		if *n, err = dense.Read(r); err != nil {
			return err
		}
	}
	return nil
}

func (m *Models) parts() []part {
	return []part{m.statements.part(), m.incidents.part(), m.questions.part(), m.casualties.part()}
}

func untrained() *Models {
	return &Models{statements: &statementModels{}, incidents: &incidentModels{}, questions: &questionModels{}, casualties: &casualtyModels{}}
}

var embedded = sync.OnceValue(func() *Models {
	m := untrained()
	for _, p := range m.parts() {
		raw, err := weights.ReadFile("weights/" + p.name)
		if err != nil {
			continue
		}
		if err := p.read(bytes.NewReader(raw)); err != nil {
			panic(fmt.Sprintf("embedded weights %s: %v", p.name, err))
		}
	}
	return m
})
