package export

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"crisisdesk/model"
)

// incidents are those of which all that is told came in the period, and those
// of which something did: best told first.
func (b *briefing) incidents() (fresh, more []*model.Incident) {
	for i := range b.snapshot.Incidents.All() {
		in := 0
		for _, r := range i.Reports {
			if b.is[r.Document()] {
				in++
			}
		}
		switch {
		case in == 0:
		case in == len(i.Reports):
			fresh = append(fresh, i)
		default:
			more = append(more, i)
		}
	}
	best := func(x, y *model.Incident) int {
		return cmp.Or(cmp.Compare(len(y.Origins), len(x.Origins)), cmp.Compare(len(y.Reports), len(x.Reports)))
	}
	slices.SortStableFunc(fresh, best)
	slices.SortStableFunc(more, best)
	return fresh, more
}

func (b *briefing) incidentLine(i *model.Incident) Line {
	var parts []string
	add := func(part string) {
		if part != "" {
			parts = append(parts, part)
		}
	}
	add(i.Kind.Label())
	var places []string
	for _, p := range i.Places {
		places = append(places, p.Name)
	}
	add(strings.Join(places, " and "))
	add(cmp.Or(i.When.EDTF(), "undated"))
	by, of := names(i.Actors, model.Initiator), names(i.Actors, model.Target)
	if by+of != "" {
		add(cmp.Or(by, "unknown") + " → " + cmp.Or(of, "unknown"))
	}
	figures := i.Casualties()
	for _, c := range figures[:min(shownCites, len(figures))] {
		add(figureText(string(c.Outcome), c.Who, c.Min, c.Max, c.ClaimedBy))
	}
	add(string(i.Status))
	add(count(len(i.Origins), "origin", "origins"))
	if e := b.snapshot.Work.Last(model.RateClaim, i.Items()...); e != nil {
		add("credibility " + e.Value)
	}
	return Line{strings.Join(parts, ", "), b.cites(i.Evidence())}
}

// figureText is a figure in words: 200 or more militants killed (says Pakistan).
func figureText(outcome, who string, low, high int, by string) string {
	text := strings.Join(strings.Fields(rangeText(low, high)+" "+who+" "+outcome), " ")
	if by != "" {
		text += " (says " + by + ")"
	}
	return text
}

// rangeText is a number between two bounds: 15–20, 200 or more.
func rangeText(low, high int) string {
	switch high {
	case low:
		return fmt.Sprint(low)
	case model.NoLimit:
		return fmt.Sprint(low, " or more")
	}
	return fmt.Sprintf("%d–%d", low, high)
}
