package main

import (
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"time"

	"crisisdesk/feed/document"
	"crisisdesk/feed/extract"
	"crisisdesk/feed/extract/gold"
	"crisisdesk/feed/lexicon"
)

// trainExtract trains the extractor on an annotated corpus, every fifth
// document left out, and writes its weights.
func trainExtract(args []string) error {
	flags := flag.NewFlagSet("extract", flag.ExitOnError)
	corpus := flags.String("corpus", "", "folder of the annotated corpus (docs, gold)")
	var folders more
	folders.addTo(flags)
	out := flags.String("out", "feed/extract/weights", "folder to write to")
	flags.Parse(args)
	samples, err := readCorpus(*corpus)
	if err != nil {
		return err
	}
	train, _ := split(samples)
	beside, err := folders.read()
	if err != nil {
		return err
	}
	set := with(train, beside)
	start := time.Now()
	weights, err := extract.Train(lexicon.Default(), set).Weights()
	if err != nil {
		return err
	}
	fmt.Printf("trained on %d documents, figures on %d more, in %.1f s\n", len(set.Samples), len(set.Figures), time.Since(start).Seconds())
	for _, name := range slices.Sorted(maps.Keys(weights)) {
		if err := os.WriteFile(filepath.Join(*out, name), weights[name], 0o644); err != nil {
			return err
		}
		fmt.Printf("%s  %.2f MB\n", name, float64(len(weights[name]))/1e6)
	}
	return nil
}

// readCorpus reads a corpus folder.
func readCorpus(dir string) ([]extract.Sample, error) {
	return readSamples(foldersOf(dir))
}

// foldersOf are the folders of a corpus with its documents and their annotations.
func foldersOf(dir string) (docs, annotations string) {
	return filepath.Join(dir, "docs"), filepath.Join(dir, "gold")
}

// readSamples reads annotated documents as the program reads any file.
func readSamples(docs, annotations string) ([]extract.Sample, error) {
	annotated, err := gold.Load(docs, annotations)
	if err != nil {
		return nil, err
	}
	var out []extract.Sample
	for _, g := range annotated {
		doc, _, err := document.Read(g.Name+".txt", []byte(g.Text), lexicon.Default())
		if err != nil {
			return nil, fmt.Errorf("%s: %w", g.Name, err)
		}
		out = append(out, extract.Sample{Gold: g, Document: doc})
	}
	return out, nil
}

// split parts samples into those that models may learn from and those held out.
func split(samples []extract.Sample) (train, held []extract.Sample) {
	held = slices.Clone(samples)
	held = slices.DeleteFunc(held, func(s extract.Sample) bool { return !s.Gold.HeldOut() })
	train = slices.Clone(samples)
	train = slices.DeleteFunc(train, func(s extract.Sample) bool { return s.Gold.HeldOut() })
	return train, held
}
