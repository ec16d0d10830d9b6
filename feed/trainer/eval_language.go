package main

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"text/tabwriter"
	"time"

	"crisisdesk/feed/language"
	"crisisdesk/feed/language/train"
)

// evalLanguage measures the language layer on the test treebanks and prints a table.
func evalLanguage(args []string) error {
	flags := flag.NewFlagSet("eval-language", flag.ExitOnError)
	treebanks := flags.String("treebanks", "", "folder of the treebanks (CoNLL-U, gzip)")
	file := flags.String("weights", "feed/language/weights.bin", "file to measure")
	names := flags.String("on", "ewt-test,pud-test,gum-test", "treebanks to measure on")
	flags.Parse(args)
	weights, err := os.ReadFile(*file)
	if err != nil {
		return err
	}
	start := time.Now()
	a, err := language.Load(weights)
	if err != nil {
		return err
	}
	fmt.Printf("weights %.2f MB, loaded in %.1f ms\n", float64(len(weights))/1e6, time.Since(start).Seconds()*1e3)
	return printTable(a, *treebanks, strings.Split(*names, ","))
}

func printTable(a *language.Annotator, treebanks string, names []string) error {
	w := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(w, "\ttokens F1\tsentences F1\tUPOS\tXPOS\tlemmas\tUAS\tLAS\tLAS capitalised\tframes\tconfidence off\ttokens/s\t")
	for _, name := range names {
		trees, err := train.Read(treebanks, name)
		if err != nil {
			return err
		}
		printRow(w, name, train.Evaluate(a, trees))
		if name == "gum-test" {
			printRow(w, "news, interviews", train.Evaluate(a, train.Genres(trees, "news", "interview")))
		}
	}
	return w.Flush()
}

func printRow(w *tabwriter.Writer, name string, r train.Result) {
	fmt.Fprintf(w, "%s\t%.1f\t%.1f\t%.2f\t%.2f\t%.2f\t%.2f\t%.2f\t%.2f\t%.1f\t%.1f\t%.0f\t\n", name,
		r.Tokens, r.Sentences, r.UPOS, r.XPOS, r.Lemmas, r.UAS, r.LAS, r.Capitalised, r.Frames, r.Gap, r.TokensPerSecond)
}
