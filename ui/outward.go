package ui

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// screenMost is how many bytes GNU screen passes on at once.
const screenMost = 512

// outward is a sequence that is for the terminal itself, as it gets there
// through what TERM names. GNU screen keeps what it does not know, unless that
// is wrapped; tmux, which may have the same name, drops what is wrapped.
func outward(environ []string, sequence string) string {
	for _, v := range environ {
		if strings.HasPrefix(v, "TERM=screen") {
			return sequence + ansi.ScreenPassthrough(sequence, screenMost)
		}
	}
	return sequence
}
