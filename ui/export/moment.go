package export

import (
	"fmt"
	"time"

	"crisisdesk/model"
)

// Moment is a time as an officer gives it, as the value of a flag: a length of
// time before now (24h), a day or month of ISO 8601 (its beginning, UTC), a
// time of RFC 3339, or "last" for the officer's last brief.
type Moment struct {
	text string
	ago  time.Duration
	at   time.Time // zero where the time depends on when one asks
}

const lastBrief = "last"

// Set reads a time.
func (m *Moment) Set(text string) error {
	*m = Moment{text: text}
	if text == lastBrief {
		return nil
	}
	var err error
	if m.ago, err = time.ParseDuration(text); err == nil && m.ago >= 0 {
		return nil
	}
	for _, layout := range []string{time.RFC3339, "2006-01-02T15:04Z07:00"} {
		if m.at, err = time.Parse(layout, text); err == nil {
			return nil
		}
	}
	day, err := model.ParseEDTF(text)
	if err != nil || day.From == 0 {
		return fmt.Errorf("%q is no time: 24h, 2025-10-09, 2025-10-09T06:00Z or %s", text, lastBrief)
	}
	m.at = day.From.Time()
	return nil
}

func (m *Moment) String() string { return m.text }

// Type is what help calls the value.
func (*Moment) Type() string { return "time" }

// Relative reports whether the time depends on when one asks.
func (m Moment) Relative() bool { return m.at.IsZero() }

// Before is the time, for whoever asks now.
func (m Moment) Before(now time.Time) time.Time {
	if m.Relative() {
		return now.Add(-m.ago)
	}
	return m.at
}
