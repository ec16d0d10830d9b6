package main

import (
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
)

// subcommands by name; each takes the arguments behind its name.
var subcommands = map[string]func(args []string) error{
	"language":      trainLanguage,
	"vectors":       cutVectors,
	"eval-extract":  evalExtract,
	"eval-language": evalLanguage,
	"extract":       trainExtract,
	"furniture":     trainFurniture,
}

func main() {
	if len(os.Args) < 2 || subcommands[os.Args[1]] == nil {
		fmt.Fprintln(os.Stderr, "usage: trainer", strings.Join(slices.Sorted(maps.Keys(subcommands)), "|"), "[flags]")
		os.Exit(2)
	}
	if err := subcommands[os.Args[1]](os.Args[2:]); err != nil {
		fmt.Fprintln(os.Stderr, "trainer:", err)
		os.Exit(1)
	}
}
