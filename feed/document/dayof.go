package document

import (
	"net/mail"
	"strings"
	"time"

	"crisisdesk/model"
)

// dayOf is the day that a field of a format names, in the zone in which it is
// written: RFC 3339 and ISO 8601, whole or the day alone, or RFC 5322.
func dayOf(field string) (when model.When, ok bool) {
	field = strings.TrimSpace(field)
	if len(field) >= len(time.DateOnly) {
		if t, err := time.Parse(time.DateOnly, field[:len(time.DateOnly)]); err == nil {
			return onDayOf(t)
		}
	}
	if t, err := mail.ParseDate(field); err == nil {
		return onDayOf(t)
	}
	return when, false
}

// firstYear is the year before which no field is believed: it is a clock that
// was never set.
const firstYear = 1990

func onDayOf(t time.Time) (when model.When, ok bool) {
	if t.Year() < firstYear || t.Year() > 2200 {
		return when, false
	}
	return model.OnDay(model.NewDay(t.Year(), t.Month(), t.Day())), true
}
