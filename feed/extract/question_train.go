package extract

import "io"

// questionModels are the trained parts of the search for open questions.
type questionModels struct{}

func (m *questionModels) write(io.Writer) error { return nil }
func (m *questionModels) read(io.Reader) error  { return nil }

func (x *Extractor) trainQuestions(pages []trainingPage) {}
