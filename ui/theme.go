package ui

import (
	"time"

	"crisisdesk/ui/config"
)

// theme is how the screen is drawn: styles and the signs of the program.
type theme struct {
	styles
	plain   *theme // the same signs without styles, for rows shown as one
	matched style  // words that are looked for; no style of the row ends with it in the plain theme
	*times

	horizontal, vertical, teeLeft, teeRight, cross string
	ellipsis, arrow, minus, dot                    string
	openQuote, closeQuote                          string
	block                                          string // of a bar
	bars                                           []rune // the lowest first
}

// newTheme returns the theme of a terminal: ascii for signs of ASCII alone.
// The background is always the terminal's.
func newTheme(ascii bool, colours config.Theme) *theme {
	t := &theme{
		times:      &times{form: "dtg", zone: time.UTC, now: time.Now},
		horizontal: "─", vertical: "│", teeLeft: "┤", teeRight: "├", cross: "┼",
		ellipsis: "…", arrow: "→", minus: "−", dot: "·",
		openQuote: "“", closeQuote: "”", block: "▇", bars: []rune("▁▂▃▄▅▆▇█"),
	}
	if ascii {
		t.horizontal, t.vertical, t.teeLeft, t.teeRight, t.cross = "-", "|", "+", "+", "+"
		t.ellipsis, t.arrow, t.minus, t.dot = "~", ">", "-", "-"
		t.openQuote, t.closeQuote = `"`, `"`
		t.block, t.bars = "#", []rune(".:-=+*%#")
	}
	plain := *t
	t.plain, plain.plain = &plain, &plain
	plain.matched = style{"\x1b[4m", "\x1b[24m"} // underlined, and no longer: the style of the row goes on
	t.colour(colours)
	return t
}

// colour gives the theme other colours.
func (t *theme) colour(colours config.Theme) {
	t.styles = newStyles(colours)
	t.matched = t.found[wordsFact]
}
