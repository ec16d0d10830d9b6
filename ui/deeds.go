package ui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"crisisdesk/model"
)

// The kinds of item that an entry can be about.
const (
	aReport    = "report:"
	aStatement = "statement:"
	aQuestion  = "question:"
	anOutlet   = "outlet:"
)

// of are the items that one is on where they are of one of the kinds; where
// they are not, the officer is told what the command needs.
func (a *app) of(needs string, kinds ...string) (items []model.Item, name string) {
	items, name = a.about()
	if len(items) > 0 && slices.ContainsFunc(kinds, func(k string) bool { return strings.HasPrefix(string(items[0]), k) }) {
		return items, name
	}
	a.notice = "this needs " + needs + " under the cursor"
	return nil, ""
}

func (a *app) rate(value string) tea.Cmd {
	items, name := a.of("a source, an incident or a statement", anOutlet, aReport, aStatement)
	if items == nil {
		return nil
	}
	e := model.Entry{Action: model.RateClaim, Of: items, About: name, Value: value}
	if strings.HasPrefix(string(items[0]), anOutlet) {
		e.Action, e.Value = model.RateOutlet, strings.ToUpper(value)
	}
	return a.record(e, "rated "+e.Value)
}

func (a *app) judge(words string) tea.Cmd {
	items, name := a.of("a question", aQuestion)
	if items == nil {
		return nil
	}
	e := model.Entry{Action: model.JudgeQuestion, Of: items, About: name, Scale: model.ICD203, Value: words}
	for _, confidence := range []string{"low", "moderate", "high"} {
		if word, ok := strings.CutSuffix(words, " "+confidence); ok {
			e.Value, e.Confidence = word, confidence
		}
	}
	return a.record(e, "judged "+words)
}

func (a *app) sleep(days string) tea.Cmd {
	items, name := a.of("a question", aQuestion)
	if items == nil {
		return nil
	}
	return a.record(model.Entry{Action: model.SetSleep, Of: items, About: name, Value: days}, "dormant after "+days+" days")
}

func (a *app) propose(verdict string) tea.Cmd {
	items, name := a.of("a question", aQuestion)
	if items == nil {
		return nil
	}
	return a.record(model.Entry{Action: model.ProposeVerdict, Of: items, About: name, Value: verdict}, "proposed "+verdict+": a second officer accepts it")
}

func (a *app) accept(string) tea.Cmd {
	items, name := a.of("a question", aQuestion)
	if items == nil {
		return nil
	}
	proposal := a.snapshot.Work.Last(model.ProposeVerdict, items...)
	switch {
	case proposal == nil:
		a.notice = "nobody has proposed a verdict"
	case a.Desk != nil && proposal.Officer == a.Desk.Officer:
		a.notice = "the proposal is yours: a verdict needs a second officer"
	default:
		return a.record(model.Entry{Action: model.AcceptVerdict, Entry: proposal.ID(), About: name}, "accepted "+proposal.Value)
	}
	return nil
}

func (a *app) ask(text string) tea.Cmd {
	if text == "" {
		a.notice = "the question follows the word ask"
		return nil
	}
	return a.record(model.Entry{Action: model.AskQuestion, Text: text}, "asked")
}

func (a *app) setDate(date string) tea.Cmd {
	var id model.DocumentID
	switch a.at {
	case atReader:
		id = a.reader.page.document.ID
	case atDetail:
		where, _ := a.detail.selected()
		id = where.document
	}
	d := a.snapshot.Document(id)
	if d == nil {
		a.notice = "a date is set where a document is open, or a report under the cursor"
		return nil
	}
	if _, err := model.ParseEDTF(date); err != nil {
		a.notice = err.Error()
		return nil
	}
	return a.record(model.Entry{Action: model.SetDate, Of: []model.Item{model.DocumentItem(id)}, Value: date, About: squeeze(d.Title)}, "published "+date)
}

func (a *app) hold(string) tea.Cmd {
	items, name := a.of("an incident", aReport)
	if items != nil {
		a.held = items
		a.notice = "held: " + name + "; go to another and :merge"
	}
	return nil
}

func (a *app) merge(string) tea.Cmd {
	items, name := a.of("an incident", aReport)
	switch {
	case items == nil:
	case len(a.held) == 0:
		a.notice = "no incident is held: go to one and :hold it first"
	case slices.Contains(items, a.held[0]):
		a.notice = "that is the incident that is held"
	default:
		e := model.Entry{Action: model.MergeReports, Of: append(slices.Clone(a.held), items...), About: name}
		a.held = nil
		return a.record(e, "merged")
	}
	return nil
}

// split takes the report under the cursor of a detail out of its incident.
func (a *app) split(string) tea.Cmd {
	items, name := a.of("a report of an opened incident", aReport)
	if items == nil {
		return nil
	}
	report := model.Item("")
	if x := a.snapshot.Incident(model.IncidentID(a.opened.id)); a.at == atDetail && x != nil {
		where, _ := a.detail.selected()
		for _, r := range x.Reports {
			if r.Document() == where.document && slices.Equal(r.Evidence(), where.spans) {
				report = model.ReportItem(r.ID())
			}
		}
	}
	if report == "" || len(items) < 2 {
		a.notice = "open an incident of several reports and put the cursor on one of them"
		return nil
	}
	rest := slices.DeleteFunc(slices.Clone(items), func(x model.Item) bool { return x == report })
	return a.record(model.Entry{Action: model.SplitOff, Of: []model.Item{report}, From: rest, About: name}, "split off")
}
