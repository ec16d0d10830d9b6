package ui

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"crisisdesk/model"
)

// Plain writes what is new to w until ctx ends, a line for each item and
// nothing but lines: for screen readers and logs. It begins with what the
// officer has not read, the oldest first; what it has written counts as read.
// Of the options it takes those that say what is told, not how it looks. The
// error is that of w.
func Plain(ctx context.Context, w io.Writer, o Options) error {
	o = o.withDefaults()
	p := &plain{Options: o, times: o.times(), out: bufio.NewWriter(w), since: time.Now()}
	defer p.save()
	alerts := watch(o.Config.Alerts)
	for s := (&model.Snapshot{Work: model.Fold(nil)}); ; {
		next, err := p.await(ctx, s.Version)
		if err != nil { // ctx has ended
			return nil
		}
		if err := p.tell(s, next, alerts); err != nil {
			return err
		}
		s = next
	}
}

// plain is a stream of lines.
type plain struct {
	Options
	times times
	out   *bufio.Writer
	told  *model.Snapshot // the last of which all was told; nil until the folder has been read
	kept  *model.Snapshot // the last that was told when what is read was kept
	since time.Time       // then
}

// await waits for a Snapshot newer than version, and now and then keeps what was
// written.
func (p *plain) await(ctx context.Context, version uint64) (*model.Snapshot, error) {
	for {
		within, cancel := context.WithDeadline(ctx, p.since.Add(keepEvery))
		s, err := p.Board.Wait(within, version)
		cancel()
		if err == nil || ctx.Err() != nil {
			return s, err
		}
		p.save()
	}
}

// tell writes what a Snapshot has that the one before had not.
func (p *plain) tell(before, s *model.Snapshot, alerts []watched) error {
	for _, x := range s.Problems {
		if !slices.ContainsFunc(before.Problems, func(o model.Problem) bool { return o.Path == x.Path && o.Reason == x.Reason }) {
			p.line("PROBLEM", x.Path+": "+x.Reason)
		}
	}
	switch {
	case p.told != nil:
		p.news(s, between(p.told, s), alerts)
	case s.Progress.Complete:
		p.line("READ", fmt.Sprintf("%s: %s, %s, %s", count(s.Documents.Len(), "document"),
			count(s.Incidents.Len(), "incident"), count(s.Statements.Len(), "statement"), count(s.Questions.Len(), "question")))
		p.news(s, unreadIn(s, p.Desk.had()), alerts)
	default:
		return p.out.Flush()
	}
	p.told = s
	return p.out.Flush()
}

// news writes what has come, the oldest first, behind the alerts that it is for.
func (p *plain) news(s *model.Snapshot, news arrivals, alerts []watched) {
	all := alarms(alerts, s, news)
	for _, x := range all {
		p.line("ALERT", x.String())
	}
	news = news.marked(all)
	for pane, of := range news {
		for _, n := range slices.Backward(of) {
			p.line(n.sign.word(), boardNouns[pane]+": "+p.item(s, pane, n.id))
		}
	}
}

// word is a sign as it is spoken.
func (s sign) word() string {
	switch s {
	case alerted:
		return "ALERT"
	case grew:
		return "MORE"
	}
	return string(s)
}

// line writes one line: when, what sort of news, and the news. What a document
// says cannot end it.
func (p *plain) line(sort, text string) {
	fmt.Fprintf(p.out, "%s %s %s\n", p.times.clock(false), sort, squeeze(text))
}

// item is an item in a sentence.
func (p *plain) item(s *model.Snapshot, pane int, id string) string {
	switch pane {
	case incidentPane:
		if x := s.Incident(model.IncidentID(id)); x != nil {
			return spokenIncident(s, x)
		}
	case statementPane:
		if said := s.Statement(model.StatementID(id)); said != nil {
			x := said.Statement()
			return facts(dated(x.When), p.speaker(x.Speaker)+" "+string(x.Act), after("to ", x.Addressee), `"`+x.Text+`"`, spokenDocument(s, x.Document))
		}
	case questionPane:
		if x := s.Question(model.QuestionID(id)); x != nil {
			return facts(x.Text, string(x.State), fmt.Sprintf("%s for, %d against", count(x.For, "origin"), x.Against))
		}
	}
	return "gone"
}

// speaker is the name of who speaks and for whom.
func (p *plain) speaker(s model.Speaker) string {
	if s.Affiliation != "" && s.Affiliation != s.Name {
		return s.Name + " (" + s.Affiliation + ")"
	}
	return s.Name
}

func spokenIncident(s *model.Snapshot, x *model.Incident) string {
	who := partiesOf(x.Actors)
	said := []string{
		dated(x.When), x.Kind.Label() + after(" at ", listed(namesOf(narrowest(x.Places)))),
		after("by ", listed(who.who)), after("against ", listed(who.whom)), after("between them ", listed(who.between)),
		string(x.Status) + after(" by ", listed(claimants(x))),
	}
	for _, c := range x.Casualties() {
		said = append(said, fmt.Sprintf("%s: %s %s, %s", sayer(c.ClaimedBy), figure(c.Min, c.Max), c.Outcome, orNone(c.Who)))
	}
	if x.Contradicted() {
		said = append(said, "the reports contradict each other")
	}
	said = append(said, originsOf(x), `"`+x.Summary+`"`)
	if len(x.Reports) > 0 {
		said = append(said, spokenDocument(s, x.Reports[0].Document()))
	}
	return facts(said...)
}

func spokenDocument(s *model.Snapshot, id model.DocumentID) string {
	d := s.Document(id)
	if d == nil {
		return "a document that has gone"
	}
	return outlet(d) + ", " + published(d.Published) + ", " + d.Path
}

// facts are those that are known, parted by semicolons.
func facts(all ...string) string {
	return strings.Join(slices.DeleteFunc(all, func(s string) bool { return s == "" }), "; ")
}

// save keeps what was written as read.
func (p *plain) save() {
	p.since = time.Now()
	if p.Desk == nil || p.Desk.SaveRead == nil || p.told == p.kept {
		return
	}
	_ = p.Desk.SaveRead(readIn(p.told, func(int, string) bool { return true }))
	p.kept = p.told
}
