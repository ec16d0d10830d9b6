package extract

import (
	"strconv"
	"strings"

	"crisisdesk/feed/language"
)

// relative reads expressions that count from publication or from the story.
func (d *dateScanner) relative(i int) (moment, bool) {
	switch d.word(i) {
	case "today", "tonight":
		return moment{kind: fromPublished, end: i + 1}, true
	case "yesterday":
		return moment{kind: fromPublished, n: -1, end: i + 1}, true
	case "overnight":
		return moment{kind: fromPublished, n: -1, night: true, end: i + 1}, true
	case "recently", "lately":
		return moment{kind: upToPublished, until: true, end: i + 1}, d.word(i-1) != "as"
	case "this", "last", "past", "recent":
		return d.thisOrLast(i)
	case "same", "that":
		if u, ok := unitWords[d.word(i+1)]; ok && u == days {
			return moment{kind: fromStory, end: i + 2}, true
		}
	case "spring", "summer", "autumn", "fall", "winter":
		return d.seasonAt(i)
	case "next", "following":
		if u, ok := unitWords[d.word(i+1)]; ok && d.word(i-1) == "the" {
			return moment{kind: fromStory, n: 1, unit: u, end: i + 2}, true
		}
	case "previous", "preceding":
		if u, ok := unitWords[d.word(i+1)]; ok {
			return moment{kind: fromStory, n: -1, unit: u, end: i + 2}, true
		}
	case "the":
		return d.theUnit(i)
	case "earlier", "later":
		if d.word(i+1) == "in" && d.word(i+2) == "the" {
			if u, ok := unitWords[d.word(i+3)]; ok && d.word(i) == "earlier" {
				return moment{kind: upToPublished, n: calendarUnits(u), unit: u, end: i + 4}, true
			}
		}
	}
	if p, ok := quarterWords[d.word(i)]; ok && d.word(i+1) == "quarter" {
		return d.withYear(moment{part: p, end: i + 2}), true
	}
	if w := d.word(i); len(w) == 2 && w[0] == 'q' && w[1] >= '1' && w[1] <= '4' {
		if m := d.withYear(moment{part: quarter1 + portion(w[1]-'1'), end: i + 1}); m.year != 0 {
			return m, true
		}
	}
	return moment{}, false
}

// calendarUnits is how many units reach back to the start of the present one:
// a month or year starts with itself, a week lasts seven days.
func calendarUnits(u unit) int {
	switch u {
	case months, years:
		return 0
	case days:
		return 0
	}
	return 1
}

// thisOrLast reads "this week", "last month", "last night", "last Friday",
// "the past three days", "recent weeks".
func (d *dateScanner) thisOrLast(i int) (moment, bool) {
	w, next := d.word(i), d.word(i+1)
	if wd := weekdayWords[next]; wd != 0 && (w == "last" || w == "this" || w == "past") && len(next) > 5 {
		return moment{kind: onWeekday, weekday: wd, last: w == "last", end: i + 2}, true
	}
	if mo := monthWords[next]; mo != 0 && (w == "last" || w == "this") && len(next) > 2 {
		return moment{month: mo, last: w == "last", end: i + 2}, true
	}
	if _, ok := seasonStarts[next]; ok {
		return moment{}, false // seasonAt reads it
	}
	u, ok := unitWords[next]
	switch {
	case ok && next == "night" && w == "last":
		return moment{kind: fromPublished, n: -1, night: true, end: i + 2}, true
	case ok && w == "recent":
		n := map[unit]int{days: 7, weeks: 4, months: 4, years: 3}[u]
		return moment{kind: upToPublished, n: n, unit: u, end: i + 2}, n > 0
	case ok && w == "this":
		return moment{kind: upToPublished, n: calendarUnits(u), unit: u, end: i + 2}, true
	case ok && (w == "last" || w == "past") && u == weeks:
		return moment{kind: fromPublished, n: -1, unit: u, last: true, end: i + 2}, true
	case ok && (w == "last" || w == "past") && u == weekends:
		return moment{kind: fromPublished, unit: u, end: i + 2}, true
	case ok && (w == "last" || w == "past") && u != hours && next != "day":
		return moment{kind: fromPublished, n: -1, unit: u, end: i + 2}, true
	}
	if n, end := d.count(i + 1); n > 0 && (w == "last" || w == "past") {
		if u, ok := unitWords[d.word(end)]; ok {
			if u == hours {
				n, u = (n+23)/24, days
			}
			return moment{kind: upToPublished, n: n, unit: u, end: end + 1}, true
		}
	}
	return moment{kind: upToPublished, until: true, end: i + 1}, w == "recent"
}

