package ui

import (
	"fmt"
	"slices"
	"strings"

	"crisisdesk/model"
)

// relationWords say what a relation of positions means.
var relationWords = map[model.Relation]string{
	model.Agree:        "they agree",
	model.Overlap:      "they differ, and can all be right",
	model.Contradict:   "they cannot all be right",
	model.OneSided:     "nobody else gives a figure",
	model.StatusSplit:  "the same people, told as fighters and as civilians",
	model.Superseded:   "one source alone, which has given a later figure",
	model.PartOf:       "some of what a wider figure counts",
	model.ScopeDiffers: "they count different days",
	model.Silence:      "nobody gives a figure",
}

// disputes sets beside one another what sources say of the same thing.
func (c *content) disputes(s *model.Snapshot, x *model.Incident) {
	all := s.Disputes(x)
	if len(all) == 0 {
		return
	}
	c.section("Claims")
	for _, d := range all {
		look, sign := plainLook, ""
		if d.Clashes() {
			look, sign = disputeLook, "* "
		}
		c.item(look, 1, len(sign), fmt.Sprintf("%s%s: %s, %s", sign, matter(d, x.Actors), strings.ToUpper(string(d.Relation)), relationWord(d)))
		for _, p := range d.Claims {
			c.opening(passage{p.Span.Document, []model.Span{p.Span}}, func() {
				c.add(plainLook, 2, "%s: %s", sayer(p.By), strings.TrimSpace(held(d, p)+" "+people(d, p)))
			})
		}
		if len(d.Silent) > 0 {
			c.add(quietLook, 2, "silent: %s", listed(d.Silent))
		}
	}
	c.bounds(x, all)
}

// bounds tells the least and greatest figures stated of the dead, and the one
// that ACLED would code.
func (c *content) bounds(x *model.Incident, all []model.Dispute) {
	var stated []string
	for _, d := range all {
		if b, ok := d.Bounds(); ok && d.Measure == model.Killed && d.Relation != model.PartOf {
			if s := whose(d, x.Actors) + " " + figure(b.Low, b.High); !slices.Contains(stated, s) {
				stated = append(stated, s)
			}
		}
	}
	floor := "ACLED floor: none, it is disputed who they were"
	n, ok := x.Floor()
	switch {
	case ok:
		floor = "ACLED floor " + number(n)
	case len(stated) == 0:
		return
	}
	c.fields(quietLook, 1, after("dead as stated: ", listed(stated)), floor)
}

func relationWord(d model.Dispute) string {
	if d.Matter != model.Toll && d.Relation == model.OneSided {
		return "nobody else speaks of it"
	}
	return relationWords[d.Relation]
}

// matter names what d is about: militants killed, who began it.
func matter(d model.Dispute, actors []model.Actor) string {
	switch d.Matter {
	case model.Happened:
		return "whether it happened"
	case model.Began:
		return "who began it"
	case model.Hit:
		return "who was hit"
	}
	return whose(d, actors) + " " + string(d.Measure)
}

// held is what a position holds: a figure with the days that it counts where
// they are others than those of the event, or words.
func held(d model.Dispute, p model.Position) string {
	if d.Matter != model.Toll {
		return squeeze(p.Who)
	}
	if !p.Numbered() {
		return "no figure"
	}
	s := figure(p.Min, p.Max)
	switch p.Relation {
	case model.PartOf, model.ScopeDiffers:
		s += " (" + strings.TrimSpace(whenLabel(p.Period)) + ")"
	case model.Superseded:
		s += " (earlier)"
	}
	return s
}

// people are those that a figure counts, "" where a position is no figure.
func people(d model.Dispute, p model.Position) string {
	if d.Matter != model.Toll {
		return ""
	}
	return orNone(p.Who)
}

// whose names the people that the figures of d count: by the actor's name
// where they are a side's.
func whose(d model.Dispute, actors []model.Actor) string {
	side, rest, _ := strings.Cut(d.Whose, " ")
	for _, a := range actors {
		if a.ID == side {
			return strings.TrimSpace(a.Name + " " + rest)
		}
	}
	return orNone(d.Whose)
}
