package ui

import (
	"slices"
	"strconv"
	"strings"

	"crisisdesk/model"
)

// outcomeSigns stand after figures in a column: 58d is 58 dead.
var outcomeSigns = map[model.Outcome]string{
	model.Killed: "d", model.Wounded: "w", model.Captured: "c", model.Missing: "m", model.Displaced: "disp",
}

// figures are the different figures given for an incident, of all people together.
func figures(i *model.Incident) string {
	var out []string
	for _, c := range i.Casualties() {
		if f := figure(c.Min, c.Max) + outcomeSigns[c.Outcome]; !slices.Contains(out, f) {
			out = append(out, f)
		}
	}
	if len(out) == 0 {
		return noneKnown
	}
	return strings.Join(out, "|")
}

// figure is a range: 58, 15-20, 200+.
func figure(low, high int) string {
	switch {
	case high == model.NoLimit:
		return number(low) + "+"
	case low == high:
		return number(low)
	}
	return number(low) + "-" + number(high)
}

// number writes millions shorter where nothing is lost: 1.5M.
func number(n int) string {
	const million = 1_000_000
	if n >= million && n%(million/100) == 0 {
		return strconv.FormatFloat(float64(n)/million, 'f', -1, 64) + "M"
	}
	return strconv.Itoa(n)
}

// disputeSign stands behind figures, or facts, that cannot all be right.
func disputeSign(i *model.Incident) string {
	if i.Contradicted() {
		return "*"
	}
	return ""
}
