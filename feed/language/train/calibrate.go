package train

import (
	"crisisdesk/feed/language/internal/parsing"
	"crisisdesk/feed/language/internal/tagging"
)

// Calibrations are the treebanks that confidence is measured on, apart from those
// that are learnt from.
var Calibrations = []string{"ewt-dev", "gum-dev"}

// points is how many scores, from 0 to 1, confidence is given for.
const points = 21

// calibrate returns, for scores from 0 to 1, what share of the arcs with such a
// score is right, never less for a higher score.
func (c *course) calibrate(dir string) ([]float32, error) {
	var right, all [points]float64
	for _, name := range Calibrations {
		trees, err := Read(dir, name)
		if err != nil {
			return nil, err
		}
		for _, s := range samples(trees, c.words, &c.tags) {
			for d, arc := range c.parse(&s) {
				bin := int(arc.Conf*(points-1) + 0.5)
				all[bin]++
				w := s.tree.Words[d]
				if int(arc.Head) == w.Head && c.parser.Relations[arc.Rel] == w.Rel {
					right[bin]++
				}
			}
		}
	}
	return rising(right[:], all[:]), nil
}

// parse tags and parses a sample.
func (c *course) parse(s *sample) []parsing.Arc {
	var t tagging.Scratch
	var p parsing.Scratch
	c.tagger.Tag(s.words, s.tags, &t)
	v := parsing.Sentence{Words: s.words, Tags: s.tags}
	c.parser.Prepare(&v)
	arcs := make([]parsing.Arc, len(s.words))
	c.parser.Parse(&v, arcs, &p)
	return arcs
}

// rising returns right/all of each bin, with neighbours pooled where the share
// would fall (isotonic regression). An empty bin counts for very little.
func rising(right, all []float64) []float32 {
	type pool struct {
		right, all float64
		bins       int
	}
	var pools []pool
	for i := range all {
		score := float64(i) / float64(len(all)-1)
		p := pool{right[i] + 0.01*score, all[i] + 0.01, 1}
		for len(pools) > 0 {
			last := pools[len(pools)-1]
			if last.right/last.all <= p.right/p.all {
				break
			}
			p = pool{p.right + last.right, p.all + last.all, p.bins + last.bins}
			pools = pools[:len(pools)-1]
		}
		pools = append(pools, p)
	}
	var out []float32
	for _, p := range pools {
		for range p.bins {
			out = append(out, float32(p.right/p.all))
		}
	}
	return out
}
