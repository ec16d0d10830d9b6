package model

import "slices"

// setScopes finds among figures of one key the period that most of it is
// about, the longest that was counted through, and marks the figures of other
// periods: those of a few of its days are part of it, those of days that cross
// it have another scope. Days that nothing bounds are those of the event.
func setScopes(key []figure) {
	whole := -1
	for i, f := range key {
		if f.lasts && (whole < 0 || f.period.Days() > key[whole].period.Days()) {
			whole = i
		}
	}
	if whole < 0 {
		return
	}
	w := key[whole].period
	for i := range key {
		f := &key[i]
		if r := scopeWithin(f.period, w); r != "" {
			f.claim.Relation, f.claim.Period = r, f.period
		}
	}
}

// scopeWithin is how figures of period p stand to those of w, "" where both
// can be told of the same days.
func scopeWithin(p, w When) Relation {
	if !p.Bounded() {
		return ""
	}
	common := int(min(p.To, w.To)-max(p.From, w.From)) + 1
	switch {
	case 2*common > p.Days()+w.Days()-common:
		return ""
	case common == p.Days():
		return PartOf
	}
	return ScopeDiffers
}

// partsOfPeople marks the counts of children or women that stand alone and
// beside one of all civilians: part of it, or in contradiction where larger.
func partsOfPeople(all []Dispute) {
	for i := range all {
		part := &all[i]
		if partOfPeople(part.Whose) == "" || part.Relation != OneSided && part.Relation != Agree {
			continue
		}
		for _, whole := range all {
			if whole.Measure != part.Measure || whole.Matter != Toll || classOf(whole.Whose) != civilians || partOfPeople(whole.Whose) != "" {
				continue
			}
			part.Relation = PartOf
			for _, p := range part.Claims {
				p.Relation = PartOf
				if !slices.ContainsFunc(whole.Claims, func(w Position) bool { return !exceeds(p, w) }) {
					part.Relation = Contradict
				}
			}
		}
	}
}

// Disputes are those of i, and where i is fighting that lasted, with the
// figures of the events that were part of it: the fifteen to twenty dead of
// one day among the more than two hundred of ten. It reads the incidents of
// those days where i lasted.
func (s *Snapshot) Disputes(i *Incident) []Dispute {
	out := i.Disputes()
	if i.Kind != Clash || i.When.Days() <= fewDays || len(out) == 0 {
		return out
	}
	for o := range s.Incidents.From(func(o *Incident) bool { return o.When.Latest() <= i.When.To }) {
		if o.When.Latest() < i.When.From {
			break
		}
		if i.holds(o) {
			i.addParts(out, o)
		}
	}
	return out
}

// holds reports whether o was part of the fighting that i is: violence between
// the same sides, on a few of its days, in a place that i does not exclude.
func (i *Incident) holds(o *Incident) bool {
	return o != i && o.Kind.Family() == Violent && o.When.Bounded() && o.When.Days() <= fewDays &&
		i.When.From <= o.When.From && o.When.To <= i.When.To &&
		len(o.Casualties()) > 0 && sidesWithin(o, i) && !placesApart(i.Places, o.Places)
}

// sidesWithin reports whether two sides or more took part in o, all of which
// took part in i.
func sidesWithin(o, i *Incident) bool {
	sides := map[string]bool{}
	for _, a := range i.Actors {
		sides[sideOf(a)] = true
	}
	seen := map[string]bool{}
	for _, a := range o.Actors {
		if a.Side == "" {
			continue
		}
		if !sides[a.Side] {
			return false
		}
		seen[a.Side] = true
	}
	return len(seen) > 1
}

// placesApart reports whether both name places that bound them, and none of
// the one meets one of the other.
func placesApart(a, b []Place) bool {
	bounded := false
	for _, p := range a {
		for _, q := range b {
			if p.ID == "" || q.ID == "" || p.Kind == "region" || q.Kind == "region" {
				continue
			}
			if p.Covers(q) || q.Covers(p) {
				return false
			}
			bounded = true
		}
	}
	return bounded
}

// addParts sets the figures of o beside those of i that count the same people.
func (i *Incident) addParts(to []Dispute, o *Incident) {
	for _, c := range o.Casualties() {
		p := Position{By: c.ClaimedBy, Who: c.Who, Min: c.Min, Max: c.Max, Period: o.When, Relation: PartOf, Span: c.Evidence}
		if p.By == "" && len(o.Origins) > 0 {
			p.By = o.Origins[0].Name
		}
		for n := range to {
			d := &to[n]
			if d.Matter != Toll || d.Measure != c.Outcome || !d.counts(c, i.Actors) {
				continue
			}
			d.Claims = append(d.Claims, p)
		}
	}
}

// counts reports whether d is about the people of c: of one side as far as
// both say, and of one class.
func (d Dispute) counts(c Casualty, actors []Actor) bool {
	if len(d.Claims) == 0 || partOfPeople(c.Who) != partOfPeople(d.Whose) {
		return false
	}
	same := func(a, b string) bool { return a == "" || b == "" || a == b }
	side, class := c.sideAmong(actors), classOf(c.Who)
	return slices.ContainsFunc(d.Claims, func(p Position) bool {
		kind := classOf(p.Who)
		return same(sideNamed(p.Who, actors), side) && (kind == class || side != "" && kind == people)
	})
}
