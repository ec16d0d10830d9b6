package document

import (
	"crisisdesk/feed/linear"
)

// The classes of the furniture model.
const (
	classArticle = "article"
	classAside   = "aside"
)

// Annotated is a page whose lines somebody has judged: Aside reports whether a
// line, without the white space around it, is no article text.
type Annotated struct {
	Text  string
	Aside func(line string) bool
}

// TrainFurniture fits the model of furniture.bin to annotated pages. The same
// pages in the same order give the same model.
func TrainFurniture(pages []Annotated) *linear.Model {
	var examples []linear.Example
	for _, a := range pages {
		p := layOut(a.Text, false)
		for i, b := range p.blocks {
			if !p.undecided(i) {
				continue
			}
			e := linear.Example{Weight: min(4, max(0.5, float32(b.shape.words)/8))}
			if a.Aside(splitLines(b.text)[0].text) {
				e.Class = 1
			}
			p.describe(i, &e.Features)
			examples = append(examples, e)
		}
	}
	return linear.Train([]string{classArticle, classAside}, examples, linear.Options{Epochs: 20, Rate: 0.1, L2: 1e-3, MinCount: 2})
}
