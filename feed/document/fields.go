package document

import "regexp"

// field is a line of a head that is written as a form: "Subject: …".
var field = regexp.MustCompile(`^(?i:(title|headline|subject)|(source|publication|publisher|outlet)|date|author|byline|from|to|cc|url|link|language)\s*:\s+(\S.*)$`)

// markFields reads a head that is a form: at least two fields. Each block of
// it is cut to its value.
func (p *page) markFields() {
	var at []int
	for i := range min(p.body, len(p.blocks)) {
		if len(p.blocks[i].text) <= asideMax && field.MatchString(p.blocks[i].text) {
			at = append(at, i)
		}
	}
	if len(at) < 2 {
		return
	}
	p.inForm = true
	for _, i := range at {
		b := &p.blocks[i]
		m := field.FindStringSubmatchIndex(b.text)
		p.roles[i] = stamp
		switch {
		case m[2] >= 0 && p.titleBlock < 0:
			b.cut(m[6])
			p.roles[i], p.titleBlock = title, i
		case m[4] >= 0:
			b.cut(m[6])
			p.roles[i] = masthead
		}
	}
}

// cut takes the first n bytes off a block.
func (b *block) cut(n int) {
	b.start, b.text = b.start+n, b.text[n:]
	b.findDates()
}
