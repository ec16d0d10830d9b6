package ui

import (
	"math"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"crisisdesk/model"
	"crisisdesk/ui/config"
)

// command is what can be typed after a colon.
type command struct {
	name   string
	takes  string   // what follows the name, "" for nothing
	values []string // that can follow, for completion; empty for any words
	help   string
	run    func(a *app, words string) tea.Cmd
	names  func(a *app) []string // that can follow now; nil where values do not change
}

var commands = []command{
	{"accept", "", nil, "accept the verdict that another officer proposed", (*app).accept, nil},
	{"ask", "QUESTION", nil, "put a question of the desk", (*app).ask, nil},
	{"date", "2025-10-09", nil, "say when the document was published: a day, month or interval", (*app).setDate, nil},
	{"filter", "NAME", nil, "filter as the saved filter of that name does", (*app).applyFilter, (*app).filterNames},
	{"forget", "NAME", nil, "take the name of a filter away", (*app).forgetFilter, (*app).filterNames},
	{"go", "NAME", nil, "to an actor or a place", (*app).jump, (*app).targetNames},
	{"hold", "", nil, "remember the incident, to merge another with it", (*app).hold, nil},
	{"judge", "WORDS [low|moderate|high]", judgements(), "judge how likely a question is, in the words of ICD 203", (*app).judge, nil},
	{"merge", "", nil, "the incident and the one held are one event", (*app).merge, nil},
	{"propose", "VERDICT", []string{"confirmed", "debunked", "unverifiable"}, "propose a verdict; a second officer accepts it", (*app).propose, nil},
	{"rate", "A-F or 1-6", []string{"A", "B", "C", "D", "E", "F", "1", "2", "3", "4", "5", "6"},
		"rate a source by letter, an incident or statement by digit", (*app).rate, nil},
	{"save", "NAME", nil, "give the filter that holds a name", (*app).saveFilter, (*app).filterNames},
	{"sleep", "DAYS", []string{"7", "14", "21", "60"}, "let the question be dormant after so many days without a new origin", (*app).sleep, nil},
	{"split", "", nil, "the report under the cursor tells another event", (*app).split, nil},
	{"theme", "NAME", names(config.Themes), "other colours", (*app).setTheme, nil},
	{"time", "FORM", names(config.TimeForms), "how times are told", (*app).setTime, nil},
	{"who", "", nil, "who has a screen of this desk open", (*app).who, nil},
}

// judgements are the words of the scale, the least likely first.
func judgements() []string {
	var words []string
	for _, e := range model.ICD203.Estimates() {
		words = append(words, e.Word)
	}
	return words
}

// completions are what the line may become: names of commands, or of the
// values of one, whatever the case that they were typed in; not more than most.
func (a *app) completions(line string, most int) []string {
	var out []string
	for _, c := range commands {
		whole := c.name
		if c.takes != "" {
			whole += " "
		}
		if strings.HasPrefix(whole, line) && line != whole {
			out = append(out, whole)
		}
		if !strings.HasPrefix(line, whole) {
			continue
		}
		values := c.values
		if c.names != nil {
			values = c.names(a)
		}
		for _, v := range values {
			if len(out) == most {
				break
			}
			if n := len(line) - len(whole); len(v) >= n && strings.EqualFold(v[:n], line[len(whole):]) {
				out = append(out, whole+v)
			}
		}
	}
	return out
}

// common is the beginning that all have.
func common(all []string) string {
	if len(all) == 0 {
		return ""
	}
	first, last := slices.Min(all), slices.Max(all)
	n := 0
	for n < min(len(first), len(last)) && first[n] == last[n] {
		n++
	}
	return first[:n]
}

// mostHinted is how many ways to go on any line has room for.
const mostHinted = 50

// commandHint tells how the line can go on.
func (a *app) commandHint(line string) string {
	if all := a.completions(line, mostHinted); len(all) > 0 {
		for i, whole := range all {
			all[i] = strings.TrimSpace(whole)
		}
		return "tab: " + strings.Join(all, ", ")
	}
	name, _, _ := strings.Cut(line, " ")
	for _, c := range commands {
		if c.name == name {
			return strings.TrimSpace(c.takes + "  " + c.help)
		}
	}
	return "there is no such command"
}

// commanded takes a key of the command line: tab completes, enter does it, esc
// drops it.
func (a *app) commanded(k tea.KeyPressMsg) tea.Cmd {
	line := &a.command
	switch k.String() {
	case "ctrl+c":
		return tea.Quit
	case "esc", escTwice:
		*line = prompt{}
	case "tab":
		if all := a.completions(line.text, math.MaxInt); len(all) > 0 {
			line.text = common(all)
		}
	case "enter":
		text := line.text
		*line = prompt{}
		return a.obey(text)
	default:
		line.edit(k)
	}
	return nil
}

func (a *app) obey(line string) tea.Cmd {
	name, words, _ := strings.Cut(strings.TrimSpace(line), " ")
	for _, c := range commands {
		if c.name == name {
			return c.run(a, strings.TrimSpace(words))
		}
	}
	if name != "" {
		a.notice = "there is no command " + name
	}
	return nil
}
