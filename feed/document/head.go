package document

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

var (
	// who wrote it, by the words before or in the name
	byWords = regexp.MustCompile(`^(?:by|written by|edited by|report|reported by|reporting by|posted by|compiled by)\b`)

	// desks and other makers that sign instead of a person
	deskWords = newPhrases(`
		desk
		correspondent
		correspondents
		reporter
		reporters
		bureau
		bureaus
		staff
		agencies
		newsroom
		team
		web monitor
		news service
		editorial team
		editor
	`)

	// where the signature in a by-line ends
	afterSignature = regexp.MustCompile(`(?i)\||,|\d| {2}|\b(?:published|updated|edited)\b`)

	// what may stand beside a date in a line of its own
	dateWords = regexp.MustCompile(`(?i)\b(?:published|updated?|last|first|posted|on|filed|recorded|mon(?:day)?|tues?(?:day)?|wed(?:nesday)?|thur?s?(?:day)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|a\.?m\.?|p\.?m\.?|gmt|utc|ist|pkt|pst|est|edt|et|bst|h|hours?|min(?:ute)?s?|read(?:ing)?|time|issue|as of)\b|[\d:.,|+()#·–—\-]`)
)

// findDates looks a block through for dates, once.
func (b *block) findDates() {
	b.dates = datesIn(b.text)
	b.dateLine = b.isDateLine()
}

// isDateLine reports whether a block is a date and what belongs to one, a place
// or a desk of two words among it, or opens with a date that a mark parts from
// the rest: "27 February 2026 · compiled by the desk · archive".
func (b block) isDateLine() bool {
	if b.opensWithDate() {
		return true
	}
	if len(b.text) >= paragraphMin || len(b.dates) == 0 {
		return false
	}
	rest := b.text
	for _, d := range slices.Backward(b.dates) {
		rest = rest[:d.start] + " " + rest[d.end:]
	}
	others := strings.Fields(dateWords.ReplaceAllString(rest, " "))
	for _, w := range others {
		if r, _ := utf8.DecodeRuneInString(w); unicode.IsLower(r) {
			return false
		}
	}
	return len(others) <= 2
}

// opensWithDate reports whether a mark parts a date from the rest of a block.
func (b block) opensWithDate() bool {
	first := strings.IndexAny(b.text, separators)
	if first < 0 || len(b.dates) == 0 || first < b.dates[0].end {
		return false
	}
	opening := b.text[:b.dates[0].start] + b.text[b.dates[0].end:first]
	return strings.Trim(dateWords.ReplaceAllString(opening, ""), " *_") == ""
}

// isByline reports whether a block names who made the article.
func (b block) isByline() bool {
	if len(b.text) >= paragraphMin || b.shape.bullet || b.shape.ended && !strings.HasSuffix(b.text, ".") {
		return false
	}
	if byWords.MatchString(b.folded) {
		return b.shape.words <= 14
	}
	signature := b.text
	if at := afterSignature.FindStringIndex(signature); at != nil {
		signature = signature[:at[0]]
	}
	words := strings.Fields(signature)
	return len(words) <= 5 && isSignature(words)
}

// isSignature reports whether words end in a desk's name and hold no verb: all
// have capitals but those that belong to such names.
func isSignature(words []string) bool {
	for _, w := range words {
		low := strings.ToLower(w)
		if w == low && !joining[low] && !deskWords.in(low) && low != "our" && low != "a" && low != "from" {
			return false
		}
	}
	return deskWords.in(fold(strings.Join(words[max(0, len(words)-2):], " ")))
}

// isTrail reports whether a block is a short path through a site, such as
// "World | Asia" or "Home / Politics".
func (b block) isTrail() bool {
	return b.shape.marks > 0 && (b.shape.words <= 6 || b.shape.marks >= 2 && len(b.dates) > 0) && len(b.text) < 80
}

