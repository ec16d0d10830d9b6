package extract

import (
	"strconv"
	"strings"

	"crisisdesk/feed/language"
)

// monthWords and the other tables of this file are the words of the date
// grammar, in lower case.
var monthWords = map[string]int{
	"january": 1, "jan": 1, "jan.": 1, "february": 2, "feb": 2, "feb.": 2, "march": 3, "mar": 3, "mar.": 3,
	"april": 4, "apr": 4, "apr.": 4, "may": 5, "june": 6, "jun": 6, "jun.": 6, "july": 7, "jul": 7, "jul.": 7,
	"august": 8, "aug": 8, "aug.": 8, "september": 9, "sept": 9, "sept.": 9, "sep": 9, "sep.": 9,
	"october": 10, "oct": 10, "oct.": 10, "november": 11, "nov": 11, "nov.": 11, "december": 12, "dec": 12, "dec.": 12,
}

var weekdayWords = map[string]int{
	"monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6, "sunday": 7,
	"mon": 1, "tue": 2, "wed": 3, "thu": 4, "fri": 5, "sat": 6, "sun": 7, "thurs": 4, "tues": 2,
	"mondays": 0,
}

var unitWords = map[string]unit{
	"hour": hours, "hours": hours, "minutes": hours, "minute": hours, "day": days, "days": days, "night": days,
	"nights": days, "morning": days, "mornings": days, "evening": days, "afternoon": days, "week": weeks, "weeks": weeks, "fortnight": weeks,
	"month": months, "months": months, "year": years, "years": years, "weekend": weekends, "decade": years, "decades": years,
}

var dayTimes = map[string]bool{
	"morning": true, "afternoon": true, "evening": true, "night": true, "dawn": true, "midnight": true, "noon": true, "dusk": true,
}

var ordinals = map[string]int{
	"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
	"tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
	"seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
}

var quarterWords = map[string]portion{"first": quarter1, "second": quarter2, "third": quarter3, "fourth": quarter4, "last": quarter4}

// dateScanner reads the time expressions of one sentence.
type dateScanner struct {
	tokens []language.Token
	words  []string // lower-cased forms
}

func scannerOf(s *language.Sentence) dateScanner {
	d := dateScanner{tokens: s.Tokens, words: make([]string, len(s.Tokens))}
	for i := range s.Tokens {
		d.words[i] = lower(s.Tokens[i].Form)
	}
	return d
}

// moments finds the time expressions of a sentence, from left to right. They
// do not overlap.
func moments(s *language.Sentence) []moment {
	d := scannerOf(s)
	var out []moment
	for i := 0; i < len(d.words); {
		if !mayOpen(d.words[i]) {
			i++
			continue
		}
		m, ok := d.at(i)
		if !ok {
			i++
			continue
		}
		d.widen(&m)
		out = append(out, m)
		i = max(m.end, i+1)
	}
	return out
}

// lower is the lower-case form of a token; most tokens are lower-case already.
func lower(s string) string { return strings.ToLower(s) }

func (d *dateScanner) word(i int) string {
	if i < 0 || i >= len(d.words) {
		return ""
	}
	return d.words[i]
}

// at reads the expression that starts with token i.
func (d *dateScanner) at(i int) (moment, bool) {
	for _, read := range []func(int) (moment, bool){d.numeric, d.calendar, d.weekday, d.relative, d.counted, d.dayAlone, d.bareYear} {
		if m, ok := read(i); ok {
			m.start = i
			return m, true
		}
	}
	return moment{}, false
}

// numeric reads 2025-10-09, 06.03.2026 and 02/02/2025 (day first).
func (d *dateScanner) numeric(i int) (moment, bool) {
	w := d.word(i)
	if len(w) < 8 || len(w) > 10 || !startsWithDigit(w) {
		return moment{}, false
	}
	parts := strings.FieldsFunc(w, func(r rune) bool { return r == '-' || r == '.' || r == '/' })
	if len(parts) != 3 {
		return moment{}, false
	}
	var n [3]int
	for k, p := range parts {
		v, err := strconv.Atoi(p)
		if err != nil {
			return moment{}, false
		}
		n[k] = v
	}
	if n[2] > 1900 {
		n[0], n[2] = n[2], n[0]
	}
	if n[1] > 12 && n[2] <= 12 { // month first
		n[1], n[2] = n[2], n[1]
	}
	if !isYear(n[0]) || n[1] < 1 || n[1] > 12 || n[2] < 1 || n[2] > 31 {
		return moment{}, false
	}
	return moment{end: i + 1, year: n[0], month: n[1], day: n[2]}, true
}

func isYear(y int) bool { return y >= 1800 && y <= 2100 }

// dayNumber reads "9", "9th" or "sixth" as a day of the month, 0 where it is none.
func (d *dateScanner) dayNumber(i int) int {
	w := d.word(i)
	if n, ok := ordinals[w]; ok {
		return n
	}
	if len(w) > 2 {
		switch w[len(w)-2:] {
		case "st", "nd", "rd", "th":
			w = w[:len(w)-2]
		}
	}
	if len(w) > 2 || !startsWithDigit(w) {
		return 0
	}
	n, err := strconv.Atoi(w)
	if err != nil || n < 1 || n > 31 {
		return 0
	}
	return n
}

