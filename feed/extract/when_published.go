package extract

import "crisisdesk/model"

// dated is the document of a page, with the bounds of its publication where
// it bears no date itself.
func (x *Extractor) dated(p *page) *model.Document {
	if p.doc.Published.Known() {
		return p.doc
	}
	doc := *p.doc
	doc.Published = x.published(p)
	return &doc
}

// published is when a page appeared: as its document says, else what its text
// bounds. A text that tells of a day as past appeared on that day or later;
// how much later is left open. The zero Published says that the text fixes
// nothing.
func (x *Extractor) published(p *page) model.Published {
	if p.doc.Published.Known() {
		return p.doc.Published
	}
	return boundedBy(p, p.moments, x.lex.YearOf)
}

// boundedBy is the latest day that the text tells of as past.
func boundedBy(p *page, dates [][]moment, desk yearOfDay) model.Published {
	c := clock{desk: desk}
	c.year, c.told = plainYear(dates)
	var latest model.Day
	for i := range dates {
		for k := range dates[i] {
			m := &dates[i][k]
			if m.kind != onCalendar || m.month == 0 || m.until || ahead(p, i, m) {
				continue
			}
			if w := c.resolve(m); w.Known() {
				latest = max(latest, w.From)
				if m.day != 0 {
					latest = max(latest, w.To)
				}
			}
		}
	}
	if latest == 0 {
		return model.Published{}
	}
	return model.Published{When: model.When{From: latest}, KnownFrom: model.GroundBounds}
}

// ahead reports whether the words before a time expression put it in the future.
func ahead(p *page, sentence int, m *moment) bool {
	s := &p.sentences[sentence]
	for i := m.start; i >= 0 && i > m.start-10; i-- {
		switch lower(s.Tokens[i].Form) {
		case "will", "by", "next", "due", "scheduled", "planned", "expected", "would", "until", "from", "plans":
			return true
		}
	}
	return false
}
