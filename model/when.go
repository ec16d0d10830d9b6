package model

// Precision says how exactly a When is known.
type Precision uint8

// The precisions of DESIGN: the smallest unit of the calendar that the text supports.
const (
	PrecisionUnknown Precision = iota
	PrecisionDay
	PrecisionWeek
	PrecisionMonth
	PrecisionYear
)

var precisionNames = [...]string{"unknown", "day", "week", "month", "year"}

// String is the word used in exports.
func (p Precision) String() string { return precisionNames[p] }

var acledPrecisions = [...]string{PrecisionDay: "1", PrecisionWeek: "2", PrecisionMonth: "3", PrecisionYear: ""}

// ACLED is the time precision of ACLED's codebook: 1 a day, 2 a week, 3 a month;
// "" for what is known less well.
func (p Precision) ACLED() string { return acledPrecisions[p] }

// When is an interval of days, both ends included. A zero end is open: the
// text bounds the time on one side only. The zero When is "no date supported".
type When struct {
	From, To  Day
	Precision Precision
}

// OnDay is the When of one day.
func OnDay(d Day) When { return When{From: d, To: d, Precision: PrecisionDay} }

// Between is the When of an interval, its precision read off its length.
func Between(from, to Day) When {
	w := When{From: from, To: to}
	switch n := to - from; {
	case from == 0 || to == 0:
	case n <= 1:
		w.Precision = PrecisionDay
	case n <= 13:
		w.Precision = PrecisionWeek
	case n <= 92:
		w.Precision = PrecisionMonth
	default:
		w.Precision = PrecisionYear
	}
	return w
}

// Known reports whether at least one end is known.
func (w When) Known() bool { return w.From != 0 || w.To != 0 }

// Bounded reports whether both ends are known.
func (w When) Bounded() bool { return w.From != 0 && w.To != 0 }

// Overlaps reports whether some day can lie in both; an open end reaches for ever.
func (w When) Overlaps(o When) bool {
	return !(w.To != 0 && o.From != 0 && w.To < o.From) && !(o.To != 0 && w.From != 0 && o.To < w.From)
}

// Days is the number of days covered, 0 where an end is open.
func (w When) Days() int {
	if !w.Bounded() {
		return 0
	}
	return int(w.To-w.From) + 1
}

// Latest is the day by which lists are ordered: the last day, else the first.
func (w When) Latest() Day {
	if w.To != 0 {
		return w.To
	}
	return w.From
}

// EDTF writes w as an interval of EDTF level 1 (ISO 8601-2): one day as
// 2025-10-09, a whole month as 2025-10, other intervals as
// 2025-10-09/2025-10-12, an open end as "..", and no date as "".
func (w When) EDTF() string {
	end := func(d Day) string {
		if d == 0 {
			return ".."
		}
		return d.String()
	}
	switch {
	case !w.Known():
		return ""
	case w.From == w.To:
		return w.From.String()
	case w.Bounded() && w.From.AddDate(0, 1, -1) == w.To && w.To.AddDate(0, 0, 1).Time().Day() == 1:
		return w.From.String()[:len("2025-10")]
	}
	return end(w.From) + "/" + end(w.To)
}
