package export

import (
	"context"
	"fmt"
	"io"
	"time"

	"crisisdesk/model"
	"crisisdesk/ui/config"
)

// Alert has the alerts that say where to write what they are for, to a file or
// a unix socket, written from now until ctx ends; it returns at once. What is
// new once all that lay in the folder has been read, or there is more of, and
// meets the filter of an alert, is written as one JSON line with what [JSONL]
// tells of it:
//
//	{"type":"alert","name":"strikes","news":"new","item":{"type":"incident",…}}
//
// Nothing waits for a reader: one who is slow, or away for a time, is then told
// of what came in between and is still on the board. While a file or socket
// takes nothing, the problems of the board say so. The watched folder is none
// to write to.
func Alert(ctx context.Context, board *model.Board, alerts []config.Alert, watched string) error {
	from, to := board.Snapshot(), map[string]*alerting{}
	for _, alert := range alerts {
		q, err := model.ParseQuery(string(alert.Where))
		if err != nil {
			return fmt.Errorf("the alert %q: %w", alert.Name, err)
		}
		if alert.To == "" {
			continue
		}
		if to[alert.To] == nil {
			tell := func(what string, wrong bool) {
				if wrong {
					board.Warn("alerts", what, time.Now())
				} else {
					board.Mend("alerts", what)
				}
			}
			sink, err := newSink(ctx, alert.To, watched, tell)
			if err != nil {
				return fmt.Errorf("the alert %q: %w", alert.Name, err)
			}
			to[alert.To] = &alerting{to: sink}
		}
		to[alert.To].alerts = append(to[alert.To].alerts, filtered{alert.Name, q})
	}
	for _, a := range to {
		go a.follow(ctx, board, from)
	}
	return nil
}

// alerting writes the alerts of one file or socket.
type alerting struct {
	to      io.Writer
	alerts  []filtered
	changes changes
}

// filtered is an alert with its filter read.
type filtered struct {
	name  string
	query model.Query
}

type alertRecord struct {
	Type string `json:"type"`
	Name string `json:"name"`
	News string `json:"news"`
	Item any    `json:"item"`
}

func (a *alerting) follow(ctx context.Context, board *model.Board, from *model.Snapshot) {
	s, err := settled(ctx, board, from)
	for e := newEncoder(io.Discard, s, ""); err == nil; e = newEncoder(a.to, s, "") {
		a.next(s, e)
		if err = e.err; err == nil {
			s, err = board.Wait(ctx, s.Version)
		}
	}
}

// next writes what is news since the Snapshot before.
func (a *alerting) next(s *model.Snapshot, e *encoder) {
	isNew := model.Marks{Work: s.Work, Unread: func(model.Item) bool { return true }}
	for i := range a.alerts {
		a.alerts[i].query = a.alerts[i].query.Under(isNew)
	}
	alert(&a.changes.incidents, s.Incidents, incidentID, (*model.Incident).MoreThan, func(i *model.Incident, news string) {
		a.put(e, news, func(q model.Query) bool { return q.Incidents(model.ListOf(i)).Len() > 0 }, func() any { return e.incident(i) })
	})
	alert(&a.changes.statements, s.Statements, statementID, nothingMore, func(x *model.Said, news string) {
		a.put(e, news, func(q model.Query) bool { return q.Statements(model.ListOf(x)).Len() > 0 }, func() any { return e.statement(x.Statement()) })
	})
	alert(&a.changes.questions, withEvidence(s.Questions), questionID, (*model.Question).MoreThan, func(q *model.Question, news string) {
		a.put(e, news, func(f model.Query) bool { return f.Questions(model.ListOf(q)).Len() > 0 }, func() any { return e.question(q) })
	})
}

// nothingMore is what there is of a statement that is there already.
func nothingMore(_, _ *model.Said) bool { return false }

// alert calls tell for what of a list is new, or more than it was.
func alert[K ~string, V any](known *known[K, *V], list model.List[*V], id func(*V) K, more func(now, was *V) bool, tell func(x *V, news string)) {
	known.turn(list, id, func(was, now *V) {
		switch {
		case was == nil:
			tell(now, "new")
		case more(now, was):
			tell(now, "more")
		}
	}, func(K) {})
}

// put writes an item for each alert that it is for.
func (a *alerting) put(e *encoder, news string, meets func(model.Query) bool, record func() any) {
	for _, f := range a.alerts {
		if meets(f.query) {
			e.put(alertRecord{"alert", f.name, news, record()})
		}
	}
}
