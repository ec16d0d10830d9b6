package export

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"crisisdesk/model"
)

// sources tells of each outlet what came from it in the period, and how many of
// its reports credit somebody else.
func (b *briefing) sources() []Line {
	type source struct {
		key             string
		name, letter    string
		documents       []*model.Document
		reports, echoes int
	}
	found := map[string]*source{}
	of := map[model.DocumentID]*source{}
	for d := range b.snapshot.Documents.All() {
		if !b.is[d.ID] {
			continue
		}
		origin := model.OriginIn(d, model.Origin{})
		if found[origin.Key] == nil {
			found[origin.Key] = &source{key: origin.Key, name: cmp.Or(d.Outlet, d.Path), letter: documentLetter(b.snapshot, d)}
		}
		of[d.ID] = found[origin.Key]
		of[d.ID].documents = append(of[d.ID].documents, d)
	}
	for i := range b.snapshot.Incidents.All() {
		for _, r := range i.Reports {
			s := of[r.Document()]
			if s == nil {
				continue
			}
			s.reports++
			d := b.snapshot.Document(r.Document())
			if model.OriginIn(d, r.Origin()).Key != model.OriginIn(d, model.Origin{}).Key {
				s.echoes++
			}
		}
	}
	all := make([]*source, 0, len(found))
	for _, s := range found {
		all = append(all, s)
	}
	slices.SortFunc(all, func(x, y *source) int {
		return cmp.Or(cmp.Compare(len(y.documents), len(x.documents)), strings.Compare(x.name, y.name), strings.Compare(x.key, y.key))
	})
	var out []Line
	for _, s := range all {
		line := Line{Text: fmt.Sprintf("%s (%s): %s, %s, of which %d credit others", s.name, s.letter,
			count(len(s.documents), "document", "documents"), count(s.reports, "report", "reports"), s.echoes)}
		for _, d := range s.documents[:min(shownCites, len(s.documents))] {
			line.Cites = append(line.Cites, b.cite(model.Span{Document: d.ID}))
		}
		out = append(out, line)
	}
	return out
}

// mostDays is how long a period may be for its days to be told apart.
const mostDays = 92

// days counts of each day of the period what lies on it.
func (b *briefing) days(count func(add func(model.When))) (from model.Day, n []int) {
	from, to := model.DayOf(b.subject.Since), model.DayOf(b.subject.Until)
	if to-from >= mostDays || to < from {
		return from, nil
	}
	n = make([]int, to-from+1)
	count(func(w model.When) {
		if !w.Bounded() || w.Days() > 7 {
			return
		}
		for day := max(from, w.From); day <= min(to, w.To); day++ {
			n[day-from]++
		}
	})
	return from, n
}

// holes are stretches of the period of which no incident is told, between the
// reports on either side of them, and files that are not on the board.
func (b *briefing) holes() []Line {
	from, told := b.days(func(add func(model.When)) {
		for i := range b.whole.Incidents.All() {
			add(i.When)
		}
	})
	var out []Line
	for start := 0; start < len(told); start++ {
		end := start
		for end < len(told) && told[end] == 0 {
			end++
		}
		if end == start {
			continue
		}
		when := model.Between(from+model.Day(start), from+model.Day(end-1))
		out = append(out, Line{fmt.Sprintf("No document of the desk tells of an incident of %s", when.EDTF()), b.around(when)})
		start = end
	}
	for _, p := range b.whole.Problems {
		out = append(out, Line{"Not on the board: " + p.Reason, []Cite{{Path: p.Path, Letter: unrated}}})
	}
	return out
}

// around cites the last incident before a stretch and the first after it.
func (b *briefing) around(hole model.When) []Cite {
	var before, after *model.Incident
	for i := range b.whole.Incidents.All() {
		switch {
		case !i.When.Bounded() || i.When.Days() > 7:
		case i.When.To < hole.From && (before == nil || i.When.To > before.When.To):
			before = i
		case i.When.From > hole.To && (after == nil || i.When.From < after.When.From):
			after = i
		}
	}
	var out []Cite
	for _, i := range []*model.Incident{before, after} {
		if i != nil {
			out = append(out, b.cites(i.Evidence()[:1])...)
		}
	}
	return out
}

// charts draw the period day by day.
func (b *briefing) charts(fresh []*model.Incident) []Chart {
	from, incidents := b.days(func(add func(model.When)) {
		for _, i := range fresh {
			add(i.When)
		}
	})
	_, statements := b.days(func(add func(model.When)) {
		for x := range b.snapshot.Statements.All() {
			if b.is[x.Document()] {
				add(x.When())
			}
		}
	})
	if len(incidents) < 2 {
		return nil
	}
	return []Chart{{"New incidents by day of the event", from, incidents}, {"Statements by day", from, statements}}
}
