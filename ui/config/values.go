package config

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"crisisdesk/model"
)

// Duration is a length of time; its text has a unit.
type Duration time.Duration

const (
	second = Duration(time.Second)
	minute = 60 * second
	hour   = 60 * minute
)

// UnmarshalText reads 90s, 30m, 1h30m.
func (d *Duration) UnmarshalText(text []byte) error {
	if !strings.ContainsFunc(string(text), func(r rune) bool { return r >= 'a' && r <= 'z' }) {
		return fmt.Errorf("%s has no unit: a duration is written as \"%ss\", \"30m\" or \"12h\"", text, text)
	}
	v, err := time.ParseDuration(string(text))
	if err != nil || v <= 0 {
		return fmt.Errorf("%q is no duration above nothing, such as \"90s\", \"30m\" or \"12h\"", text)
	}
	*d = Duration(v)
	return nil
}

// MarshalText writes the shortest form: 30m, not 30m0s.
func (d Duration) MarshalText() ([]byte, error) {
	s := time.Duration(d).String()
	if strings.HasSuffix(s, "m0s") {
		s = strings.TrimSuffix(s, "0s")
	}
	if strings.HasSuffix(s, "h0m") {
		s = strings.TrimSuffix(s, "0m")
	}
	return []byte(s), nil
}

// Count is a number of things, one or more.
type Count int

// UnmarshalText reads 1, 64.
func (c *Count) UnmarshalText(text []byte) error {
	n, err := strconv.Atoi(string(text))
	if err != nil || n < 1 {
		return fmt.Errorf("%q is no whole number above nothing", text)
	}
	*c = Count(n)
	return nil
}

// Theme is a choice of colours, one of Themes.
type Theme string

// Themes are the values of Theme.
var Themes = []Theme{"auto", "dark", "light", "ansi", "mono", "colour-blind"}

// UnmarshalText accepts one of Themes.
func (t *Theme) UnmarshalText(text []byte) error { return Choose(t, string(text), Themes) }

// TimeForm is how times are written, one of TimeForms.
type TimeForm string

// TimeForms are the values of TimeForm.
var TimeForms = []TimeForm{"dtg", "local", "relative"}

// UnmarshalText accepts one of TimeForms.
func (t *TimeForm) UnmarshalText(text []byte) error { return Choose(t, string(text), TimeForms) }

// How is what an alert does, one of Hows.
type How string

// Hows are the values of How.
var Hows = []How{"mark", "bell", "notify"}

// UnmarshalText accepts one of Hows.
func (h *How) UnmarshalText(text []byte) error { return Choose(h, string(text), Hows) }

// TimeOfDay is minutes since midnight.
type TimeOfDay int

// UnmarshalText reads 22:00.
func (t *TimeOfDay) UnmarshalText(text []byte) error {
	at, err := time.Parse("15:04", string(text))
	if err != nil {
		return fmt.Errorf("%q is no time of day, such as \"22:00\"", text)
	}
	*t = TimeOfDay(at.Hour()*60 + at.Minute())
	return nil
}

// MarshalText writes 22:00.
func (t TimeOfDay) MarshalText() ([]byte, error) {
	return fmt.Appendf(nil, "%02d:%02d", t/60, t%60), nil
}

// Covers reports whether the quiet hours hold at t, by t's own zone.
func (q QuietHours) Covers(t time.Time) bool {
	now := TimeOfDay(t.Hour()*60 + t.Minute())
	if q.From <= q.To {
		return q.From <= now && now < q.To
	}
	return now >= q.From || now < q.To
}

// Zone is a time zone by its name in the tz database.
type Zone string

// UnmarshalText accepts a name that the tz database has.
func (z *Zone) UnmarshalText(text []byte) error {
	if _, err := time.LoadLocation(string(text)); err != nil || len(text) == 0 {
		return fmt.Errorf("the tz database has no zone %q", text)
	}
	*z = Zone(text)
	return nil
}

// Filter is a query in its own words.
type Filter string

// UnmarshalText accepts what [model.ParseQuery] does.
func (f *Filter) UnmarshalText(text []byte) error {
	if _, err := model.ParseQuery(string(text)); err != nil {
		return fmt.Errorf("%q: %w", text, err)
	}
	*f = Filter(text)
	return nil
}
