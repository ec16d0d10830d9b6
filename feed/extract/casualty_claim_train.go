package extract

import (
	"sync"

	"crisisdesk/feed/dense"
	"crisisdesk/feed/extract/gold"
	"crisisdesk/feed/linear"
)

// claimFolds is how many parts the pages are cut into: who gives a figure is
// learnt from statements as they are found on pages not seen before.
const claimFolds = 2

var claimOptions = linear.Options{Epochs: 20, Seed: 17, Rate: 0.03, L2: 1e-2, MinCount: 2}

// claimExamples are somebody and a figure each: as the linear model sees them
// and as the network does.
type claimExamples struct {
	plain []linear.Example
	sense []dense.Example
}

// trainClaims fits the models that say who gives a figure, on pages that the
// models of statements have learnt from, and on pages that they have not.
func (x *Extractor) trainClaims(pages, unseen []trainingPage) {
	var all claimExamples
	for _, part := range x.claimParts(pages) {
		all.plain = append(all.plain, part.plain...)
		all.sense = append(all.sense, part.sense...)
	}
	for _, p := range unseen {
		all.add(x.readEvents(p.page, x.hear(p.page)), p.gold)
	}
	all.train(x.models.casualties)
}

func (all *claimExamples) train(m *casualtyModels) {
	m.claimant = linear.Train(noYes, all.plain, claimOptions)
	m.claimSense = dense.Train(noYes, all.sense, claimSenseOptions)
}

// claimParts reads each part of the pages by models of statements that have
// learnt from the other.
func (x *Extractor) claimParts(pages []trainingPage) (parts [claimFolds]claimExamples) {
	var read sync.WaitGroup
	for part := range parts {
		read.Go(func() {
			y := &Extractor{lex: x.lex, lang: x.lang, models: untrained(), felled: x.felled}
			known, unknown := parted(pages, claimFolds, part)
			y.trainStatements(known)
			for _, p := range unknown {
				e := y.readEvents(p.page, y.hear(p.page))
				parts[part].add(e, p.gold)
			}
		})
	}
	read.Wait()
	return parts
}

// add adds, for each figure that an annotated row gives, who gave it
// and who did not.
func (all *claimExamples) add(e *events, d *gold.Document) {
	var f linear.Features
	for i := range e.sentences {
		for _, v := range e.victimsOf(i) {
			row := e.rowOf(d, i, &v)
			if row == nil {
				continue
			}
			c := e.heard.claim(i, &v)
			for _, k := range c.claimants() {
				class := 0
				if row.ClaimedBy != "" && e.claims(&c, k, row.ClaimedBy) {
					class = 1
				}
				c.features(k, &f)
				all.plain = append(all.plain, linear.Example{Features: f.Clone(), Class: class})
				all.sense = append(all.sense, dense.Example{Inputs: c.sense(k, nil), Class: class, Weight: 1})
			}
		}
	}
}

// claims reports whether a claimant is the annotated one, by the words here or
// by the fullest name.
func (e *events) claims(c *claim, k claimant, by string) bool {
	if k.mention >= 0 && c.mentions[k.mention].kind != pronoun {
		if m := &c.mentions[k.mention]; gold.NamesAgree(c.textOf(m.stretch), by) {
			return true
		}
	}
	return gold.NamesAgree(e.nameOf(c, k), by)
}

// rowOf is the annotated row of a figure: that of an event told in the
// sentence, else, of a number that is not small, any.
func (e *events) rowOf(d *gold.Document, i int, v *victims) *gold.Casualty {
	const small = 5
	s := e.sentence(i)
	var found *gold.Casualty
	for r := range d.Incidents {
		in := &d.Incidents[r]
		within := false
		for _, span := range in.Spans {
			within = within || span.Start < s.End && s.Start < span.End
		}
		for k := range in.Casualties {
			row := &in.Casualties[k]
			if !figureIs(row, v) || v.min < small && !within || v.min == 1 && !gold.NamesAgree(row.Who, v.who) {
				continue
			}
			if within {
				return row
			}
			if found == nil {
				found = row
			}
		}
	}
	return found
}
