package model

import (
	"encoding/binary"
	"strings"
)

// page is what the facts of one document say in words of its own: the words, in
// one string, and the numbers that tell where they stand, in another. What is
// read together lies together: each statement, report and piece of evidence
// knows where its numbers begin, and a [leaf] reads them in the order in which
// [wording] put them down.
type page struct {
	document DocumentID
	words    string
	numbers  string // varints
}

// leaf reads numbers of a page, one after the other.
type leaf struct {
	page *page
	at   uint32
}

func (l *leaf) number() uint32 {
	n := uint32(0)
	for shift := 0; ; shift += 7 {
		b := l.page.numbers[l.at]
		l.at++
		n |= uint32(b&0x7f) << shift
		if b < 0x80 {
			return n
		}
	}
}

func (l *leaf) text() string {
	size := l.number()
	if size == 0 {
		return ""
	}
	at := l.number()
	return l.page.words[at : at+size]
}

// name reads a name that mostly begins with that of the document.
func (l *leaf) name() string {
	if rest := l.text(); rest != "" {
		return string(l.page.document) + rest
	}
	return l.text()
}

// span reads a Span of the document; the zero Span is read as such.
func (l *leaf) span() Span {
	start := int32(l.number())
	s := Span{l.page.document, int(start), int(start + int32(l.number())), l.text()}
	if s == (Span{Document: s.Document}) {
		return Span{}
	}
	return s
}

func (l *leaf) spans() []Span {
	n := l.number()
	if n == 0 {
		return nil
	}
	out := make([]Span, n)
	for i := range out {
		out[i] = l.span()
	}
	return out
}

// wording puts a page together. Words that stand within others that came
// before them are there once.
type wording struct {
	document DocumentID
	words    strings.Builder
	known    map[string]int // where words stand
	numbers  []byte
}

func newWording(d DocumentID) *wording { return &wording{document: d, known: map[string]int{}} }

// here is where the next numbers will stand.
func (w *wording) here() uint32 { return uint32(len(w.numbers)) }

func (w *wording) number(n uint32) { w.numbers = binary.AppendUvarint(w.numbers, uint64(n)) }

func (w *wording) text(s string) {
	w.number(uint32(len(s)))
	if s == "" {
		return
	}
	at, known := w.known[s]
	if !known {
		if at = strings.Index(w.words.String(), s); at < 0 {
			at = w.words.Len()
			w.words.WriteString(s)
		}
		w.known[s] = at
	}
	w.number(uint32(at))
}

func (w *wording) name(s string) {
	rest, ok := strings.CutPrefix(s, string(w.document))
	if ok && rest != "" {
		w.text(rest)
		return
	}
	w.text("")
	w.text(s)
}

func (w *wording) span(s Span) {
	w.number(uint32(s.Start))
	w.number(uint32(s.End - s.Start))
	w.text(s.Text)
}

func (w *wording) spans(spans []Span) {
	w.number(uint32(len(spans)))
	for _, s := range spans {
		w.span(s)
	}
}

// firstByte is where the first of spans starts in the document.
func firstByte(spans []Span) int32 {
	if len(spans) == 0 {
		return 0
	}
	return int32(spans[0].Start)
}
