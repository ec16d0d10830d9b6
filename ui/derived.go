package ui

import (
	"slices"

	"crisisdesk/model"
)

// derived is what the sources have in common that are not lists of a Snapshot
// but made of one: their entries are named by a key.
type derived[T any] struct {
	snapshot *model.Snapshot
	query    model.Query
	shown    []T
	key      func(*T) string
}

func (d *derived[T]) len() int        { return len(d.shown) }
func (d *derived[T]) total() int      { return len(d.shown) }
func (d *derived[T]) id(i int) string { return d.key(&d.shown[i]) }
func (d *derived[T]) height(int) int  { return 1 }

func (d *derived[T]) find(id string) int {
	return slices.IndexFunc(d.shown, func(x T) bool { return d.key(&x) == id })
}

func (d *derived[T]) has(_ *model.Snapshot, id string) bool { return d.find(id) >= 0 }

// told adds the incidents of all to a content, each opening its words.
func (c *content) told(name string, all []*model.Incident) {
	if len(all) == 0 {
		return
	}
	c.section(name + " " + count(len(all), "incident"))
	for _, x := range all[:min(len(all), mostTold)] {
		c.opening(passage{x.Reports[0].Document, x.Reports[0].Evidence}, func() {
			c.fields(plainLook, 1, whenLabel(x.When), x.Kind.Label(), placeNames(x.Places), whoWhom(x.Actors, c.arrow))
			c.add(quoteLook, 2, "%s", squeeze(x.Summary))
		})
	}
	c.rest(len(all))
}

// said adds statements, each opening its words.
func (c *content) said(name string, all []*model.Statement) {
	if len(all) == 0 {
		return
	}
	c.section(name + " " + count(len(all), "statement"))
	for _, x := range all[:min(len(all), mostTold)] {
		c.opening(passage{x.Document, x.Evidence}, func() {
			c.fields(plainLook, 1, whenLabel(x.When), squeeze(x.Speaker.Name), string(x.Act))
			c.add(quoteLook, 2, "%s", quoted(x, c.theme))
		})
	}
	c.rest(len(all))
}

// mostTold bounds what a summary lists; a filter brings the others.
const mostTold = 50

func (c *content) rest(n int) {
	if n > mostTold {
		c.add(quietLook, 1, "and %d more: a filter on the board lists them", n-mostTold)
	}
}
