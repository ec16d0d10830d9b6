package document

import (
	"regexp"
	"strings"
	"time"

	"crisisdesk/model"
)

var (
	weekdayInText = regexp.MustCompile(`(?i)\b(next|last|every|each)?\s*\b(mon|tues|wednes|thurs|fri|satur|sun)day\b`)
	weekdays      = map[string]time.Weekday{
		"mon": time.Monday, "tues": time.Tuesday, "wednes": time.Wednesday, "thurs": time.Thursday, "fri": time.Friday,
		"satur": time.Saturday, "sun": time.Sunday,
	}
)

// What onItsWeekday looks at: the days that open a report of news, how long
// before it they lie, and how many years on.
const (
	openingWeekdays = 2
	newsDays        = 2
	yearsOn         = 7
)

// onItsWeekday is a day whose year was reckoned from the years that an article
// names, moved on to the first year in which the weekdays that open the article
// are those of the day or of the days just before it: an article may name none
// but years long past. Where no year fits, or no weekday is named, the day stays.
func (p *page) onItsWeekday(d stampedDate) stampedDate {
	named := p.openingWeekdays()
	if len(named) == 0 {
		return d
	}
	for y := range yearsOn {
		moved := d
		moved.year += y
		if moved.valid() && lately(moved.model(), named) {
			return moved
		}
	}
	return d
}

// openingWeekdays are the first weekdays that the article names.
func (p *page) openingWeekdays() []time.Weekday {
	var out []time.Weekday
	for i, b := range p.blocks {
		if p.roles[i] != running {
			continue
		}
		for _, m := range weekdayInText.FindAllStringSubmatch(b.text, -1) {
			if m[1] != "" {
				continue
			}
			if out = append(out, weekdays[strings.ToLower(m[2])]); len(out) == openingWeekdays {
				return out
			}
		}
	}
	return out
}

// lately reports whether each weekday is that of a day or of one just before it.
func lately(d model.Day, named []time.Weekday) bool {
	for _, w := range named {
		if (int(d.Weekday())-int(w)+7)%7 > newsDays {
			return false
		}
	}
	return true
}
