package ui

import (
	"cmp"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
)

// saved are the filters that the officer has given names, as a list.
type saved struct{ all []SavedFilter }

func (f *saved) len() int        { return len(f.all) }
func (f *saved) id(i int) string { return f.all[i].Name }
func (f *saved) height(int) int  { return 1 }

func (f *saved) find(name string) int {
	return slices.IndexFunc(f.all, func(x SavedFilter) bool { return x.Name == name })
}

const filterNameWidth = 20

func (f *saved) draw(r *row, i, _ int, _ sign) {
	r.column(f.all[i].Name, filterNameWidth, r.strong)
	r.put(f.all[i].Query, r.left, style{})
}

// listFilters goes to the saved filters.
func (a *app) listFilters() {
	a.saved.all = a.likes.Filters
	a.filters.changed()
	a.enter(atFilters)
}

// filterNames are the names of the saved filters.
func (a *app) filterNames() []string {
	var names []string
	for _, f := range a.likes.Filters {
		names = append(names, f.Name)
	}
	return names
}

// saveFilter gives the filter that holds a name.
func (a *app) saveFilter(name string) tea.Cmd {
	switch {
	case a.query.Empty():
		a.notice = "there is no filter to save: type one after /"
		return nil
	case name == "" || strings.Contains(name, " "):
		a.notice = "one word names a filter"
		return nil
	}
	a.likes.Filters = slices.DeleteFunc(slices.Clone(a.likes.Filters), func(f SavedFilter) bool { return f.Name == name })
	a.likes.Filters = append(a.likes.Filters, SavedFilter{name, a.query.String()})
	slices.SortFunc(a.likes.Filters, func(a, b SavedFilter) int { return cmp.Compare(a.Name, b.Name) })
	return a.saveLikes("the filter is saved as " + name)
}

// forgetFilter takes a saved filter away.
func (a *app) forgetFilter(name string) tea.Cmd {
	n := len(a.likes.Filters)
	a.likes.Filters = slices.DeleteFunc(slices.Clone(a.likes.Filters), func(f SavedFilter) bool { return f.Name == name })
	if len(a.likes.Filters) == n {
		a.notice = "no filter is saved as " + name
		return nil
	}
	return a.saveLikes("the filter " + name + " is no longer saved")
}

// applyFilter filters as the saved filter of a name does.
func (a *app) applyFilter(name string) tea.Cmd {
	for _, f := range a.likes.Filters {
		if f.Name == name {
			a.filterBy(f.Query)
			return nil
		}
	}
	a.notice = "no filter is saved as " + name + ": f lists them"
	return nil
}

// filterBy shows the main screen under a filter.
func (a *app) filterBy(text string) {
	a.trail = nil
	a.goTo(atPanes)
	a.prompt = prompt{text: text}
	a.refilter()
	if a.prompt.wrong != "" {
		a.notice = text + " is no filter: " + a.prompt.wrong
		a.prompt = prompt{text: a.query.String()}
	}
}
