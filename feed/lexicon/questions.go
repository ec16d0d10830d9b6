package lexicon

import (
	"cmp"
	"slices"
	"strings"

	"crisisdesk/model"
)

// Standing are the questions as a board asks them: those that stand from the
// first day, and those that wait for evidence.
func (l *Lexicon) Standing() []model.Standing {
	topics := map[string]string{}
	for _, q := range l.questions {
		topics[q.ID] = q.Topic
	}
	var out []model.Standing
	for _, q := range l.questions {
		out = append(out, model.Standing{
			Topic: q.Topic, Text: q.Text, Parent: topics[q.Parent], Sleeps: q.Dormant,
			Parties: q.Parties, Accused: q.Accused, Waits: !q.Standing,
		})
	}
	return out
}

// Bearing is a question that a sentence bears on.
type Bearing struct {
	Question   *Question
	Start, End int // tokens from the first word that shows it to the last
	Weight     int // parts of the pattern that was met: the more, the surer
	Supports   int // words that lean towards yes
	Opposes    int // words that lean towards no
}

// cue says what a word does for a question.
type cue struct {
	question int32
	role     cueRole
	pattern  int16
	part     int16
}

type cueRole uint8

const (
	about cueRole = iota
	supports
	opposes
)

// addQuestion reads the patterns of a question. Parts are joined by " + ", and
// the words that serve as a part are parted by "|": "border|crossing + reopen".
func (b *builder) addQuestion(q Question) {
	q.Topic = cmp.Or(q.Topic, q.ID)
	n := int32(len(b.questions))
	b.questions = append(b.questions, q)
	var parts []int // of each pattern
	for i, p := range q.About {
		alternatives := strings.Split(p, " + ")
		for j, part := range alternatives {
			for w := range strings.SplitSeq(part, "|") {
				b.addCue(w, cue{n, about, int16(i), int16(j)})
			}
		}
		parts = append(parts, len(alternatives))
	}
	b.parts = append(b.parts, parts)
	for _, w := range q.Supports {
		b.addCue(w, cue{question: n, role: supports})
	}
	for _, w := range q.Opposes {
		b.addCue(w, cue{question: n, role: opposes})
	}
}

// addCue files a word under c in the forms of a noun and of a verb. A form that
// is no word does no harm: nobody writes it.
func (b *builder) addCue(w string, c cue) {
	w = strings.TrimSpace(w)
	forms, known := b.cueForms[w]
	if !known {
		forms = append(b.forms(w, Noun), b.forms(w, Verb)...)
		slices.Sort(forms)
		forms = slices.Compact(forms)
		b.cueForms[w] = forms
	}
	for _, form := range forms {
		b.cues.add(b.phrase(form), c)
	}
}

// Bearings finds the questions that the text bears on, in their order in the
// layers. Which of them a sentence raises, and with what stance, is for the
// reader to judge from the counts and from the hedges around.
func (l *Lexicon) Bearings(t Text) []Bearing {
	var hits []hit
	l.cues.each(t, func(start, end int, c cue) { hits = append(hits, hit{c, start, end}) })
	slices.SortFunc(hits, func(a, b hit) int {
		return cmp.Or(cmp.Compare(a.question, b.question), cmp.Compare(a.role, b.role), cmp.Compare(a.pattern, b.pattern),
			cmp.Compare(a.part, b.part), cmp.Compare(a.start, b.start))
	})
	var out []Bearing
	for len(hits) > 0 {
		n := runOf(hits, func(a, b hit) bool { return a.question == b.question })
		if b, ok := l.bearing(hits[:n]); ok {
			out = append(out, b)
		}
		hits = hits[n:]
	}
	return out
}

// hit is a cue met at tokens [start, end).
type hit struct {
	cue
	start, end int
}

// bearing weighs the hits of one question; the patterns come first in them.
func (l *Lexicon) bearing(hits []hit) (b Bearing, ok bool) {
	q := hits[0].question
	b.Question = &l.questions[q]
	for len(hits) > 0 && hits[0].role == about {
		n := runOf(hits, func(a, b hit) bool { return a.role == b.role && a.pattern == b.pattern })
		if met := partsMet(hits[:n]); met == l.parts[q][hits[0].pattern] && met >= b.Weight {
			b.Weight = met
			b.Start, b.End = hits[0].start, hits[0].end
			for _, h := range hits[:n] {
				b.Start, b.End = min(b.Start, h.start), max(b.End, h.end)
			}
		}
		hits = hits[n:]
	}
	for _, h := range hits {
		if h.role == supports {
			b.Supports++
		} else {
			b.Opposes++
		}
	}
	return b, b.Weight > 0
}

// partsMet counts the different parts among hits sorted by part.
func partsMet(hits []hit) int {
	n := 1
	for i := 1; i < len(hits); i++ {
		if hits[i].part != hits[i-1].part {
			n++
		}
	}
	return n
}

// runOf is the length of the first run of hits that are the same.
func runOf(hits []hit, same func(a, b hit) bool) int {
	n := 1
	for n < len(hits) && same(hits[0], hits[n]) {
		n++
	}
	return n
}
