package ui

import (
	"fmt"
	"slices"
	"strconv"

	"crisisdesk/model"
)

// problems lists the files that are in the folder and not on the board: a row
// with path, since when and how often, and a row with the reason.
type problems struct {
	shown []model.Problem
}

func (p *problems) len() int        { return len(p.shown) }
func (p *problems) id(i int) string { return p.shown[i].Path }
func (p *problems) height(int) int  { return 2 }

func (p *problems) find(path string) int {
	return slices.IndexFunc(p.shown, func(x model.Problem) bool { return x.Path == path })
}

func (p *problems) draw(r *row, i, line int, _ sign) {
	x := p.shown[i]
	if line == 1 {
		r.gap(2)
		r.put(x.Reason, r.left, style{})
		return
	}
	times := "once"
	if x.Times > 1 {
		times = strconv.Itoa(x.Times) + " times"
	}
	right := fmt.Sprintf("since %s, %s", r.instant(x.Since), times)
	r.column(x.Path, max(12, r.left-1-len(right)), r.alert)
	r.put(right, len(right), r.faint)
}
