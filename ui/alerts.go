package ui

import (
	"fmt"
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"crisisdesk/model"
	"crisisdesk/ui/clean"
	"crisisdesk/ui/config"
)

// watched is an alert with its filter read.
type watched struct {
	config.Alert
	query model.Query
}

// watch reads the filters of alerts. A configuration has found them to make
// sense; one that does not alerts of nothing.
func watch(alerts []config.Alert) []watched {
	var out []watched
	for _, alert := range alerts {
		if q, err := model.ParseQuery(string(alert.Where)); err == nil {
			out = append(out, watched{alert, q})
		}
	}
	return out
}

// alarm is what of the news an alert is for.
type alarm struct {
	name  string
	how   config.How
	items [boardPanes][]string // by pane
}

// alarms are those that something in the news sets off.
func alarms(alerts []watched, s *model.Snapshot, news arrivals) []alarm {
	if len(alerts) == 0 || !news.any() {
		return nil
	}
	incidents := incidentStock.find(s, news[incidentPane])
	statements := statementStock.find(s, news[statementPane])
	questions := questionStock.find(s, news[questionPane])
	isNew := model.Marks{Work: s.Work, Unread: func(model.Item) bool { return true }}
	var out []alarm
	for _, w := range alerts {
		q := w.query.Under(isNew)
		x := alarm{w.Name, w.How, [boardPanes][]string{
			incidentPane:  incidentStock.passing(q, incidents),
			statementPane: statementStock.passing(q, statements),
			questionPane:  questionStock.passing(q, questions),
		}}
		if len(slices.Concat(x.items[:]...)) > 0 {
			out = append(out, x)
		}
	}
	return out
}

// marked is the news with a sign of their own for the items of alarms.
func (a arrivals) marked(all []alarm) arrivals {
	for _, x := range all {
		for pane := range a {
			for i, n := range a[pane] {
				if slices.Contains(x.items[pane], n.id) {
					a[pane][i].sign = alerted
				}
			}
		}
	}
	return a
}

// joined are alarms in one row.
func joined(all []alarm) string {
	words := make([]string, len(all))
	for i, x := range all {
		words[i] = x.String()
	}
	return strings.Join(words, "; ")
}

// String names the alarm and counts what set it off.
func (x alarm) String() string {
	var of []string
	for pane, noun := range boardNouns {
		if n := len(x.items[pane]); n > 0 {
			of = append(of, count(n, noun))
		}
	}
	return x.name + ": " + strings.Join(of, ", ")
}

// ringsApart is how long the terminal is left in peace after it rang.
const ringsApart = 10 * time.Second

// ring rings the bell of the terminal, or has it notify, for what alarms want
// that; not in quiet hours, and not twice within moments.
func (a *app) ring(all []alarm) tea.Cmd {
	now := a.Now()
	if a.Config.QuietHours.Covers(now.In(a.theme.zone)) || now.Sub(a.rang) < ringsApart {
		return nil
	}
	var signal string
	if slices.ContainsFunc(all, func(x alarm) bool { return x.how == "bell" }) {
		signal = "\a"
	}
	all = slices.DeleteFunc(slices.Clone(all), func(x alarm) bool { return x.how != "notify" })
	if len(all) > 0 {
		signal += outward(a.Environ, notification(a.Environ, joined(all)))
	}
	if signal == "" {
		return nil
	}
	a.rang = now
	return tea.Raw(signal)
}

// notification is the sequence that makes a terminal notify: OSC 777, where
// the terminal is one of those that know nothing else, else OSC 9. A terminal
// that knows neither ignores it.
func notification(environ []string, text string) string {
	text = "crisisdesk: " + clean.Line(text)
	for _, v := range environ {
		if strings.HasPrefix(v, "TERM=rxvt") || strings.HasPrefix(v, "VTE_VERSION=") {
			return fmt.Sprintf("\x1b]777;notify;crisisdesk;%s\x07", text)
		}
	}
	return ansi.Notify(text)
}
