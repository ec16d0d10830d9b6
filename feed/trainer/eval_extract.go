package main

import (
	"context"
	"flag"
	"fmt"
	"slices"
	"strings"
	"time"

	"crisisdesk/feed/extract"
	"crisisdesk/feed/extract/gold"
	"crisisdesk/feed/lexicon"
)

// evalExtract measures the extractor: on the held-out fifth of a corpus, by
// models that did not see it; by cross-validation over the whole corpus; and
// on further annotated documents.
func evalExtract(args []string) error {
	flags := flag.NewFlagSet("eval-extract", flag.ExitOnError)
	corpus := flags.String("corpus", "", "folder of the annotated corpus (docs, gold)")
	more := flags.String("more", written, "folder of more annotated documents (docs, gold), all to train on; none where empty")
	docs := flags.String("docs", "", "folder of further documents")
	annotations := flags.String("gold", "", "folder of their annotations")
	cv := flags.Bool("cv", false, "cross-validate over the whole corpus as well")
	ablate := flags.Bool("ablate", false, "measure without models and without lexicon as well")
	flags.Parse(args)
	e := evaluation{}
	samples, err := readCorpus(*corpus)
	if err != nil {
		return err
	}
	e.all = samples
	e.train, e.held = split(samples)
	if e.more, err = readMore(*more); err != nil {
		return err
	}
	e.train = append(e.train, e.more...)
	if *docs != "" {
		if e.real, err = readSamples(*docs, *annotations); err != nil {
			return err
		}
	}
	if err := e.print("everything on", lexicon.Default(), extract.Train); err != nil {
		return err
	}
	if *cv {
		if err := e.crossValidate(lexicon.Default()); err != nil {
			return err
		}
	}
	if !*ablate {
		return nil
	}
	return e.ablate()
}

// evaluation is what extractors are trained and measured on.
type evaluation struct {
	all, train, held, real, more []extract.Sample
}

// trainer makes an extractor of samples.
type trainer func(*lexicon.Lexicon, []extract.Sample) *extract.Extractor

func byRules(lex *lexicon.Lexicon, _ []extract.Sample) *extract.Extractor {
	return extract.Untrained(lex)
}

// ablate measures with a part left out at a time.
func (e *evaluation) ablate() error {
	general, err := lexicon.Load(lexicon.General())
	if err != nil {
		return err
	}
	none, err := lexicon.Load()
	if err != nil {
		return err
	}
	for _, a := range []struct {
		name  string
		lex   *lexicon.Lexicon
		train trainer
	}{
		{"no models", lexicon.Default(), byRules},
		{"no lexicon of the crisis", general, extract.Train},
		{"no lexicon", none, extract.Train},
	} {
		if err := e.print(a.name, a.lex, a.train); err != nil {
			return err
		}
	}
	return nil
}

// print trains an extractor and prints how it does on what it has not seen.
func (e *evaluation) print(name string, lex *lexicon.Lexicon, train trainer) error {
	x := train(lex, e.train)
	if err := measure(name+", held out", x, e.held); err != nil || len(e.real) == 0 {
		return err
	}
	return measure(name+", real documents", x, e.real)
}

// folds of a cross-validation.
const folds = 5

// crossValidate measures every document by an extractor that has not seen it.
func (e *evaluation) crossValidate(lex *lexicon.Lexicon) error {
	var score gold.Score
	var pace pace
	for fold := range folds {
		train, test := slices.Clone(e.more), []extract.Sample(nil)
		for n, s := range e.all {
			if n%folds == fold {
				test = append(test, s)
			} else {
				train = append(train, s)
			}
		}
		if err := pace.score(&score, extract.Train(lex, train), test); err != nil {
			return err
		}
	}
	report("cross-validation", len(e.all), &score, pace)
	return nil
}

// measure prints how an extractor does on samples.
func measure(name string, x *extract.Extractor, samples []extract.Sample) error {
	var score gold.Score
	var pace pace
	if err := pace.score(&score, x, samples); err != nil {
		return err
	}
	report(name, len(samples), &score, pace)
	return nil
}

func report(name string, documents int, s *gold.Score, p pace) {
	fmt.Printf("%s (%d documents, %.0f words/s)\n", name, documents, float64(p.words)/p.took.Seconds())
	fmt.Printf("  incidents   %v\n  statements  %v\n  questions   %v\n", &s.Incidents, &s.Statements, &s.Questions)
}

// pace is how many words were read in what time.
type pace struct {
	words int
	took  time.Duration
}

// score extracts from samples and adds what was right and wrong.
func (p *pace) score(s *gold.Score, x *extract.Extractor, samples []extract.Sample) error {
	for _, sample := range samples {
		start := time.Now()
		facts, err := x.Extract(context.Background(), sample.Document, sample.Gold.Text)
		if err != nil {
			return err
		}
		p.took += time.Since(start)
		p.words += len(strings.Fields(sample.Gold.Text))
		s.Add(sample.Gold, &facts)
	}
	return nil
}
