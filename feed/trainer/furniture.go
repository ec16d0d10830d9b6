package main

import (
	"bytes"
	"flag"
	"fmt"
	"os"

	"crisisdesk/feed/document"
	"crisisdesk/feed/extract/gold"
)

// trainFurniture trains the model that tells article text from page furniture
// on an annotated corpus, every fifth document left out, and writes its weights.
func trainFurniture(args []string) error {
	flags := flag.NewFlagSet("furniture", flag.ExitOnError)
	corpus := flags.String("corpus", "", "folder of the annotated corpus (docs, gold)")
	out := flags.String("out", "feed/document/furniture.bin", "file to write")
	flags.Parse(args)
	docs, annotations := foldersOf(*corpus)
	annotated, err := gold.Load(docs, annotations)
	if err != nil {
		return err
	}
	var pages []document.Annotated
	for _, g := range annotated {
		if !g.HeldOut() {
			pages = append(pages, document.Annotated{Text: g.Text, Aside: g.Meta.Aside})
		}
	}
	var weights bytes.Buffer
	if err := document.TrainFurniture(pages).Write(&weights); err != nil {
		return err
	}
	fmt.Printf("trained on %d documents: %s  %.2f MB\n", len(pages), *out, float64(weights.Len())/1e6)
	return os.WriteFile(*out, weights.Bytes(), 0o644)
}
