package model

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
)

// Uncovered is the topic of evidence that no question of the lexicon covers.
const Uncovered = "other"

// rumours finds out which evidence that no standing question covers leaves the
// same open. Pieces whose words are alike, or are so through others, belong to
// one circle; a circle in which there is a rumour or a dispute makes a question
// of its own, however many documents tell it and in whatever words. All else
// stays under [Uncovered].
//
// Which pieces make a circle depends on which there are and not on how they came.
type rumours struct {
	told    map[*Piece]*rumour
	byWord  map[uint64][]*rumour
	changed map[*rumour]bool // those that may belong to another question since they last were asked for
}

// rumour is a piece of evidence with the words that tell what it is about.
type rumour struct {
	*Testimony
	words  []uint64 // ascending, each once
	circle *circle
	topic  string // of the question that it was last put under, "" before
}

// circle are pieces of evidence that leave the same open, the oldest first.
type circle struct{ rumours []*rumour }

func newRumours() *rumours {
	return &rumours{map[*Piece]*rumour{}, map[uint64][]*rumour{}, map[*rumour]bool{}}
}

// add takes a piece of evidence up.
func (rs *rumours) add(e *Testimony) {
	r := &rumour{Testimony: e, words: tellingWords(e.Span().Text)}
	rs.told[e.Piece] = r
	rs.gather(r)
	for _, w := range r.words {
		rs.byWord[w] = append(rs.byWord[w], r)
	}
}

// remove takes a piece of evidence back and returns it, with those gathered
// anew that belonged to its circle.
func (rs *rumours) remove(e *Piece) *rumour {
	r := rs.told[e]
	delete(rs.told, e)
	delete(rs.changed, r)
	rest := slices.DeleteFunc(r.circle.rumours, func(o *rumour) bool { return o == r })
	for _, w := range r.words {
		list := slices.DeleteFunc(rs.byWord[w], func(o *rumour) bool { return o == r })
		if rs.byWord[w] = list; len(list) == 0 {
			delete(rs.byWord, w)
		}
	}
	for _, o := range rest {
		o.circle = nil
	}
	for _, o := range rest {
		rs.gather(o)
	}
	return r
}

// gather puts r into one circle with all that are like it and stand in one.
func (rs *rumours) gather(r *rumour) {
	r.circle = &circle{[]*rumour{r}}
	rs.changed[r] = true
	common := map[*rumour]int{}
	for _, w := range r.words {
		for _, o := range rs.byWord[w] {
			common[o]++
		}
	}
	for o, n := range common {
		if o == r || o.circle == nil || o.circle == r.circle || !alike(n, len(r.words), len(o.words)) {
			continue
		}
		joined := slices.Concat(o.circle.rumours, r.circle.rumours)
		slices.SortFunc(joined, func(a, b *rumour) int { return oldestEvidence(a.Testimony, b.Testimony) })
		c := &circle{joined}
		for _, x := range joined {
			x.circle = c
			rs.changed[x] = true
		}
	}
}

// alike reports whether so many words in common, of so many each, tell of one
// matter: three or more, and half of the fewer.
func alike(common, a, b int) bool { return common >= 3 && 2*common >= min(a, b) }

// question is the topic that r belongs under: a name of its own for a circle
// that a rumour or a dispute opens.
func (r *rumour) question() string {
	first := r.circle.rumours[0]
	opens := func(o *rumour) bool { return o.opens() }
	if len(first.words) < 3 || !slices.ContainsFunc(r.circle.rumours, opens) {
		return Uncovered
	}
	return identityOf(first.Span().Text).String()
}

// opens reports whether e by itself leaves something open that somebody else
// may settle: talk, what nobody vouches for, and what is contradicted.
func (e *Piece) opens() bool {
	form := e.Form()
	return form == Rumour || form == Unconfirmed || form == DisputedFor
}

// tellingWords are the stems of the words of a sentence that tell what it is
// about, as numbers, ascending.
func tellingWords(s string) []uint64 {
	var out []uint64
	for w := range strings.FieldsFuncSeq(s, func(r rune) bool { return !unicode.IsLetter(r) }) {
		w = strings.ToLower(w)
		if !untelling[w] && len(w) > 2 {
			out = append(out, wordSum(stem(w)))
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// stem cuts a word off behind its sixth letter.
func stem(w string) string {
	n := 0
	for i := range w {
		if n++; n > 6 {
			return w[:i]
		}
	}
	return w
}

// untelling are words of which every text has many, and words that say how
// something is known rather than what.
var untelling = wordSet(`
	about after again against all also although among and another any are around because been before being between both but
	came can cannot could did does done down during each either else even ever every few for from further give given gives had
	has have having her here him his how however into its itself just last later less many may might more most much must near
	neither never next nobody none nor not nothing now off once one only other others our out over own per same shall she should
	since some such take taken takes than that the their them themselves then there these they this those though three through
	till too took toward towards two under until upon very was well were what when where whether which while who whom whose why
	will with within without would yet you your

	account accounts acknowledge acknowledged admit admitted allegation allegations allege alleged allegedly answer answered ask
	asked asks assert asserted believe believed believes call called calls checked circulating claim claimed claims clear comment
	commented comments confirm confirmation confirmed confirms contradict declined denial denials denied denies deny depends
	details disputed dispute evidence false hearsay heard independent independently insist insisted insists journalists knows
	known media neither official officials play probably reacted reject rejected rejects reply report reported reportedly reports
	responded response rumor rumored rumors rumour rumoured rumours said say saying says silent source sources speculation
	spokesman spokesperson spokeswoman statement statements suggest suggested talk talked talks tell tells think thought told true
	unclear unconfirmed unverified verified verify version whisper whispers word words`)

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		set[w] = true
	}
	return set
}

// gathersBy is the topic that evidence gathers by.
func (e *Piece) gathersBy() string { return cmp.Or(e.bearing.Value().topic, Uncovered) }

// reassign puts the evidence whose circle has changed under the question that
// it now belongs under.
func (qs *questions) reassign() {
	for r := range qs.rumours.changed {
		if topic := r.question(); topic != r.topic {
			if r.topic != "" {
				qs.take(r.topic, r.Testimony)
			}
			r.topic = topic
			qs.put(topic, r.Testimony)
		}
	}
	clear(qs.rumours.changed)
}
