package ui

import (
	"fmt"
	"strings"
	"time"

	"crisisdesk/model"
	"crisisdesk/ui/config"
)

// times is how the screen tells times.
type times struct {
	form config.TimeForm
	zone *time.Location // of local times
	name string         // of the zone
	now  func() time.Time
}

// instant is a moment as the officer wants it: 270812Z FEB 26, 1312 27 FEB 26,
// 3 min ago.
func (t *times) instant(at time.Time) string {
	switch t.form {
	case "local":
		return strings.ToUpper(at.In(t.zone).Format("1504 02 Jan 06"))
	case "relative":
		return ago(t.now().Sub(at))
	}
	return dtg(at)
}

// clock is the time of the status line; what is relative, is so to it. In short
// it is without month and year: 270812Z, 1312.
func (t *times) clock(short bool) string {
	clock := dtg(t.now())
	if t.form == "local" {
		clock = strings.TrimSpace(t.instant(t.now()) + " " + t.name)
	}
	if short {
		clock, _, _ = strings.Cut(clock, " ")
	}
	return clock
}

// ago is how long something has been, in its largest unit.
func ago(d time.Duration) string {
	const day = 24 * time.Hour
	switch d = max(0, d); {
	case d < time.Minute:
		return "just now"
	case d < time.Hour:
		return fmt.Sprintf("%d min ago", d/time.Minute)
	case d < day:
		return fmt.Sprintf("%d h ago", d/time.Hour)
	default:
		return fmt.Sprintf("%d d ago", d/day)
	}
}

// label is w in a column, as whenLabel has it, or where times are relative:
// 140d ago, 3-5d ago, 139-141d, by 97d, since 97d. What may be still to come
// stays as it is.
func (t *times) label(w model.When) string {
	if t.form != "relative" || !w.Known() {
		return whenLabel(w)
	}
	today := model.NewDay(t.now().In(t.zone).Date())
	switch latest := max(w.From, w.To); {
	case latest > today:
		return whenLabel(w)
	case w.From == 0:
		return fmt.Sprintf("by %dd", today-w.To)
	case w.To == 0:
		return fmt.Sprintf("since %dd", today-w.From)
	case w.From == today:
		return "today"
	case w.From == w.To:
		return fmt.Sprintf("%dd ago", today-w.To)
	}
	label := fmt.Sprintf("%d-%dd ago", today-w.To, today-w.From)
	if len(label) > whenWidth {
		label = strings.TrimSuffix(label, " ago")
	}
	return label
}

// dtg is the military date-time group of t: 270812Z FEB 26.
func dtg(t time.Time) string {
	return strings.ToUpper(t.UTC().Format("021504Z Jan 06"))
}

func day(d model.Day) string { return strings.ToUpper(d.Time().Format("02Jan06")) }

func month(d model.Day) string { return strings.ToUpper(d.Time().Format("Jan06")) }

// whenWidth is the column that every whenLabel fits.
const whenWidth = 10

// whenLabel is w in a column: 09OCT25, 11-12OCT25, 28OCT25+6 (days more),
// OCT25, OCT-DEC25, 2025, by 22NOV25, 19OCT25 on (or later), undated. It has
// no sign that the cursor before it could be taken for.
func whenLabel(w model.When) string {
	switch {
	case !w.Known():
		return "undated"
	case w.From == 0:
		return "by " + day(w.To)
	case w.To == 0:
		return day(w.From) + " on"
	case w.From == w.To:
		return day(w.From)
	}
	fromYear, fromMonth, first := w.From.Date()
	toYear, toMonth, _ := w.To.Date()
	_, _, next := w.To.AddDate(0, 0, 1).Date()
	switch wholeMonths := first == 1 && next == 1; {
	case wholeMonths && fromYear == toYear && fromMonth == toMonth:
		return month(w.From)
	case fromYear == toYear && fromMonth == toMonth:
		return day(w.From)[:2] + "-" + day(w.To)
	case w.Precision == model.PrecisionDay || w.Precision == model.PrecisionWeek:
		return fmt.Sprintf("%s+%d", day(w.From), w.Days()-1)
	case wholeMonths && fromMonth == time.January && toMonth == time.December && fromYear == toYear:
		return fmt.Sprint(fromYear)
	case w.Days() <= 365:
		return month(w.From)[:3] + "-" + month(w.To)
	default:
		return fmt.Sprintf("%d-%d", fromYear, toYear)
	}
}

// whenText is w in a sentence, in ISO 8601.
func whenText(w model.When) string {
	switch {
	case !w.Known():
		return "undated"
	case w.From == 0:
		return "by " + w.To.String()
	case w.To == 0:
		return w.From.String() + " or later"
	case w.From == w.To:
		return w.From.String()
	}
	return w.From.String() + " to " + w.To.String()
}
