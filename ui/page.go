package ui

import (
	"slices"
	"strings"

	"crisisdesk/model"
	"crisisdesk/ui/clean"
)

// page is a document made ready to be shown.
type page struct {
	document  *model.Document
	source    string    // as the file has it
	text      string    // clean
	verbatim  bool      // controls, line ends and tabs are spelt out
	facts     []fact    // found in it
	marks     []mark    // their words, in order
	patches   []patch   // of the text that marks cover
	furniture []stretch // what is not of the article
	moved     bool      // words of a fact do not stand where they stood
	opened    int       // mark that one came for
	version   string    // says which, where it is not the one on the board
}

// newPage cleans a document and finds the words of facts in it. It opens at
// the words of spans; where those are no fact, they are marked for themselves.
func newPage(d *model.Document, source string, facts []fact, spans []model.Span) *page {
	if len(spans) > 0 && !slices.ContainsFunc(facts, func(f fact) bool { return slices.Contains(f.spans, spans[0]) }) {
		facts = append(facts, fact{kind: wordsFact, label: "words that you came for", spans: spans})
	}
	p := &page{document: d, source: source, facts: facts}
	p.lay(false)
	for i, m := range p.marks {
		if len(spans) > 0 && slices.Contains(facts[m.fact].spans, spans[0]) {
			p.opened = i
			break
		}
	}
	return p
}

// lay makes the text of the page, as it reads or spelt out.
func (p *page) lay(verbatim bool) {
	var m clean.Map
	if p.verbatim = verbatim; verbatim {
		p.text, m = clean.Verbatim(p.source)
	} else {
		p.text, m = clean.TextMap(p.source)
	}
	p.marks, p.moved = marksOf(p.facts, p.source, &m)
	p.patches = patchesOf(p.marks, p.facts)
	p.furniture = nil
	end := 0
	for _, kept := range p.document.Passages {
		if kept.Start > end {
			p.furniture = append(p.furniture, stretch{m.Out(end), m.Out(kept.Start)})
		}
		end = max(end, kept.End)
	}
	if end < len(p.source) && len(p.document.Passages) > 0 {
		p.furniture = append(p.furniture, stretch{m.Out(end), len(p.text)})
	}
}

// earlier is the page of another version of a document, in which the lines are
// marked that newer does not have.
func earlier(d *model.Document, text, newer, version string) *page {
	has := map[string]bool{}
	for line := range strings.Lines(newer) {
		has[strings.TrimSpace(line)] = true
	}
	var b strings.Builder
	var facts []fact
	for line := range strings.Lines(text) {
		words := strings.TrimSpace(line)
		if words == "" && strings.HasSuffix(b.String(), "\n\n") { // in the place of what was not kept
			continue
		}
		if words != "" && !has[words] {
			at := b.Len() + strings.Index(line, words)
			facts = append(facts, fact{kind: wordsFact, label: "not so in the version that you came from",
				spans: []model.Span{{Start: at, End: at + len(words), Text: words}}})
		}
		b.WriteString(line)
	}
	old := *d
	old.Passages = nil
	p := newPage(&old, b.String(), facts, nil)
	p.version = version
	return p
}
