package ui

import (
	"iter"
	"maps"
	"strings"

	"crisisdesk/model"
)

// itemOf is what read marks call an item of a pane.
func itemOf(pane int, id string) model.Item {
	switch pane {
	case 0:
		return model.IncidentItem(model.IncidentID(id))
	case 1:
		return model.StatementItem(model.StatementID(id))
	}
	return model.QuestionItem(model.QuestionID(id))
}

// unreadIn are the items of a Snapshot that read marks do not have.
func unreadIn(s *model.Snapshot, read map[model.Item]bool) (a arrivals) {
	for pane, ids := range [...]iter.Seq[string]{incidentStock.ids(s), statementStock.ids(s), questionStock.ids(s)} {
		for id := range ids {
			if !read[itemOf(pane, id)] {
				a[pane] = append(a[pane], arrival{id, isNew})
			}
		}
	}
	return a
}

// readIn are the items of a Snapshot that are read.
func readIn(s *model.Snapshot, read func(pane int, id string) bool) []model.Item {
	out := []model.Item{} // that nothing is read is known, too
	for pane, all := range unreadIn(s, nil) {
		for _, x := range all {
			if read(pane, x.id) {
				out = append(out, itemOf(pane, x.id))
			}
		}
	}
	return out
}

// unreadNow are the unread items of each pane, as they stay when the screen changes.
func (a *app) unreadNow() (unread [boardPanes]map[string]struct{}) {
	for i := range unread {
		unread[i] = maps.Clone(a.panes[i].unread)
	}
	return unread
}

// asking is the filter that holds now, with what it asks of marks as they are
// now, so that it can be asked beside the screen.
func (a *app) asking() model.Query {
	if !a.query.AsksMarks() {
		return a.query
	}
	unread := a.unreadNow()
	return a.query.Under(model.Marks{Work: a.snapshot.Work, Unread: func(x model.Item) bool {
		kind, id, _ := strings.Cut(string(x), ":")
		pane := map[string]int{"incident": 0, "statement": 1, "question": 2}[kind]
		_, is := unread[pane][id]
		return is
	}})
}
