package extract

import (
	"strings"

	"crisisdesk/feed/language"
)

// turn is what one voice of an interview or a transcript says before the next
// takes over. Its words are speech without quotation marks.
type turn struct {
	label  string
	first  int // sentence that opens with the label
	last   int // sentence behind the turn
	body   int // first word behind the label
	entity int // who speaks, -1 where nobody is found
	asks   bool
}

// findTurns finds the turns of a page that is an interview: labels of voices
// come back at the start of blocks.
func (d *discourse) findTurns() {
	count := map[string]int{}
	var turns []turn
	for i, s := range d.bounds {
		if i > 0 && d.blockOf(i) == d.blockOf(i-1) || s.empty() {
			continue
		}
		if colon := d.labelEnd(s); colon > 0 {
			text := d.textOf(stretch{s.from, colon})
			label := strings.ToLower(text)
			if e := d.voice(label); e >= 0 || label == "q" || abbreviated(text) {
				count[label]++
				turns = append(turns, turn{label: label, first: i, last: i + 1, body: colon + 1, entity: e})
				continue
			}
		}
	}
	const fewest = 4
	if len(turns) < fewest || len(count) < 2 || len(turns) < 2*len(count) {
		return
	}
	d.turns = turns
	d.closeTurns(count)
}

// labelEnd is the colon behind the label of a voice that opens a sentence, 0
// where there is none.
func (d *discourse) labelEnd(s stretch) int {
	const longest = 4
	for i := s.from + 1; i < min(s.to, s.from+longest+1); i++ {
		if d.words[i].Form == ":" {
			return i
		}
		if !d.words[i-1].capital() {
			return 0
		}
	}
	return 0
}

// abbreviated reports whether a label is a few capitals: "TR".
func abbreviated(label string) bool {
	const most = 3
	for i := range len(label) {
		if label[i] < 'A' || label[i] > 'Z' {
			return false
		}
	}
	return 1 < len(label) && len(label) <= most
}

// voice is the entity that a label names: by a name, by initials, or "A" for
// the person who is interviewed, the first whom the page names.
func (d *discourse) voice(label string) int {
	last := label[strings.LastIndexByte(label, ' ')+1:]
	for e := range d.entities {
		x := &d.entities[e]
		if !x.person || label == "a" && x.first > 0 && strings.EqualFold(d.words[x.first-1].Form, "by") {
			continue
		}
		if label == "a" || label == initials(x.words) || contains(x.words, last) && (len(x.words) > 1 || strings.ToLower(x.name) != label) {
			return e
		}
	}
	return -1
}

// closeTurns lets each turn reach to the next label, the last over its block
// only, and finds out who asks the questions.
func (d *discourse) closeTurns(count map[string]int) {
	questions := map[string]int{}
	for i := range d.turns {
		t := &d.turns[i]
		if i+1 < len(d.turns) {
			t.last = d.turns[i+1].first
		} else {
			for t.last < len(d.bounds) && d.blockOf(t.last) == d.blockOf(t.first) {
				t.last++
			}
		}
		if d.words[d.bounds[t.last-1].to-1].Form == "?" {
			questions[t.label]++
		}
	}
	for i := range d.turns {
		t := &d.turns[i]
		t.asks = t.label == "q" || 3*questions[t.label] >= count[t.label]
		for n := t.first; n < t.last; n++ {
			d.turnOf[n] = i + 1
		}
	}
}

// turnAt is the turn that sentence i belongs to, or nil.
func (d *discourse) turnAt(i int) *turn {
	if n := d.turnOf[i]; n > 0 {
		return &d.turns[n-1]
	}
	return nil
}

// firstPerson reports whether the cue is in the mouth of the speaker of a turn.
func (d *discourse) firstPerson(c *cue) bool {
	if c.speaker.mention < 0 {
		return true
	}
	switch w := &d.words[d.mentions[c.speaker.mention].head]; w.lemma {
	case "i", "we", "one", "you":
		return w.UPOS == language.PRON
	}
	return false
}
