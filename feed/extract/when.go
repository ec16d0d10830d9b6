package extract

import (
	"time"

	"crisisdesk/model"
)

// moment is a time expression: the tokens [start, end) of a sentence and what
// they say, before it is known when that was.
type moment struct {
	start, end int
	kind       momentKind
	year       int // calendar, 0 where not said
	month      int // calendar, 1 to 12
	day        int // calendar
	toMonth    int // of the last day, where it differs
	toDay      int // last day of a range
	weekday    int // 1 Monday to 7 Sunday, on the calendar too where it is said
	n          int // units from the anchor, negative in the past
	unit       unit
	part       portion
	night      bool // reaches into the next day
	last       bool // "last Friday", "last October": before the present one
	lastYear   bool // "9 May last year"
	since      bool // from then on
	until      bool // up to then
	loose      bool // "a few days later": the number is not known
}

type momentKind uint8

const (
	onCalendar    momentKind = iota // "9 October", "2021", "early October 2025", "last autumn"
	dayOfMonth                      // "on the 9th", "the ninth of this month"
	onWeekday                       // "late on Thursday"
	fromPublished                   // "yesterday", "two weeks ago", "last month"
	fromStory                       // "the same day", "two nights later"
	upToPublished                   // "in recent days", "this week": the n units before publication
)

type unit uint8

const (
	days unit = iota
	hours
	weeks
	months
	years
	weekends
)

type portion uint8

const (
	whole portion = iota
	early
	middle
	late
	firstHalf
	secondHalf
	quarter1
	quarter2
	quarter3
	quarter4
	season
)

// clock is what time expressions of a document are counted from.
type clock struct {
	published model.When
	year      int       // the latest that the text makes plain; 0 for none
	told      int       // the latest month that it says with that year, 0 for none
	desk      yearOfDay // of days and months without a year, where published is not known; may be nil
	month     model.Day // the first day of the month that was said last, 0 where none was
	story     model.Day // of what was told last, 0 where nothing was
}

// yearOfDay is the year of a day that a document says without one; 0 where that
// is not known.
type yearOfDay func(month time.Month, day int) int

// now is the day of publication, 0 where it is not known.
func (c *clock) now() model.Day { return c.published.Latest() }

// openEnded reports whether publication is only bounded from below: then it is
// no day to count back from.
func (c *clock) openEnded() bool { return c.published.From != 0 && c.published.To == 0 }

// resolve works out when a moment was. The zero When says that the document
// does not support a date.
func (c *clock) resolve(m *moment) model.When {
	w := c.interval(m)
	if !w.Known() {
		return w
	}
	switch {
	case m.until && m.kind == upToPublished && c.openEnded():
		return model.When{}
	case m.until:
		return model.When{To: w.To}
	case c.openEnded() && (m.since || m.kind == fromPublished || m.kind == upToPublished):
		return model.When{From: w.From} // the page may have appeared long after its bound
	case m.since:
		return model.Between(w.From, max(w.From, c.now()))
	case c.openEnded():
		return w
	}
	if now := c.now(); now != 0 && w.From <= now && w.To > now && m.kind == onCalendar && m.day == 0 {
		w = model.Between(w.From, now) // "in October", told on the 16th
	}
	return w
}

func (c *clock) interval(m *moment) model.When {
	switch m.kind {
	case onCalendar:
		return c.calendar(m)
	case dayOfMonth:
		return c.dayOfMonth(m)
	case onWeekday:
		return c.onWeekday(m)
	case fromPublished:
		if c.now() == 0 {
			return model.When{}
		}
		return shift(c.now(), m)
	case upToPublished:
		if c.now() == 0 {
			return model.When{}
		}
		return model.Between(back(c.now(), m.n, m.unit), c.now())
	case fromStory:
		day := c.story
		if day == 0 && m.n <= 0 {
			day = c.now() // what is told next has not happened yet
		}
		if day == 0 {
			return model.When{}
		}
		return shift(day, m)
	}
	return model.When{}
}

func (c *clock) calendar(m *moment) model.When {
	year := m.year
	if year == 0 {
		year = m.onItsWeekday(c.yearOf(m))
	}
	switch {
	case year == 0:
		return model.When{}
	case m.month == 0:
		return partOf(m.part, model.NewDay(year, 1, 1), model.NewDay(year, 12, 31))
	case m.day == 0:
		from := model.NewDay(year, time.Month(m.month), 1)
		return partOf(m.part, from, from.AddDate(0, 1, -1))
	}
	from := model.NewDay(year, time.Month(m.month), m.day)
	to := from
	if m.toDay != 0 {
		month := m.month
		if m.toMonth != 0 {
			month = m.toMonth
		}
		if to = model.NewDay(year, time.Month(month), m.toDay); to < from {
			to = to.AddDate(1, 0, 0)
		}
	}
	return model.Between(from, to)
}

