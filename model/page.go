package model

import "strings"

// page is the words of the facts of one document, in one string, and where
// the evidence of its reports and statements stands.
type page struct {
	document DocumentID
	words    string
	marks    []mark
}

// stretch is where words stand on a page.
type stretch struct{ at, size uint32 }

// mark is a [Span] of the document of a page.
type mark struct {
	start, end int32
	words      stretch
}

// run is a row of the marks of a page.
type run struct{ from, to uint32 }

func (p *page) at(s stretch) string { return p.words[s.at : s.at+s.size] }

// span is the Span that m is, the zero Span for the zero mark.
func (p *page) span(m mark) Span {
	if m == (mark{}) {
		return Span{}
	}
	return Span{p.document, int(m.start), int(m.end), p.at(m.words)}
}

func (p *page) run(r run) []mark { return p.marks[r.from:r.to] }

func (p *page) spans(r run) []Span {
	marks := p.run(r)
	if len(marks) == 0 {
		return nil
	}
	out := make([]Span, len(marks))
	for i, m := range marks {
		out[i] = p.span(m)
	}
	return out
}

// firstByte is where the first of r starts in the document.
func (p *page) firstByte(r run) int32 {
	if r.from == r.to {
		return 0
	}
	return p.marks[r.from].start
}

// wording puts a page together. Words that stand within others that came
// before them are there once.
type wording struct {
	words strings.Builder
	known map[string]stretch
	marks []mark
}

func (w *wording) put(s string) stretch {
	if s == "" {
		return stretch{}
	}
	if known, ok := w.known[s]; ok {
		return known
	}
	at := strings.Index(w.words.String(), s)
	if at < 0 {
		at = w.words.Len()
		w.words.WriteString(s)
	}
	w.known[s] = stretch{uint32(at), uint32(len(s))}
	return w.known[s]
}

func (w *wording) mark(s Span) mark {
	return mark{int32(s.Start), int32(s.End), w.put(s.Text)}
}

func (w *wording) run(spans []Span) run {
	from := len(w.marks)
	for _, s := range spans {
		w.marks = append(w.marks, w.mark(s))
	}
	return run{uint32(from), uint32(len(w.marks))}
}
