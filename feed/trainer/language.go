package main

import (
	"flag"
	"os"

	"crisisdesk/feed/language/train"
)

// trainLanguage trains the language layer and writes its weights.
func trainLanguage(args []string) error {
	flags := flag.NewFlagSet("language", flag.ExitOnError)
	treebanks := flags.String("treebanks", "", "folder of the treebanks (CoNLL-U, gzip)")
	out := flags.String("out", "feed/language/weights.bin", "file to write")
	flags.Parse(args)
	weights, err := train.Weights(*treebanks, os.Stderr)
	if err != nil {
		return err
	}
	return os.WriteFile(*out, weights, 0o644)
}
