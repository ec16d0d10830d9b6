package ui

import "fmt"

const keysWidth = 20

var placeTitles = [...]string{
	atPanes:    "the panes",
	atDetail:   "a detail",
	atReader:   "a document",
	atProblems: "problems",
	atHelp:     "help",
	atFinder:   "the search of texts",
	atFilters:  "saved filters",
}

// helpOn is the help of a place with these keys.
func helpOn(p location, keys keymap, t *theme) *content {
	c := &content{theme: t, title: "Keys of " + placeTitles[p]}
	for _, group := range keys.groups() {
		if keys := shown(group); keys != "" {
			c.item(plainLook, 1, keysWidth, fmt.Sprintf("%-*s %s", keysWidth-1, keys, group[0].help))
		}
	}
	if p == atPanes {
		c.section("Signs")
		for _, s := range []string{
			"S     how it is known: c claimed by somebody, d denied, v claimed and denied",
			"*     figures or facts that cannot all be right: enter shows which",
			"d w   dead, wounded; c captured, m missing, disp displaced; 9+ is 9 or more",
			"+2    and two more: enter shows them all",
			"P     time known to 1 the day, 2 the week, 3 the month",
			"ORG   independent origins: an echo of another report is not counted",
			"+3 -2 independent origins for and against",
			"bars  in the row of a question: passages that bear on it, a week each, the last 20 weeks",
			"NEW   came since the folder was first read, and you have not been on it",
			"!!!   new or grown, and an alert is for it",
			"UPD   since then another document tells of it, or its state changed",
			"*     at the end of a row: starred by an officer",
			"WHEN  by 22NOV25: no later; 19OCT25 on: no earlier; 28OCT25+6: and 6 days more",
		} {
			c.item(plainLook, 1, len("NEW   "), s)
		}
	}
	return c
}
