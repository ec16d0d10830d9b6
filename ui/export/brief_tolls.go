package export

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"crisisdesk/model"
)

// revised are the tolls of which a source gave another figure in the period
// than it had given before.
func (b *briefing) revised(of []*model.Incident) []Line {
	var out []Line
	for _, i := range of {
		for _, d := range i.Disputes() {
			for _, was := range d.Claims {
				now, ok := b.later(d, was)
				if !ok {
					continue
				}
				text := fmt.Sprintf("%s: %s → %s %s (says %s)", eventText(i), rangeText(was.Min, was.Max), rangeText(now.Min, now.Max), d.Measure, now.By)
				out = append(out, Line{text, []Cite{b.cite(whole(i, was.Span)), b.cite(whole(i, now.Span))}})
			}
		}
	}
	return out
}

// later is the figure of the period that took the place of one by the same
// source.
func (b *briefing) later(d model.Dispute, was model.Position) (model.Position, bool) {
	if d.Matter != model.Toll || was.Relation != model.Superseded {
		return model.Position{}, false
	}
	for _, p := range slices.Backward(d.Claims) {
		if p.Relation != model.Superseded && p.Numbered() && b.is[p.Span.Document] && (p.By == was.By || d.Relation == model.Superseded) {
			return p, true
		}
	}
	return model.Position{}, false
}

// claims sets beside one another what sources hold of the same thing, first
// what cannot all be right, last what one source alone says.
func (b *briefing) claims(of []*model.Incident) []Line {
	var clash, differ, alone []Line
	for _, i := range of {
		for _, d := range b.snapshot.Disputes(i) {
			line := b.claimLine(i, d)
			switch {
			case d.Relation == model.Agree:
			case d.Clashes():
				clash = append(clash, line)
			case d.Relation == model.OneSided || d.Relation == model.Superseded:
				alone = append(alone, line)
			default:
				differ = append(differ, line)
			}
		}
	}
	return slices.Concat(clash, differ, alone)
}

// claimLine tells of a dispute each position, and who is silent.
func (b *briefing) claimLine(i *model.Incident, d model.Dispute) Line {
	about := string(d.Matter)
	switch d.Matter {
	case model.Toll:
		about = string(d.Measure)
	case model.Happened:
		about = "whether it happened"
	case model.Began:
		about = "who began it"
	case model.Hit:
		about = "who was hit"
	}
	parts := []string{fmt.Sprintf("%s: %s, %s", strings.ToUpper(string(d.Relation)), eventText(i), about)}
	line := Line{}
	for _, p := range d.Claims {
		parts = append(parts, positionText(d, p))
		line.Cites = append(line.Cites, b.cite(whole(i, p.Span)))
	}
	if len(d.Silent) > 0 {
		parts = append(parts, "silent: "+strings.Join(d.Silent, ", "))
	}
	line.Text = strings.Join(parts, "; ")
	return line
}

// positionText is what somebody holds: Pakistan: 200 or more militants.
func positionText(d model.Dispute, p model.Position) string {
	held := p.Who
	if d.Matter == model.Toll {
		held = "no figure, " + p.Who
		if p.Numbered() {
			held = rangeText(p.Min, p.Max) + " " + p.Who
		}
		switch p.Relation {
		case model.PartOf, model.ScopeDiffers:
			held += " (" + cmp.Or(p.Period.EDTF(), "other days") + ")"
		case model.Superseded:
			held += " (earlier)"
		}
	}
	return strings.TrimSpace(p.By) + ": " + strings.TrimSpace(held)
}

// eventText names an incident in a few words.
func eventText(i *model.Incident) string {
	return fmt.Sprintf("%s, %s, %s", i.Kind.Label(), cmp.Or(mainPlace(i.Places).Name, "place not told"), cmp.Or(i.When.EDTF(), "undated"))
}

// whole is the sentence, or the clause, of a report of i in which at stands.
func whole(i *model.Incident, at model.Span) model.Span {
	for _, r := range i.Reports {
		for _, s := range r.Evidence() {
			if s.Document == at.Document && s.Start <= at.Start && at.End <= s.End {
				return s
			}
		}
	}
	return at
}
