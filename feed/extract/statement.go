package extract

import (
	"io"

	"crisisdesk/model"
)

type statementModels struct{}

func (m *statementModels) write(io.Writer) error { return nil }
func (m *statementModels) read(io.Reader) error  { return nil }

func (x *Extractor) statements(p *page) []model.Statement { return nil }

func (x *Extractor) trainStatements(pages []trainingPage) {}
