package extract

import (
	"bytes"
	"embed"
	"fmt"
	"io"
	"sync"
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

// part is one file of weights. A file that is missing leaves the part
// untrained: its extractor falls back on rules.
type part struct {
	name  string
	write func(io.Writer) error
	read  func(io.Reader) error
}

func (m *Models) parts() []part {
	return []part{
		{"statements.bin", m.statements.write, m.statements.read},
		{"incidents.bin", m.incidents.write, m.incidents.read},
		{"questions.bin", m.questions.write, m.questions.read},
		{"casualties.bin", m.casualties.write, m.casualties.read},
	}
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
