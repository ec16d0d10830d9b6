package ui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"crisisdesk/model"
	"crisisdesk/model/archive"
)

// turnVersion asks for the version of the open document that was before the
// one that shows, or after it.
func (a *app) turnVersion(to action) tea.Cmd {
	if a.Desk == nil || a.Desk.Versions == nil {
		a.notice = "no versions are kept: there is no desk folder"
		return nil
	}
	a.request++
	ctx, request, desk, shown := a.ctx, a.request, a.Desk, a.reader.page
	return func() tea.Msg {
		m := pageMsg{request: request}
		var all []archive.Version
		if all, m.err = desk.Versions(ctx, shown.document.Path); m.err != nil {
			return m
		}
		slices.SortStableFunc(all, byEnd)
		at := slices.IndexFunc(all, func(v archive.Version) bool { return v.Document == shown.document.ID })
		if at < 0 { // it is not stored yet, and newer than all that are
			at = len(all)
		}
		if at--; to == newer {
			at += 2
		}
		if at < 0 || at >= len(all) {
			m.said = map[action]string{older: "no earlier version is kept", newer: "this is the latest version"}[to]
			return m
		}
		var text string
		if text, m.err = desk.Text(ctx, shown.document.Path, all[at].Document); m.err == nil {
			d := model.Document{ID: all[at].Document, Path: shown.document.Path, Title: all[at].Title}
			m.page = earlier(&d, text, shown.source, versionName(all[at]))
		}
		return m
	}
}

// byEnd orders versions by when they left the folder, the one that lies there
// last: it may have lain there before.
func byEnd(a, b archive.Version) int {
	switch {
	case a.Gone.IsZero() == b.Gone.IsZero():
		return a.Gone.Compare(b.Gone)
	case a.Gone.IsZero():
		return 1
	}
	return -1
}

// versionName says when a version lay in the folder.
func versionName(v archive.Version) string {
	if v.Gone.IsZero() {
		return "VERSION OF " + dtg(v.Came)
	}
	return "VERSION OF " + dtg(v.Came) + ", REPLACED " + dtg(v.Gone)
}