// markHead gives the blocks above the running text their parts.
func (p *page) markHead() {
	best := -1
	for i := range p.body {
		b := &p.blocks[i]
		if p.roles[i] != running {
			continue
		}
		switch {
		case b.dateLine, b.isByline():
			p.roles[i] = stamp
		case sections[b.folded], sections[strings.ToLower(b.text)], b.isTrail(), tagline.MatchString(b.folded), form.MatchString(b.folded):
			p.roles[i] = label
		case b.shape.bullet:
		case numbered.MatchString(b.text):
			p.roles[i] = masthead
		case best < 0, p.isMasthead(best) && b.shape.words >= 4 && !strings.HasSuffix(b.text, ".") && len(b.dates) == 0:
			best = i
		}
	}
	if best < 0 && p.titleBlock < 0 {
		best = p.anyLabel()
	}
	switch {
	case p.titleBlock >= 0:
		p.markTitle(p.titleBlock)
	case best < 0:
	case p.isMasthead(best) && p.blocks[best].shape.words <= 3 && named.MatchString(p.blocks[best].text):
		p.roles[best] = masthead // a bulletin that has no headline of its own
	default:
		p.markTitle(best)
	}
}

// markTitle makes block i the headline: what stands above it is the outlet's,
// what stands below belongs to the article.
func (p *page) markTitle(i int) {
	p.roles[i], p.titleBlock = title, i
	for j := range i {
		if p.roles[j] == running {
			p.roles[j] = masthead
		}
	}
	for j := i + 1; j < p.body; j++ {
		switch b := p.blocks[j]; {
		case p.roles[j] != running:
		case b.folded == p.blocks[i].folded:
			p.roles[j] = furniture // the headline once more
		case b.shape.bullet:
		case len(b.text) < 80 && !b.shape.ended && len(b.dates) > 0:
			p.roles[j] = stamp
		case b.shape.words > 5:
			p.roles[j] = standfirst
		}
	}
}

// title is the headline, on one line and without the marks of Markdown.
func (p *page) title() string {
	i := p.titleBlock
	if i < 0 {
		return ""
	}
	return strings.Join(strings.Fields(strings.Trim(p.asWritten(p.blocks[i].start, p.blocks[i].end), "#*_ ")), " ")
}

// asWritten is a stretch of the page with the invisible signs in it.
func (p *page) asWritten(start, end int) string {
	return p.written[p.signs.Start(start):p.signs.End(end)]
}

// isMasthead reports whether the block that looks like the headline is rather
// the name of the outlet, should another headline follow.
func (p *page) isMasthead(i int) bool {
	b := p.blocks[i]
	switch {
	case b.shape.words > 6 || b.shape.digits > 0:
		return false
	case named.MatchString(b.text) && (b.shape.capitals() || isName(b.text)), isName(b.text) && organisation.MatchString(b.text):
		return true
	}
	return b.shape.words <= 2 || b.shape.capitals() && (b.shape.words <= 4 || strings.HasPrefix(b.folded, "letter"))
}

// anyLabel is the first label above the text, -1 where there is none: the
// headline of a page that has no other.
func (p *page) anyLabel() int {
	for i := range p.body {
		if p.roles[i] == label && p.blocks[i].shape.marks == 0 {
			return i
		}
	}
	return -1
}

// dateline is "KABUL, Oct 10 (Agency) —", "ISLAMABAD:", "Rawalpindi, 22 November 2025".
var dateline = regexp.MustCompile(`^(?:[A-Z][\p{L}.'’]+(?:[ /,-]{1,3}\[?[A-Z][\p{L}.'’]+\]?){0,5}),?\s+(?:(?i:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?\s+\d{1,2}|\d{1,2}\.?\s+(?i:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*)\b|^[A-Z][A-Z .'’/-]{2,40}(?:, [A-Z][\p{L} ]{2,20})?(?: \([^)]{2,40}\))?\s?[:–—-]`)

// noPlace are words that open sentences with a date as a place opens a dateline.
var noPlace = wordSet("on", "in", "by", "at", "since", "from", "until", "before", "after", "last", "early", "late", "the", "this", "for", "between", "it", "monday",
	"tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

// datelined is the length of the dateline that opens a text, 0 where none does.
func datelined(s string) int {
	at := dateline.FindStringIndex(s)
	if at == nil {
		return 0
	}
	first, _, _ := strings.Cut(strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) {
			return unicode.ToLower(r)
		}
		return ' '
	}, s[:at[1]]), " ")
	if noPlace[first] {
		return 0
	}
	return at[1]
}
