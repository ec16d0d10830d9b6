package ui

import (
	"fmt"
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"crisisdesk/ui/config"
)

// zone is where the officer is: at the first clock, else where the process is.
func (o *Options) zone() (*time.Location, string) {
	if len(o.Clocks) > 0 {
		return o.Clocks[0].Zone, o.Clocks[0].Name
	}
	return time.Local, ""
}

func (o *Options) times() times {
	zone, name := o.zone()
	return times{form: o.Config.Time, zone: zone, name: name, now: o.Now}
}

// noColour reports whether NO_COLOR is set to anything, true or false.
func noColour(environ []string) bool {
	return slices.ContainsFunc(environ, func(v string) bool {
		value, ok := strings.CutPrefix(v, "NO_COLOR=")
		return ok && value != ""
	})
}

// askBackground asks the terminal whether it is light, where the theme depends on it.
func (a *app) askBackground() tea.Cmd {
	if a.Config.Theme != "auto" {
		return nil
	}
	return tea.RequestBackgroundColor
}

// background takes the terminal's answer. On a dark one its own sixteen colours
// are legible; on a light one its yellow seldom is.
func (a *app) background(m tea.BackgroundColorMsg) {
	if a.Config.Theme == "auto" && !m.IsDark() {
		a.theme.colour("light")
		a.redraw()
	}
}

// setTheme chooses other colours.
func (a *app) setTheme(name string) tea.Cmd {
	chosen := config.Theme(name)
	switch {
	case noColour(a.Environ):
		a.notice = "NO_COLOR is set: there are no colours"
		return nil
	case chosen.UnmarshalText([]byte(name)) != nil:
		a.notice = fmt.Sprintf("there is no theme %q", name)
		return nil
	}
	a.Config.Theme = chosen
	a.theme.colour(chosen)
	a.redraw()
	return a.askBackground()
}

// setTime chooses how times are told.
func (a *app) setTime(form string) tea.Cmd {
	chosen := config.TimeForm(form)
	if err := chosen.UnmarshalText([]byte(form)); err != nil {
		a.notice = "times are told " + strings.Join(names(config.TimeForms), ", ")
		return nil
	}
	a.theme.form = chosen
	a.redraw()
	return nil
}

// redraw drops every row that was drawn.
func (a *app) redraw() {
	for _, p := range a.panes {
		clear(p.rows)
	}
	clear(a.problems.rows)
	a.side.drawn, a.detail.drawn, a.help.drawn = nil, nil, nil
	a.refreshDetail()
	a.follow()
}

// names are values in words.
func names[T ~string](values []T) []string {
	out := make([]string, len(values))
	for i, v := range values {
		out[i] = string(v)
	}
	return out
}
