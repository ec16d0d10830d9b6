package model

import (
	"maps"
	"testing"
)

// What near passes over does not match, and what it finds it finds once.
func TestNearFindsAllThatMatch(t *testing.T) {
	g := newGenerator(3, 300)
	c := calendar{}
	var all []*account
	for range 300 {
		f := g.next().Facts
		for i := range f.Reports {
			switch r := &f.Reports[i]; g.random.IntN(8) {
			case 0:
				r.When = When{}
			case 1:
				r.When.To = 0
			case 2:
				r.When = Between(r.When.From-500, r.When.From)
			}
		}
		for _, a := range accountsOf(keep(f), f.Document) {
			c.add(a)
			all = append(all, a)
		}
	}
	for _, a := range all[:200] {
		want, got := map[*account]int{}, map[*account]int{}
		for _, o := range all {
			if match(a, o) >= enough {
				want[o] = 1
			}
		}
		c.near(a, anyReport, func(o *account, points int) {
			if points == match(a, o) {
				got[o]++
			}
		})
		if !maps.Equal(got, want) {
			t.Fatalf("of %d reports that match one of %s, %v, near finds %d", len(want), a.report.Kind(), a.report.when, len(got))
		}
	}
	for _, a := range all {
		c.remove(a)
	}
	for reports := range c.all() {
		t.Errorf("a drawer of %d reports is left when all are gone", len(reports))
	}
}

// How well two reports match does not depend on which of them is asked.
func TestMatchEitherWay(t *testing.T) {
	g := newGenerator(5, 60)
	var all []*account
	for range 60 {
		f := g.next().Facts
		for _, a := range accountsOf(keep(f), f.Document) {
			for _, o := range all {
				if one, other := match(a, o), match(o, a); max(one, other) >= enough && one != other {
					t.Fatalf("%s and %s match by %d points one way and by %d the other", a.report.Kind(), o.report.Kind(), one, other)
				}
			}
			all = append(all, a)
		}
	}
}