// theUnit reads "the weekend", "the day before", "the night after".
func (d *dateScanner) theUnit(i int) (moment, bool) {
	u, ok := unitWords[d.word(i+1)]
	if !ok {
		return moment{}, false
	}
	switch after := d.word(i + 2); {
	case u == weekends:
		return moment{kind: fromPublished, unit: u, end: i + 2}, true
	case after == "before" && d.word(i+3) != "the" && d.word(i+3) != "a":
		return moment{kind: fromStory, n: -1, unit: u, end: i + 3}, true
	case after == "after" && d.word(i+3) != "the" && d.word(i+3) != "a":
		return moment{kind: fromStory, n: 1, unit: u, end: i + 3}, true
	}
	return moment{}, false
}

var countWords = map[string]int{
	"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
	"ten": 10, "eleven": 11, "twelve": 12,
}

// count reads a small number; end is the token after it.
func (d *dateScanner) count(i int) (n, end int) {
	w := d.word(i)
	if n, ok := countWords[w]; ok {
		return n, i + 1
	}
	if len(w) < 4 && startsWithDigit(w) {
		if n, err := strconv.Atoi(w); err == nil && n > 0 {
			return n, i + 1
		}
	}
	return 0, i
}

// counted reads "two weeks ago", "two nights later", "hours before",
// "a few days earlier".
func (d *dateScanner) counted(i int) (moment, bool) {
	n, at := d.count(i)
	loose := false
	if n == 0 || d.word(i) == "a" && (d.word(at) == "few" || d.word(at) == "couple") {
		switch {
		case d.word(at) == "few" || d.word(at) == "several" || d.word(at) == "some":
			at++
		case d.word(at) == "couple" && d.word(at+1) == "of":
			at += 2
		default:
			if _, ok := unitWords[d.word(i)]; !ok {
				return moment{}, false
			}
		}
		n, loose = 3, true
	}
	if d.word(at) == "and" && d.word(at+1) == "a" && d.word(at+2) == "half" {
		at += 3
	}
	u, ok := unitWords[d.word(at)]
	if !ok {
		return moment{}, false
	}
	if d.word(at) == "decade" || d.word(at) == "decades" {
		n *= 10
	}
	if d.word(at) == "fortnight" {
		n *= 2
	}
	m := moment{unit: u, loose: loose, end: at + 2}
	switch d.word(at + 1) {
	case "ago":
		m.kind, m.n = fromPublished, -n
		m.loose = loose && u == days
	case "earlier", "before":
		m.kind, m.n = fromStory, -n
	case "on":
		if d.word(at+2) != "," {
			return moment{}, false
		}
		m.kind, m.n = fromStory, n
	case "later", "afterwards", "after":
		m.kind, m.n = fromStory, n
		if d.word(at+1) == "after" && u != hours {
			return moment{}, false
		}
	default:
		return moment{}, false
	}
	return m, true
}

