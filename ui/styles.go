package ui

import (
	"image/color"
	"strings"

	"charm.land/lipgloss/v2"

	"crisisdesk/ui/config"
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

// palette is the colours of a theme. A terminal that has fewer shows the
// nearest that it has.
type palette struct{ title, fresh, dispute, alert, quote, question color.Color }

var palettes = map[config.Theme]palette{
	"auto":  ownShades, // until the terminal says that it is light
	"ansi":  ownShades,
	"dark":  newPalette(117, 114, 221, 210, 152, 183),
	"light": newPalette(25, 22, 94, 124, 24, 90),
	// After the colours of Okabe and Ito (2008), which those who do not tell
	// red from green tell apart: blue, bluish green, orange, reddish purple.
	"colour-blind": newPalette(32, 30, 136, 169, 67, 97),
}

// ownShades are of the sixteen colours that every terminal has in shades of its own.
var ownShades = palette{
	title: lipgloss.Cyan, fresh: lipgloss.Green, dispute: lipgloss.Yellow, alert: lipgloss.Red, quote: lipgloss.Cyan, question: lipgloss.Magenta,
}

// newPalette takes numbers of the 256 colours.
func newPalette(title, fresh, dispute, alert, quote, question lipgloss.ANSIColor) palette {
	return palette{title, fresh, dispute, alert, quote, question}
}

func newStyles(colours config.Theme) styles {
	p, coloured := palettes[colours]
	s := lipgloss.NewStyle
	in := func(base lipgloss.Style, c color.Color) style {
		if !coloured {
			return styleOf(base)
		}
		return styleOf(base.Foreground(c))
	}
	return styles{
		cursor:  styleOf(s().Reverse(true)),
		faint:   styleOf(s().Faint(true)),
		title:   in(s().Bold(true), p.title),
		strong:  styleOf(s().Bold(true)),
		fresh:   in(s().Bold(true), p.fresh),
		dispute: in(s().Bold(true), p.dispute),
		alert:   in(s().Bold(true), p.alert),
		quote:   in(s(), p.quote),
		found: [factKinds]style{
			incidentFact:  in(s().Underline(true), p.dispute),
			statementFact: in(s().Bold(true), p.title),
			questionFact:  in(s().Italic(true).Underline(true), p.question),
			wordsFact:     in(s().Bold(true).Underline(true), p.fresh),
		},
	}
}
