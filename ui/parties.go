package ui

import (
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"crisisdesk/model"
	"crisisdesk/ui/clean"
)

// parties are the names of those in an incident, by role.
type parties struct{ who, whom, between []string }

func partiesOf(actors []model.Actor) (p parties) {
	for _, a := range actors {
		name := squeeze(a.Name)
		switch a.Role {
		case model.Initiator:
			p.who = append(p.who, name)
		case model.Target:
			p.whom = append(p.whom, name)
		case model.Mediator:
			p.between = append(p.between, name)
		}
	}
	return p
}

// whoWhom tells initiators, targets and, in brackets, mediators, all by name.
func whoWhom(actors []model.Actor, arrow string) string {
	p := partiesOf(actors)
	return joinParties(listed(p.who), listed(p.whom), listed(p.between), arrow)
}

func listed(names []string) string { return strings.Join(names, ", ") }

func joinParties(who, whom, between, arrow string) string {
	switch {
	case whom != "" && who == "":
		who = "? " + arrow + " " + whom
	case whom != "":
		who += " " + arrow + " " + whom
	}
	if between != "" {
		who = strings.TrimSpace(who + " (" + between + ")")
	}
	return orNone(who)
}

// inBrief is whoWhom in n columns: where not all names fit, as many on each
// side as do and the number of the others, so that it still says who did it
// and to whom.
func (t *theme) inBrief(actors []model.Actor, n int) string {
	all := whoWhom(actors, t.arrow)
	if cells(all) <= n {
		return all
	}
	p := partiesOf(actors)
	if len(p.whom) == 0 {
		return joinParties(t.names(p.who, n), "", t.names(p.between, n-2), t.arrow)
	}
	if len(p.who) == 0 {
		return joinParties("", t.names(p.whom, n-4), "", t.arrow)
	}
	room := n - 2 - cells(t.arrow)
	who := t.names(p.who, room-room/2)
	whom := t.names(p.whom, room-cells(who))
	return joinParties(t.names(p.who, room-cells(whom)), whom, "", t.arrow)
}

// leastName is how much of a name is kept to make room for a number of others.
const leastName = 6

// names are as many of names as n columns hold, and the number of the others:
// Kabul, Khost +2. The first is there, cut if it must be.
func (t *theme) names(names []string, n int) string {
	if len(names) == 0 {
		return ""
	}
	more := ""
	for k := len(names); k > 0; k-- {
		if k < len(names) {
			more = " +" + strconv.Itoa(len(names)-k)
		}
		if s := listed(names[:k]) + more; cells(s) <= n {
			return s
		}
	}
	if n-len(more) < leastName {
		return t.cutTo(names[0]+more, n)
	}
	return t.cutTo(names[0], n-len(more)) + more
}

// cutTo is the start of s in at most n columns.
func (t *theme) cutTo(s string, n int) string {
	if s = clean.Line(s); cells(s) <= n {
		return s
	}
	head, _ := cut(s, max(1, n-1))
	return strings.TrimRight(s[:head], " ") + t.ellipsis
}

// cells is how many columns s takes.
func cells(s string) int { return ansi.StringWidthWc(clean.Line(s)) }
