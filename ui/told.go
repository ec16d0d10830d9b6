package ui

import "crisisdesk/model"

// told adds the incidents of all to a content, each opening its words.
func (c *content) told(name string, all []*model.Incident) {
	if len(all) == 0 {
		return
	}
	c.section(name + " " + count(len(all), "incident"))
	for _, x := range all[:min(len(all), mostTold)] {
		c.opening(passage{x.Reports[0].Document(), x.Reports[0].Evidence()}, func() {
			c.fields(plainLook, 1, c.label(x.When), x.Kind.Label(), placeNames(x.Places), whoWhom(x.Actors, c.arrow))
			c.add(quoteLook, 2, "%s", squeeze(x.Summary))
		})
	}
	c.rest(len(all))
}

// said adds statements, each opening its words.
func (c *content) said(name string, all []*model.Said) {
	if len(all) == 0 {
		return
	}
	c.section(name + " " + count(len(all), "statement"))
	for _, said := range all[:min(len(all), mostTold)] {
		x := said.Statement()
		c.opening(passage{x.Document, x.Evidence}, func() {
			c.fields(plainLook, 1, c.label(x.When), squeeze(x.Speaker.Name), string(x.Act))
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