// yearOf is the year of a day and month that are said without one: the latest
// that is past at publication, else that of the crisis, or the year that the
// document is about where that is another.
func (c *clock) yearOf(m *moment) int {
	now := c.now()
	switch {
	case m.month == 0:
		return c.year
	case now == 0:
		if year := c.desk(time.Month(m.month), max(1, m.day)); year != 0 && c.year <= year+1 && m.month > c.told {
			return year
		}
		return c.year
	}
	year, _, _ := now.Date()
	if m.lastYear {
		return year - 1
	}
	from, recent := model.NewDay(year, time.Month(m.month), max(1, m.day)), model.Day(45)
	if m.part == season {
		recent = 100
	}
	if from > now || m.last && now-from < recent && m.day == 0 {
		year--
	}
	return year
}

// onItsWeekday is the year in which a day and month fall on the weekday that
// is said with them: the one that was reckoned, else the nearest to it.
func (m *moment) onItsWeekday(year int) int {
	if m.weekday == 0 || m.day == 0 || year == 0 {
		return year
	}
	for _, y := range [...]int{year, year + 1, year - 1, year + 2, year - 2} {
		if isoWeekday(model.NewDay(y, time.Month(m.month), m.day)) == m.weekday {
			return y
		}
	}
	return year
}

// dayOfMonth is the day of the month that was said last, else of the present
// one; of the month before where it would not be past.
func (c *clock) dayOfMonth(m *moment) model.When {
	at := c.month
	if at == 0 || m.unit == months {
		at = c.now()
	}
	if at == 0 {
		return model.When{}
	}
	year, month, _ := at.Date()
	day := model.NewDay(year, month, m.day)
	if now := c.now(); now != 0 && !c.openEnded() && day > now {
		day = model.NewDay(year, month-1, m.day)
	}
	if m.night {
		return model.Between(day, day+1)
	}
	return model.OnDay(day)
}

// isoWeekday is 1 for Monday to 7 for Sunday.
func isoWeekday(d model.Day) int { return (int(d.Weekday())+6)%7 + 1 }

// onWeekday is the latest such day up to publication; without one, the
// nearest to what was told last.
func (c *clock) onWeekday(m *moment) model.When {
	var day model.Day
	switch p := c.published; {
	case p.Bounded() && p.To-p.From < 7:
		day = p.To - model.Day((isoWeekday(p.To)-m.weekday+7)%7)
		if m.last && day == p.To {
			day -= 7
		}
	case c.story != 0:
		day = c.story - 3 + model.Day((m.weekday-isoWeekday(c.story-3)+7)%7)
	default:
		return model.When{}
	}
	if m.night {
		return model.Between(day, day+1)
	}
	return model.OnDay(day)
}

// shift is m.n units from a day, as exact as the unit is.
func shift(day model.Day, m *moment) model.When {
	switch m.unit {
	case weeks:
		if m.kind == fromPublished && m.last { // "last week": Monday to Sunday
			monday := day - model.Day((int(day.Weekday())+6)%7) - 7
			return model.Between(monday, monday+6)
		}
		at := day + model.Day(7*m.n)
		return model.Between(at-3, at+3)
	case months:
		y, mo, _ := day.Date()
		from := model.NewDay(y, mo+time.Month(m.n), 1)
		return partOf(m.part, from, from.AddDate(0, 1, -1))
	case years:
		y, _, _ := day.Date()
		return partOf(m.part, model.NewDay(y+m.n, 1, 1), model.NewDay(y+m.n, 12, 31))
	case weekends:
		sunday := day - model.Day(day.Weekday())
		if day.Weekday() == time.Saturday {
			return model.OnDay(day)
		}
		return model.Between(sunday-1, sunday)
	case hours:
		switch {
		case m.n < 0:
			return model.Between(day-1, day)
		default:
			return model.Between(day, day+1)
		}
	}
	at := day + model.Day(m.n)
	switch {
	case m.loose && m.n < 0:
		return model.Between(day-7, day-1)
	case m.loose:
		return model.Between(day+1, day+7)
	case m.night:
		return model.Between(at, at+1)
	}
	return model.OnDay(at)
}

// back is the first day of the n units that end with a day.
func back(day model.Day, n int, u unit) model.Day {
	switch u {
	case weeks:
		return day - model.Day(7*n) + 1
	case months:
		if n == 0 { // "this month"
			y, m, _ := day.Date()
			return model.NewDay(y, m, 1)
		}
		return day.AddDate(0, -n, 0)
	case years:
		if n == 0 {
			y, _, _ := day.Date()
			return model.NewDay(y, 1, 1)
		}
		return day.AddDate(-n, 0, 0)
	}
	return day - model.Day(n)
}

// partOf is the early, middle or late part of a month or year.
func partOf(p portion, from, to model.Day) model.When {
	third := (to - from + 1) / 3
	switch p {
	case season: // of which from is the first month
		to = from.AddDate(0, 3, -1)
	case early:
		to = from + third - 1
	case middle:
		from, to = from+third, to-third
	case late:
		from = to - third + 1
	case firstHalf:
		to = from + (to-from)/2
	case secondHalf:
		from += (to - from) / 2
	case quarter1, quarter2, quarter3, quarter4:
		y, _, _ := from.Date()
		from = model.NewDay(y, time.Month(3*int(p-quarter1)+1), 1)
		to = from.AddDate(0, 3, -1)
	}
	return model.Between(from, to)
}
