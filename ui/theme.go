package ui

import (
	"strings"

	"charm.land/lipgloss/v2"
)

// style is what stands before and after styled text; the zero style is plain.
type style struct{ open, close string }

// styleOf takes the sequences out of a lipgloss style once, so that rows can
// be put together by appending.
func styleOf(s lipgloss.Style) style {
	open, end, _ := strings.Cut(s.Render("x"), "x")
	return style{open, end}
}

// styles is what text may look like. Whatever a style says, a word or a sign
// beside it says too.
type styles struct {
	cursor  style            // the row or words one is on
	faint   style            // column heads, rules, page furniture: what matters least
	title   style            // of the pane that has the keys, of a detail
	strong  style            // the words that matter most
	fresh   style            // NEW
	dispute style            // figures or accounts that disagree
	alert   style            // problems
	quote   style            // words of a document elsewhere
	found   [factKinds]style // words of a fact in its document, by its kind
}

// theme is how the screen is drawn: styles and the signs of the program.
type theme struct {
	styles
	plain   *theme // the same signs without styles, for rows shown as one
	matched style  // words that are looked for; no style of the row ends with it in the plain theme

	horizontal, vertical, teeLeft, teeRight, cross string
	ellipsis, arrow, minus, dot                    string
	openQuote, closeQuote                          string
	block                                          string // of a bar
	bars                                           []rune // the lowest first
}

// newTheme returns the theme of a terminal: ascii for signs of ASCII alone,
// mono for no colours. Colours are the sixteen that every terminal has its own
// shades of, and the background is always the terminal's.
func newTheme(ascii, mono bool) *theme {
	t := &theme{
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
	t.styles = newStyles(mono)
	t.matched = t.found[wordsFact]
	plain.matched = style{"\x1b[4m", "\x1b[24m"} // underlined, and no longer: the style of the row goes on
	return t
}

func newStyles(mono bool) styles {
	s := lipgloss.NewStyle
	in := func(base lipgloss.Style, c lipgloss.ANSIColor) style {
		if mono {
			return styleOf(base)
		}
		return styleOf(base.Foreground(c))
	}
	const red, green, yellow, magenta, cyan = 1, 2, 3, 5, 6
	return styles{
		cursor:  styleOf(s().Reverse(true)),
		faint:   styleOf(s().Faint(true)),
		title:   in(s().Bold(true), cyan),
		strong:  styleOf(s().Bold(true)),
		fresh:   in(s().Bold(true), green),
		dispute: in(s().Bold(true), yellow),
		alert:   in(s().Bold(true), red),
		quote:   in(s(), cyan),
		found: [factKinds]style{
			incidentFact:  in(s().Underline(true), yellow),
			statementFact: in(s().Bold(true), cyan),
			questionFact:  in(s().Italic(true).Underline(true), magenta),
			wordsFact:     in(s().Bold(true).Underline(true), green),
		},
	}
}