// seasonStarts are the months in which the seasons of the north begin.
var seasonStarts = map[string]int{"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}

// seasonAt reads "last summer", "in the autumn", "the winter of 2024".
func (d *dateScanner) seasonAt(i int) (moment, bool) {
	m := moment{month: seasonStarts[d.word(i)], part: season, end: i + 1}
	switch before := d.word(i - 1); {
	case before == "last":
		m.last = true
	case before == "this" || before == "the" && (d.word(i-2) == "in" || d.word(i-2) == "since" || d.word(i-2) == "of"):
	case d.year(i+1) != 0 || d.word(i+1) == "of" && d.year(i+2) != 0:
	default:
		return moment{}, false
	}
	return d.withYear(m), true
}

// dayAlone reads a day of a month that was said before: "on the 9th", "the
// night of the twenty-sixth", "the 17th of that month", "the ninth of this month".
func (d *dateScanner) dayAlone(i int) (moment, bool) {
	if d.word(i-1) != "the" {
		return moment{}, false
	}
	day, end := d.ordinal(i)
	if day == 0 {
		return moment{}, false
	}
	m := moment{kind: dayOfMonth, day: day, end: end, unit: days}
	if d.word(end) == "of" && d.word(end+2) == "month" {
		switch d.word(end + 1) {
		case "this":
			m.unit = months
		case "that", "the", "same":
		default:
			return moment{}, false
		}
		m.end = end + 3
		return m, true
	}
	switch d.word(i - 2) {
	case "on", "of", "by", "until", "till", "since", "before", "after", "from":
	default:
		return moment{}, false
	}
	return m, !d.counts(end)
}

// ordinal reads "9th", "ninth" or "twenty-sixth"; day is 0 where there is none.
func (d *dateScanner) ordinal(i int) (day, end int) {
	w, end := d.word(i), i+1
	if tens, one, ok := strings.Cut(w, "-"); ok && tens == "twenty" {
		return 20 + ordinals[one]%10, end
	}
	if w == "twenty" && isDash(d.word(i+1)) && ordinals[d.word(i+2)] < 10 {
		return 20 + ordinals[d.word(i+2)], i + 3
	}
	if ordinals[w] == 0 && (len(w) < 3 || w[0] > '3') {
		return 0, end
	}
	return d.dayNumber(i), end
}

// counts reports whether what follows a number is what it counts: "the 5th
// Corps", "the second attack".
func (d *dateScanner) counts(i int) bool {
	if i >= len(d.tokens) {
		return false
	}
	switch d.tokens[i].UPOS {
	case language.NOUN, language.PROPN, language.ADJ, language.NUM:
		return true
	}
	return isDash(d.word(i)) || d.word(i) == "of"
}

// bareYear reads "in 2021", "the 2014 massacre".
func (d *dateScanner) bareYear(i int) (moment, bool) {
	y := d.year(i)
	if y < 1900 || y > 2040 {
		return moment{}, false
	}
	switch d.word(i - 1) {
	case "$", "rs", "rs.", "#", "no", "no.", "over", "than", "about", "some", "nearly", "almost", "around":
		return moment{}, false
	}
	return moment{year: y, end: i + 1}, true
}

// widen takes in the words around an expression that change it: "early",
// "late", "the end of", "since", "until", "last year".
func (d *dateScanner) widen(m *moment) {
	d.laterYear(m)
	for dayTimes[d.word(m.end)] {
		m.end++
	}
	for {
		switch w := d.word(m.start - 1); {
		case w == "early" || w == "beginning" || w == "start":
			d.take(m, early)
		case w == "late" || w == "end":
			d.take(m, late)
		case w == "mid":
			d.take(m, middle)
		case isDash(w) && d.word(m.start-2) == "mid":
			m.start--
			d.take(m, middle)
		case (w == "of" || w == "in") && d.partBefore(m):
		case w == "overnight" && m.kind == onWeekday:
			m.night = true
			m.start--
		case w == "since" || w == "from" && m.kind != fromStory && !d.startsRange(m):
			m.since = w == "since"
			m.start--
			return
		case w == "until" || w == "till" || w == "before":
			m.until = true
			m.start--
			return
		case w == "on" || w == "the" || w == "in" || w == "of" || w == "at" || w == "during" || dayTimes[w]:
			m.start--
		default:
			return
		}
	}
}

// startsRange reports whether "from" opens a range that the expression holds.
func (d *dateScanner) startsRange(m *moment) bool { return m.toDay != 0 }

func (d *dateScanner) take(m *moment, p portion) {
	m.start--
	if m.day == 0 && (m.kind == onCalendar || m.unit == months || m.unit == years) && m.part == whole {
		m.part = p
	}
}

// partBefore takes in "the end of", "the first half of", "the early hours of".
func (d *dateScanner) partBefore(m *moment) bool {
	at := m.start - 2
	switch d.word(at) {
	case "beginning", "start", "end", "middle":
		p := map[string]portion{"beginning": early, "start": early, "end": late, "middle": middle}[d.word(at)]
		m.start = at + 1
		d.take(m, p)
		return true
	case "days", "week", "hours":
		switch d.word(at - 1) {
		case "first", "early", "opening", "small":
			m.start = at
			d.take(m, early)
		case "last", "final", "closing":
			m.start = at
			d.take(m, late)
		default:
			return false
		}
		return true
	case "half":
		switch d.word(at - 1) {
		case "first":
			m.start = at
			d.take(m, firstHalf)
		case "second":
			m.start = at
			d.take(m, secondHalf)
		default:
			return false
		}
		return true
	}
	return false
}

// laterYear takes in "last year" or "this year" after a day or month.
func (d *dateScanner) laterYear(m *moment) {
	if m.kind != onCalendar || m.month == 0 || m.year != 0 || d.word(m.end+1) != "year" {
		return
	}
	switch d.word(m.end) {
	case "last":
		m.lastYear = true
		m.end += 2
	case "this":
		m.end += 2
	}
}
