package document

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"

	"crisisdesk/model"
)

var (
	publishedWord = regexp.MustCompile(`(?i)\b(?:published|posted|filed|recorded|issued|released)\b`)
	updatedWord   = regexp.MustCompile(`(?i)\b(?:updated?|as of)\b`)
	urlDate       = regexp.MustCompile(`https?://\S*?/(20\d\d)/(\d{1,2})/(\d{1,2})\b`)

	// what stands between the first day of a range and its last
	rangeWord = regexp.MustCompile(`^\s*(?:[-–—]|to|until)\s*$`)

	// a year of which a text speaks as past or present, and its month
	yearInText = regexp.MustCompile(`(?i)(by|until|till|through|before|from)?\s*\b(?:(jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*\.?\s+(?:\d{1,2},\s+)?)?(20\d\d)\b`)
)

// claim is a date that a page gives for itself. The one of least rank holds; of
// equals the first.
type claim struct {
	date   stampedDate
	ground model.Ground
	rank   int
}

// The ranks: what a line says of the date goes before where it stands. A date
// over the headline is often that of the page that reposts the article, and a
// dateline that of the report's filing, a day before its publication.
const (
	saidPublished = iota
	besideTitle
	saidUpdated
	inFooter
	inDateline
	overTitle
	inAddress
)

// published finds the day on which a page says that it appeared. Where it names
// a day without its year, and nothing or only the desk tells that, note says so.
func (p *page) published(desk Desk) (found model.Published, note string) {
	claims := append(p.claims(), p.addressDates()...)
	slices.SortStableFunc(claims, func(a, b claim) int { return a.rank - b.rank })
	if len(claims) == 0 {
		return found, ""
	}
	year, month := p.reference(claims)
	for _, c := range claims {
		reckoned := false
		if !c.date.known() {
			c.date.year = year
			if year != 0 && c.date.month < month { // the article would speak of what is to come
				c.date.year++
			}
			// an article may name none but years before the crisis
			y := desk.YearOf(c.date.month, c.date.day)
			if reckoned = y > c.date.year; reckoned {
				c.date.year = y
			}
			if c.date.known() {
				c.date = p.onItsWeekday(c.date)
			}
		}
		if !c.date.known() || !c.date.valid() {
			continue
		}
		if reckoned {
			note = fmt.Sprintf("dated %d %s, in a year that the desk reckons", c.date.day, c.date.month)
		}
		return model.Published{When: model.OnDay(c.date.model()), KnownFrom: c.ground}, note
	}
	d := claims[0].date
	return found, fmt.Sprintf("dated %d %s, without a year", d.day, d.month)
}

// yearRoom is how far behind a dateline's day its year may end.
const yearRoom = 8

// claims are the dates in the lines of the head, in the dateline of the article
// and in notes of its publication below it.
func (p *page) claims() []claim {
	var out []claim
	for i, b := range p.blocks {
		switch {
		case i < p.body && p.mayDate(i):
			out = append(out, p.claimsBeside(i)...)
		case i <= p.body+1 && p.roles[i] == running:
			at := datelined(b.text)
			if dates := datesIn(b.text[:min(len(b.text), at+yearRoom)]); len(dates) > 0 && dates[0].start < at {
				out = append(out, claim{dates[0], model.GroundDateline, inDateline})
			}
		case i > p.body && len(b.text) <= asideMax && (p.roles[i] == furniture || p.roles[i] == stamp || b.dateLine) && publishedWord.MatchString(b.text):
			for _, d := range b.dates {
				out = append(out, claim{d, model.GroundFooter, inFooter})
			}
		}
	}
	return out
}

// mayDate reports whether a date in block i of the head may be that of the
// page: prose, headlines and pointers to other pages have dates of their own.
func (p *page) mayDate(i int) bool {
	b := p.blocks[i]
	switch p.roles[i] {
	case title, standfirst, caption:
		return false
	case running:
		if b.shape.ended || b.shape.bullet {
			return false
		}
	}
	return (len(b.text) < paragraphMin || b.dateLine) && !teaser(b.folded)
}

// claimsBeside reads the dates of a line above the running text, each by the
// last word before it that says what it is.
func (p *page) claimsBeside(i int) []claim {
	var out []claim
	b, from := p.blocks[i], 0
	for n, d := range b.dates {
		if n+1 < len(b.dates) && rangeWord.MatchString(b.text[d.end:b.dates[n+1].start]) {
			continue // the page covers days of which the last counts
		}
		c := claim{d, model.GroundByline, besideTitle}
		switch before := b.text[from:d.start]; {
		case publishedWord.MatchString(before):
			c.ground, c.rank = model.GroundMetadata, saidPublished
		case updatedWord.MatchString(before):
			c.ground, c.rank = model.GroundMetadata, saidUpdated
		case d.start > 0 && datelined(b.text) > d.start && !b.dateLine:
			c.ground, c.rank = model.GroundDateline, inDateline
		case i < p.titleBlock:
			c.rank = overTitle
		}
		out = append(out, c)
		from = d.end
	}
	return out
}

// addressDates are the dates in the page's addresses, of the form /2025/10/17/,
// where the article does not cite them.
func (p *page) addressDates() []claim {
	var out []claim
	for i, b := range p.blocks {
		if p.roles[i] != furniture && p.roles[i] != stamp || !strings.Contains(b.text, "://") {
			continue
		}
		for _, m := range urlDate.FindAllStringSubmatch(b.text, -1) {
			d := stampedDate{year: atoi(m[1]), month: time.Month(atoi(m[2])), day: atoi(m[3])}
			if d.valid() {
				out = append(out, claim{d, model.GroundURL, inAddress})
			}
		}
	}
	return out
}

// reference is the month from which a date without a year is reckoned: of the
// year that another claim gives, or the latest of which the article speaks.
func (p *page) reference(claims []claim) (year int, month time.Month) {
	for _, c := range claims {
		if c.date.known() {
			return c.date.year, 0
		}
	}
	return p.latest()
}

// latest is the latest year of which the article speaks, and the latest month
// named with it; 0 where it names none.
func (p *page) latest() (year int, month time.Month) {
	for i, b := range p.blocks {
		if p.roles[i] != running {
			continue
		}
		for _, m := range yearInText.FindAllStringSubmatch(b.text, -1) {
			y := atoi(m[3])
			switch {
			case m[1] != "" || y < year:
				continue
			case y > year:
				year, month = y, 0
			}
			if m[2] != "" {
				month = max(month, monthOf(m[2]))
			}
		}
	}
	return year, month
}
