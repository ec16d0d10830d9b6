package extract

import (
	"io"

	"crisisdesk/model"
)

type incidentModels struct{}

func (m *incidentModels) write(io.Writer) error { return nil }
func (m *incidentModels) read(io.Reader) error  { return nil }

func (x *Extractor) reports(p *page, statements []model.Statement) []model.Report { return nil }

func (x *Extractor) trainIncidents(pages []trainingPage) {}
