package model

import (
	"cmp"
	"slices"
	"strings"
)

// matters compares what reports of one event say of whether it happened, who
// began it, and who was hit.
func matters(accounts []voiced, actors []Actor) []Dispute {
	var out []Dispute
	for _, d := range []Dispute{whetherItHappened(accounts), whoBegan(accounts), whoWasHit(accounts, actors)} {
		if len(d.Claims) > 0 {
			out = append(out, d)
		}
	}
	return out
}

// whetherItHappened sets those who tell it beside those who deny it; nothing
// where nobody does.
func whetherItHappened(accounts []voiced) Dispute {
	denies := func(a voiced) bool { return a.report.Status() == Denied || a.report.Status() == Disputed }
	if !slices.ContainsFunc(accounts, denies) {
		return Dispute{}
	}
	d := Dispute{Matter: Happened, Relation: OneSided}
	for _, a := range accounts {
		by := cmp.Or(a.report.ClaimedBy(), a.origin().Name)
		switch a.report.Status() {
		case Denied:
			d.add(by, "denied", a)
		case Disputed:
			d.add(by, "told", a)
			d.add("another in "+a.origin().Name, "denied", a)
			d.Relation = Contradict
		default:
			d.add(by, "told", a)
			d.Relation = Contradict
		}
	}
	return d
}

// whoBegan sets reports beside one another that each call another side the
// attacker; nothing where all agree. A clash in which both are says nothing.
func whoBegan(accounts []voiced) Dispute {
	d := Dispute{Matter: Began, Relation: Contradict}
	var attackers [][]string
	for _, a := range accounts {
		if !violent[a.kind] {
			continue
		}
		began, hit := sidesAs(Initiator, a.report.actors), sidesAs(Target, a.report.actors)
		if len(began) == 0 || len(hit) == 0 || meetSides(began, hit) {
			continue
		}
		attackers = distinct(attackers, began)
		d.add(cmp.Or(a.report.ClaimedBy(), a.origin().Name), namesAs(Initiator, a.report.actors), a)
	}
	if !anyApart(attackers) {
		return Dispute{}
	}
	return d
}

// whoWasHit sets beside one another what several claimants say of who was
// attacked; nothing where they name some in common.
func whoWasHit(accounts []voiced, actors []Actor) Dispute {
	d := Dispute{Matter: Hit, Relation: Contradict}
	var targets [][]string
	claimants := map[string]bool{}
	for _, a := range accounts {
		if !violent[a.kind] || a.report.ClaimedBy() == "" {
			continue
		}
		hit := sidesAs(Target, a.report.actors)
		if len(hit) == 0 {
			continue
		}
		claimants[claimantOf(a.report.ClaimedBy(), actors)] = true
		targets = distinct(targets, hit)
		d.add(a.report.ClaimedBy(), namesAs(Target, a.report.actors), a)
	}
	if len(claimants) < 2 || !anyApart(targets) {
		return Dispute{}
	}
	return d
}

// add sets down once what somebody says, with the words of the report.
func (d *Dispute) add(by, holds string, a voiced) {
	if slices.ContainsFunc(d.Claims, func(p Position) bool { return p.By == by && p.Who == holds }) {
		return
	}
	d.Claims = append(d.Claims, Position{By: by, Who: holds, Span: a.report.clause()})
}

func sidesAs(role Role, actors []Actor) []string {
	var out []string
	for _, a := range actors {
		if a.Role == role {
			out = append(out, sideOf(a))
		}
	}
	return out
}

func namesAs(role Role, actors []Actor) string {
	var out []string
	for _, a := range actors {
		if a.Role == role && !slices.Contains(out, a.Name) {
			out = append(out, a.Name)
		}
	}
	return strings.Join(out, ", ")
}

// distinct are the sets with another, where they do not have it.
func distinct(sets [][]string, another []string) [][]string {
	if slices.ContainsFunc(sets, func(s []string) bool { return slices.Equal(s, another) }) {
		return sets
	}
	return append(sets, another)
}

// anyApart reports whether two of the sets have no side in common.
func anyApart(sets [][]string) bool {
	for i, a := range sets {
		for _, b := range sets[i+1:] {
			if !meetSides(a, b) {
				return true
			}
		}
	}
	return false
}

func meetSides(a, b []string) bool {
	return slices.ContainsFunc(a, func(side string) bool { return slices.Contains(b, side) })
}

// statusOf is how reports of one event together put it: disputed where some
// tell it and others deny it.
func statusOf(reports []*Told) Status {
	is := map[Status]bool{}
	for _, r := range reports {
		is[r.Status()] = true
	}
	told := is[Reported] || is[Claimed]
	switch {
	case is[Disputed], told && is[Denied]:
		return Disputed
	case is[Denied]:
		return Denied
	case is[Reported] || !is[Claimed]:
		return Reported
	}
	return Claimed
}
