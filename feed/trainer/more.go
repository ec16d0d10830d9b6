package main

import (
	"flag"
	"slices"

	"crisisdesk/feed/extract"
)

// Annotated documents that were written to train on only. From those of figures,
// each of which tells of events again and again, the models of figures learn;
// the others did worse with them on pages held out.
const (
	written = "feed/extract/testdata/written"
	figures = "feed/extract/testdata/figures"
)

// more is the folders (docs, gold) of what there is to train on beside the
// corpus; where a name is empty there is nothing.
type more struct{ samples, figures string }

// addTo makes the folders flags.
func (m *more) addTo(flags *flag.FlagSet) {
	flags.StringVar(&m.samples, "more", written, "folder of more annotated documents (docs, gold), all to train on; none where empty")
	flags.StringVar(&m.figures, "figures", figures, "folder of documents (docs, gold) that only the models of figures learn from as well; none where empty")
}

func (m *more) read() (set extract.TrainingSet, err error) {
	if m.samples != "" {
		if set.Samples, err = readCorpus(m.samples); err != nil {
			return set, err
		}
	}
	if m.figures != "" {
		set.Figures, err = readCorpus(m.figures)
	}
	return set, err
}

// with is samples of the corpus and what there is to train on beside it.
func with(samples []extract.Sample, beside extract.TrainingSet) extract.TrainingSet {
	return extract.TrainingSet{Samples: slices.Concat(samples, beside.Samples), Figures: beside.Figures}
}
