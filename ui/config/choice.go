package config

import (
	"fmt"
	"slices"
	"strings"
)

// Choose sets a value to text, which must be one of a list; the error names all.
func Choose[T ~string](value *T, text string, of []T) error {
	if !slices.Contains(of, T(text)) {
		return fmt.Errorf("%q is none of %s", text, Names(of))
	}
	*value = T(text)
	return nil
}

// Names lists values for people.
func Names[T ~string](of []T) string {
	names := make([]string, len(of))
	for i, n := range of {
		names[i] = string(n)
	}
	return strings.Join(names, ", ")
}
