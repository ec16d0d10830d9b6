package model

import (
	"testing"
	"time"
)

func TestWhenAsEDTF(t *testing.T) {
	oct := func(d int) Day { return NewDay(2025, time.October, d) }
	for _, c := range []struct {
		when When
		want string
	}{
		{When{}, ""},
		{OnDay(oct(9)), "2025-10-09"},
		{Between(oct(11), oct(12)), "2025-10-11/2025-10-12"},
		{Between(oct(1), oct(31)), "2025-10"},
		{Between(oct(1), oct(30)), "2025-10-01/2025-10-30"},
		{Between(0, oct(31)), "../2025-10-31"},
		{Between(oct(20), 0), "2025-10-20/.."},
	} {
		if got := c.when.EDTF(); got != c.want {
			t.Errorf("%+v: %q, want %q", c.when, got, c.want)
		}
	}
}

func TestDaysCountAsTheCalendarDoes(t *testing.T) {
	d := NewDay(2025, time.October, 9)
	if got := d.String(); got != "2025-10-09" {
		t.Errorf("9 October 2025 is written %q", got)
	}
	if got := d.Weekday(); got != time.Thursday {
		t.Errorf("9 October 2025 is a %v", got)
	}
	if got := NewDay(1, time.January, 1); got != 1 {
		t.Errorf("the first day is %d", got)
	}
	if got := NewDay(2024, time.March, 1) - NewDay(2024, time.February, 28); got != 2 {
		t.Errorf("February 2024 has %d days after the 28th before March", got-1)
	}
	if got, err := ParseDay("2025-13-01"); err == nil {
		t.Errorf("month 13 was read as %v", got)
	}
}

func TestOverlapHonoursOpenEnds(t *testing.T) {
	oct := func(d int) Day { return NewDay(2025, time.October, d) }
	for _, c := range []struct {
		a, b When
		want bool
	}{
		{OnDay(oct(9)), OnDay(oct(9)), true},
		{OnDay(oct(9)), OnDay(oct(10)), false},
		{Between(oct(1), oct(31)), OnDay(oct(9)), true},
		{Between(0, oct(8)), OnDay(oct(9)), false},
		{Between(oct(10), 0), OnDay(oct(9)), false},
		{When{}, OnDay(oct(9)), true},
	} {
		if c.a.Overlaps(c.b) != c.want || c.b.Overlaps(c.a) != c.want {
			t.Errorf("%v and %v: overlap %v expected", c.a.EDTF(), c.b.EDTF(), c.want)
		}
	}
}
