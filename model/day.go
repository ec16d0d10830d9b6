package model

import (
	"fmt"
	"time"
)

// Day is a calendar day, counted from 1 January of the year 1 (which is 1).
// The zero Day is "not known" and leaves an interval open at that end.
type Day int32

// secondsToYearOne is the distance from 1 January of the year 1 to the Unix epoch.
const secondsToYearOne = 62135596800

// NewDay returns the day of a Gregorian date; out-of-range months and days
// carry over as in [time.Date].
func NewDay(year int, month time.Month, day int) Day {
	return DayOf(time.Date(year, month, day, 0, 0, 0, 0, time.UTC))
}

// DayOf returns the calendar day of t in t's own zone.
func DayOf(t time.Time) Day {
	y, m, d := t.Date()
	u := time.Date(y, m, d, 0, 0, 0, 0, time.UTC).Unix()
	return Day((u+secondsToYearOne)/86400 + 1)
}

// ParseDay reads an ISO 8601 date (2025-10-09).
func ParseDay(s string) (Day, error) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return 0, fmt.Errorf("not a date of the form 2025-10-09: %q", s)
	}
	return DayOf(t), nil
}

// Time is midnight UTC at the start of the day.
func (d Day) Time() time.Time {
	return time.Unix((int64(d)-1)*86400-secondsToYearOne, 0).UTC()
}

// Date gives year, month and day of the month.
func (d Day) Date() (int, time.Month, int) { return d.Time().Date() }

// Weekday is the day of the week.
func (d Day) Weekday() time.Weekday { return d.Time().Weekday() }

// AddDate moves by years, months and days as [time.Time.AddDate] does.
func (d Day) AddDate(years, months, days int) Day {
	return DayOf(d.Time().AddDate(years, months, days))
}

// String is the ISO 8601 date, or "" for a day that is not known.
func (d Day) String() string {
	if d == 0 {
		return ""
	}
	return d.Time().Format(time.DateOnly)
}
