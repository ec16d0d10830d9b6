package extract

import (
	"slices"
	"sort"

	"crisisdesk/feed/lexicon"
)

// What the lexicon knows of whom a description can mean: bodies, and who holds
// which office.

// describedActor is the entry of the lexicon that a description means: "the
// army's media wing", "Kabul's army", "the army" where the page says whose.
func (d *discourse) describedActor(m *mention) string {
	s := d.bare(m.stretch)
	for i := s.to - 1; i >= s.from && !d.words[i].clitic(); i-- {
		if d.words[i].actor != d.words[m.head].actor {
			return ""
		}
	}
	return d.words[m.head].actor
}

// body is the entity of an army or a ministry that the lexicon knows: the one
// that the page has described so before, or named in full, else its own.
func (d *discourse) body(k int, actor string) int {
	for e := len(d.entities) - 1; e >= max(0, len(d.entities)-remembered); e-- {
		if x := &d.entities[e]; x.actor == actor && !x.common {
			return e
		}
	}
	return d.introduce(k)
}

// remembered is how many mentions or entities back somebody is looked for.
const remembered = 500

// bringsOut is the mention of the outlet whose piece or report a mention is: "a
// piece by New Lines Magazine", -1 where there is none.
func (d *discourse) bringsOut(m *mention) int {
	if m.kind != described || !written[d.words[m.head].lemma] || d.at(m.to, m.head).lemma != "by" {
		return -1
	}
	if n := d.mentionAt(m.to + 1); n != nil && n.kind == named && d.words[n.head].known == "outlet" {
		return d.words[n.head].mention - 1
	}
	return -1
}

// linkOffice files a description of who holds an office that the lexicon knows
// under whom the page names as its holder, or has described so before.
func (d *discourse) linkOffice(k int) {
	m := &d.mentions[k]
	if actor := d.describedActor(m); actor == "" || d.words[m.head].known != "office" {
		return
	} else if m.entity = d.holder(k); m.entity < 0 {
		m.entity = d.body(k, actor)
	}
}

// ofOthers reports whether a description is of another side than an entity
// whom the lexicon knows, or of an office that he has never held: "the chief
// minister" is no foreign minister of the lexicon.
func (d *discourse) ofOthers(m *mention, x *entity) bool {
	w := &d.words[m.head]
	if m.kind != described || x.actor == "" {
		return false
	}
	if d.ownerOf(m) == x.actor {
		return true // "Sudan's army" is not Sudan
	}
	if w.actor == "" || w.actor == x.actor {
		return false
	}
	a, _ := d.lex.Side(w.actor)
	b, _ := d.lex.Side(x.actor)
	who, _ := d.lex.Actor(x.actor)
	switch {
	case a.ID != b.ID:
		return true
	case w.known != "office":
		return false
	case who.Kind != "office" && who.Kind != "person":
		return true
	}
	return len(who.Offices) > 0 && !held(who, d.ownersAt(w))
}

// ownerOf is the actor whose a description says that somebody is, "" where it
// says none.
func (d *discourse) ownerOf(m *mention) string {
	for i := m.head; i > m.from; i-- {
		if d.words[i].clitic() {
			return d.words[i-1].actor
		}
	}
	return ""
}

// holder is the entity, named before, who holds the office that a mention
// describes, or has held it; -1 where the page names none.
func (d *discourse) holder(k int) int {
	m := &d.mentions[k]
	w := &d.words[m.head]
	if m.kind != described || w.known != "office" || w.actor == "" {
		return -1
	}
	offices := d.ownersAt(w)
	for j := k - 1; j >= max(0, k-remembered); j-- {
		if e := d.mentions[j].entity; e >= 0 && d.entities[e].actor != "" {
			if who, _ := d.lex.Actor(d.entities[e].actor); held(who, offices) {
				return e
			}
		}
	}
	return -1
}

// held reports whether somebody has held one of some offices.
func held(who lexicon.Actor, offices []string) bool {
	return slices.ContainsFunc(who.Offices, func(t lexicon.Tenure) bool { return slices.Contains(offices, t.Office) })
}

// ownersAt are the actors that the name which holds a word may mean.
func (d *discourse) ownersAt(w *word) []string {
	var out []string
	if f := d.foundAt(w); f != nil {
		for _, n := range f.Entries {
			out = append(out, n.ID)
		}
	}
	return out
}

// foundAt is the name of the lexicon that holds a word, nil where none does.
func (d *discourse) foundAt(w *word) *lexicon.Found[lexicon.Name] {
	names, ts := d.marks[w.sentence].names, d.sentences[w.sentence].Tokens
	k := sort.Search(len(names), func(k int) bool { return ts[names[k].Start].Start > w.Start }) - 1
	if k < 0 || ts[names[k].End-1].End < w.End {
		return nil
	}
	return &names[k]
}