func isDash(w string) bool { return w == "-" || w == "–" || w == "—" }

// through reads what joins two ends of a range: "-", "to", "and".
func (d *dateScanner) through(i int) bool {
	w := d.word(i)
	return isDash(w) || w == "to" || w == "and" || w == "or" || w == "till" || w == "until" || w == "through" || w == "/"
}

// month reads a month name; "may" and "march" only as names.
func (d *dateScanner) month(i int) int {
	w := d.word(i)
	m := monthWords[w]
	if (w == "may" || w == "march" || w == "mar") && d.dayNumber(i+1) == 0 && d.dayNumber(i-1) == 0 && d.year(i+1) == 0 {
		switch d.word(i - 1) {
		case "in", "of", "since", "last", "this", "until", "early", "late", "mid", "by", "from":
		default:
			return 0
		}
	}
	return m
}

// year reads a year, 0 where there is none.
func (d *dateScanner) year(i int) int {
	w := d.word(i)
	if len(w) != 4 || w[0] != '1' && w[0] != '2' {
		return 0
	}
	y, err := strconv.Atoi(w)
	if err != nil || !isYear(y) {
		return 0
	}
	return y
}

// calendar reads days and months: "October 9, 2025", "9 Oct", "Oct 11 and 12",
// "25 to 30 October", "mid-October", "October 2025".
func (d *dateScanner) calendar(i int) (moment, bool) {
	if rest, ok := strings.CutPrefix(d.word(i), "mid-"); ok && monthWords[rest] != 0 {
		m := moment{end: i + 1, month: monthWords[rest], part: middle}
		return d.withYear(m), true
	}
	if month := d.month(i); month != 0 {
		m := moment{end: i + 1, month: month}
		if day := d.dayNumber(i + 1); day != 0 && ordinals[d.word(i+1)] == 0 {
			m.day, m.end = day, i+2
			if d.through(m.end) {
				if to := d.dayNumber(m.end + 1); to > day && !d.people(m.end+2) && monthWords[d.word(m.end+2)] == 0 {
					m.toDay, m.end = to, m.end+2
				} else if mo, to := d.month(m.end+1), d.dayNumber(m.end+2); mo != 0 && to != 0 && !d.listed(m.end) {
					m.toMonth, m.toDay, m.end = mo, to, m.end+3
				}
			}
		}
		return d.withYear(m), true
	}
	day := d.dayNumber(i)
	if day == 0 {
		return moment{}, false
	}
	at := i + 1
	if d.word(at) == "of" {
		at++
	}
	if month := d.month(at); month != 0 {
		m := moment{end: at + 1, month: month, day: day}
		if d.through(m.end) && !d.listed(m.end) { // "30 October to 2 November"
			if to, mo := d.dayNumber(m.end+1), d.month(m.end+2); to != 0 && mo != 0 {
				m.toDay, m.toMonth, m.end = to, mo, m.end+3
			} else if to := d.dayNumber(m.end + 2); d.word(m.end+1) == "the" && to > day { // "the first of April to the seventh"
				m.toDay, m.end = to, m.end+3
			}
		}
		return d.withYear(m), true
	}
	if d.through(i + 1) {
		if to := d.dayNumber(i + 2); to != 0 {
			at := i + 3
			if d.word(at) == "of" {
				at++
			}
			if month := d.month(at); month != 0 {
				return d.withYear(moment{end: at + 1, month: month, day: day, toDay: to}), true
			}
		}
	}
	return moment{}, false
}

// listed reports whether the joining word makes a list, not a range.
func (d *dateScanner) listed(i int) bool { return d.word(i) == "and" || d.word(i) == "or" }

// people is a crude guard against "Oct 11 and 12 soldiers".
func (d *dateScanner) people(i int) bool {
	w := d.word(i)
	return len(w) > 3 && strings.HasSuffix(w, "s") && monthWords[w] == 0
}

func (d *dateScanner) withYear(m moment) moment {
	at := m.end
	if d.word(at) == "," || d.word(at) == "of" {
		at++
	}
	if y := d.year(at); y != 0 {
		m.year, m.end = y, at+1
	}
	return m
}

// weekday reads "Thursday", with a calendar date that follows it.
func (d *dateScanner) weekday(i int) (moment, bool) {
	w, ok := weekdayWords[d.word(i)]
	if !ok || w == 0 || len(d.word(i)) <= 5 && d.word(i) != "sun" && d.word(i-1) != "on" {
		return moment{}, false
	}
	if d.word(i) == "sun" {
		return moment{}, false
	}
	at := i + 1
	if d.word(at) == "," || d.word(at) == "(" {
		at++
	}
	if m, ok := d.calendar(at); ok && m.day != 0 {
		m.weekday = w
		return m, true
	}
	m := moment{kind: onWeekday, weekday: w, end: i + 1}
	if d.through(i+1) && d.word(i-1) == "between" {
		if _, ok := weekdayWords[d.word(i+2)]; ok {
			m.night, m.end = true, i+3
		}
	}
	return m, true
}
