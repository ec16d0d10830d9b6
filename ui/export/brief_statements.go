package export

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"crisisdesk/model"
)

// statements are a section for each side that spoke in the period, the one that spoke most first.
func (b *briefing) statements() []Section {
	sides := map[string][]*model.Said{}
	for x := range b.snapshot.Statements.All() {
		if b.is[x.Document()] {
			side := cmp.Or(x.Speaker().Side, "others")
			sides[side] = append(sides[side], x)
		}
	}
	order := make([]string, 0, len(sides))
	for side := range sides {
		order = append(order, side)
	}
	slices.SortFunc(order, func(x, y string) int {
		return cmp.Or(cmp.Compare(len(sides[y]), len(sides[x])), strings.Compare(x, y))
	})
	var out []Section
	for _, side := range order {
		all := sides[side]
		s := Section{Title: "Statements: " + side}
		if len(all) > shownStatements {
			s.Title = fmt.Sprintf("%s (%d of %d)", s.Title, shownStatements, len(all))
		}
		for _, said := range all[:min(shownStatements, len(all))] {
			x := said.Statement()
			who := cmp.Or(x.Speaker.Name, "unnamed")
			if x.Speaker.Role != "" {
				who += ", " + x.Speaker.Role
			}
			s.Lines = append(s.Lines, Line{fmt.Sprintf("%s: %s (%s)", who, x.Act, cmp.Or(x.When.EDTF(), "undated")), b.cites(x.Evidence)})
		}
		out = append(out, s)
	}
	return out
}
