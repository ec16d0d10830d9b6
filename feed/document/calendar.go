package document

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"crisisdesk/model"
)

// stampedDate is a date in the text of a line.
type stampedDate struct {
	start, end int
	year       int // 0 where the text gives none
	month      time.Month
	day        int
}

func (d stampedDate) known() bool { return d.year != 0 }

func (d stampedDate) model() model.Day { return model.NewDay(d.year, d.month, d.day) }

const (
	monthName = `(?P<m>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?`
	dayNumber = `(?P<d>[0-3]?\d)(?:st|nd|rd|th)?`
	yearPart  = `(?:,?\s+(?P<y>(?:19|20)\d\d))`
)

// dateForms are the ways in which pages write a day; numbers alone are read day
// first, as all but American pages do, unless only the other way gives a date.
var dateForms = []*regexp.Regexp{
	regexp.MustCompile(`(?i)\b` + monthName + `\s+` + dayNumber + `\b` + yearPart + `?\b`),
	regexp.MustCompile(`(?i)\b` + dayNumber + `\s+(?:of\s+)?` + monthName + `(?:\b` + yearPart + `)?\b`),
	regexp.MustCompile(`\b(?P<y>20\d\d)[-/](?P<n>[01]\d)[-/](?P<d>[0-3]\d)\b`),
	regexp.MustCompile(`\b(?P<d>[0-3]?\d)[./-](?P<n>[0-3]?\d)[./-](?P<y>(?:20)?\d\d)\b`),
}

// datesIn lists the dates in a line, in order.
func datesIn(s string) []stampedDate {
	if !strings.ContainsAny(s, "0123456789") {
		return nil
	}
	var out []stampedDate
	for _, form := range dateForms {
		for _, at := range form.FindAllStringSubmatchIndex(s, -1) {
			if d, ok := readDate(form, s, at); ok && !overlaps(out, d) {
				out = insertDate(out, d)
			}
		}
	}
	return out
}

func readDate(form *regexp.Regexp, s string, at []int) (stampedDate, bool) {
	part := func(name string) string {
		i := form.SubexpIndex(name)
		if i < 0 || at[2*i] < 0 {
			return ""
		}
		return s[at[2*i]:at[2*i+1]]
	}
	d := stampedDate{start: at[0], end: at[1]}
	d.day, d.year = atoi(part("d")), atoi(part("y"))
	if 0 < d.year && d.year < 100 {
		d.year += 2000
	}
	if m := part("m"); m != "" {
		d.month = monthOf(m)
	} else {
		n := atoi(part("n"))
		if n > 12 {
			n, d.day = d.day, n
		}
		d.month = time.Month(n)
	}
	return d, d.valid()
}

// valid reports whether there is such a day; without a year, in a leap year.
func (d stampedDate) valid() bool {
	year := d.year
	if year == 0 {
		year = 2000
	}
	if d.month < time.January || d.month > time.December || d.day < 1 || d.day > 31 {
		return false
	}
	_, m, _ := model.NewDay(year, d.month, d.day).Date()
	return m == d.month
}

// atoi is the number that digits write, 0 for none.
func atoi(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}

func monthOf(name string) time.Month {
	for m := time.January; m <= time.December; m++ {
		if strings.EqualFold(m.String()[:3], name[:3]) {
			return m
		}
	}
	return 0
}

func overlaps(dates []stampedDate, d stampedDate) bool {
	for _, o := range dates {
		if d.start < o.end && o.start < d.end {
			return true
		}
	}
	return false
}

func insertDate(dates []stampedDate, d stampedDate) []stampedDate {
	i := len(dates)
	for i > 0 && dates[i-1].start > d.start {
		i--
	}
	dates = append(dates, d)
	copy(dates[i+1:], dates[i:])
	dates[i] = d
	return dates
}
