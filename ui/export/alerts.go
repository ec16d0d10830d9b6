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
// a unix socket, written from now until ctx ends; it returns at once. What
// comes to meet the filter of an alert, once all that lay in the folder has
// been read, is written as one JSON line with what [JSONL] tells of it:
//
//	{"type":"alert","name":"strikes","item":{"type":"incident",…}}
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

// next writes what has come since the Snapshot before to meet a filter that it
// did not meet there.
func (a *alerting) next(s *model.Snapshot, e *encoder) {
	isNew := model.Marks{Work: s.Work, Unread: func(model.Item) bool { return true }}
	for i := range a.alerts {
		a.alerts[i].query = a.alerts[i].query.Under(isNew)
	}
	met(a, &a.changes.incidents, s.Incidents, e, incidentID, model.Query.Incidents, func(i *model.Incident) any { return e.incident(i) })
	met(a, &a.changes.statements, s.Statements, e, statementID, model.Query.Statements, func(x *model.Statement) any { return e.statement(x) })
	met(a, &a.changes.questions, withEvidence(s.Questions), e, questionID, model.Query.Questions, func(q *model.Question) any { return e.question(q) })
}

func met[K ~string, V any](a *alerting, was *known[K, *V], list []*V, e *encoder, id func(*V) K, accepts func(model.Query, []*V) []*V, record func(*V) any) {
	was.turn(list, id, func(was, now *V) {
		for _, f := range a.alerts {
			if len(accepts(f.query, []*V{now})) > 0 && (was == nil || len(accepts(f.query, []*V{was})) == 0) {
				e.put(alertRecord{"alert", f.name, record(now)})
			}
		}
	}, func(K) {})
}
