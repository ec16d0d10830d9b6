package main

import (
	"context"
	"flag"
	"fmt"
	"strings"
	"time"

	"crisisdesk/feed/extract"
	"crisisdesk/feed/extract/gold"
	"crisisdesk/feed/lexicon"
)

// evalExtract measures the extractor: on the held-out fifth of a corpus, by
// models that did not see it; by cross-validation over the rest; and on further
// annotated documents.
func evalExtract(args []string) error {
	flags := flag.NewFlagSet("eval-extract", flag.ExitOnError)
	corpus := flags.String("corpus", "", "folder of the annotated corpus (docs, gold)")
	var folders more
	folders.addTo(flags)
	docs := flags.String("docs", "", "folder of further documents")
	annotations := flags.String("gold", "", "folder of their annotations")
	cv := flags.Bool("cv", false, "cross-validate over what is not held out as well")
	ablate := flags.Bool("ablate", false, "measure without trees, without models and without lexicon as well")
	errors := flags.Int("errors", 0, "print so many of the worst errors of each kind in the cross-validation")
	flags.Parse(args)
	e := evaluation{}
	samples, err := readCorpus(*corpus)
	if err != nil {
		return err
	}
	e.train, e.held = split(samples)
	if e.beside, err = folders.read(); err != nil {
		return err
	}
	if *docs != "" {
		if e.real, err = readSamples(*docs, *annotations); err != nil {
			return err
		}
	}
	if err := e.print("everything on", lexicon.Default(), trained); err != nil {
		return err
	}
	if *cv || *errors > 0 {
		if err := e.crossValidate(lexicon.Default(), *errors); err != nil {
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
	train, held []extract.Sample    // parts of the corpus
	beside      extract.TrainingSet // to train on as well
	real        []extract.Sample    // to measure on as well
}

// trainer makes an extractor of what there is to learn from.
type trainer func(*lexicon.Lexicon, extract.TrainingSet) *extract.Extractor

func trained(lex *lexicon.Lexicon, set extract.TrainingSet) *extract.Extractor {
	return extract.Train(lex, set)
}

func withoutTrees(lex *lexicon.Lexicon, set extract.TrainingSet) *extract.Extractor {
	return extract.Train(lex, set, extract.WithoutTrees)
}

func byRules(lex *lexicon.Lexicon, _ extract.TrainingSet) *extract.Extractor {
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
		{"no trees", lexicon.Default(), withoutTrees},
		{"no models", lexicon.Default(), byRules},
		{"no lexicon of the crisis", general, trained},
		{"no lexicon", none, trained},
	} {
		if err := e.print(a.name, a.lex, a.train); err != nil {
			return err
		}
	}
	return nil
}

// print trains an extractor and prints how it does on what it has not seen.
func (e *evaluation) print(name string, lex *lexicon.Lexicon, train trainer) error {
	x := train(lex, with(e.train, e.beside))
	if err := measure(name+", held out", x, e.held); err != nil || len(e.real) == 0 {
		return err
	}
	return measure(name+", real documents", x, e.real)
}

// folds of a cross-validation.
const folds = 5

// crossValidate measures every document that is not held out by an extractor
// that has not seen it, and prints the worst errors of each kind.
func (e *evaluation) crossValidate(lex *lexicon.Lexicon, errors int) error {
	var score gold.Score
	var pace pace
	for fold := range folds {
		var train, test []extract.Sample
		for n, s := range e.train {
			if n%folds == fold {
				test = append(test, s)
			} else {
				train = append(train, s)
			}
		}
		if err := pace.score(&score, extract.Train(lex, with(train, e.beside)), test); err != nil {
			return err
		}
	}
	report("cross-validation", len(e.train), &score, pace)
	printErrors("incident", &score.Incidents, errors)
	printErrors("statement", &score.Statements, errors)
	printErrors("question", &score.Questions, errors)
	return nil
}

// printErrors prints the worst errors of each kind.
func printErrors(record string, t *gold.Tally, worst int) {
	for _, errors := range t.Worst(worst) {
		for _, e := range errors {
			fmt.Printf("%s\t%s\t%s\t%.2f\t%s\tgot %q, not %q\n", record, e.Kind, e.Document, e.Confidence,
				strings.Join(strings.Fields(e.Text), " "), e.Got, e.Want)
		}
	}
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
