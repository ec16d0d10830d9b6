package parsing

import "crisisdesk/feed/language/internal/lexis"

// Kinds of the marks that part clauses; 0 is for none ahead.
const (
	noMark = iota
	comma
	period
	opening
	closing
	bracket
	colon
	dash
	marks // how many there are
)

var markForms = map[string]uint8{
	",": comma, ".": period, "?": period, "!": period, "``": opening, "''": closing,
	"(": bracket, ")": bracket, ":": colon, ";": colon, "--": dash, "-": dash,
}

func markKinds(v *lexis.Vocabulary) map[int32]uint8 {
	m := map[int32]uint8{}
	for form, kind := range markForms {
		if id := v.ID(form); id != lexis.Unknown {
			m[id] = kind
		}
	}
	return m
}

// Values of Sentence.quoted.
const (
	outside = iota
	inside
	aMark
)

// Prepare fills what the features look ahead for, once words and tags are set.
func (p *Parser) Prepare(v *Sentence) {
	n := len(v.Words)
	v.ahead, v.comma, v.quotes = resize(v.ahead, n), resize(v.comma, n), resize(v.quotes, n)
	verb, distance, kind := int32(noValue), int32(0), uint8(noMark)
	for i := n - 1; i >= 0; i-- {
		v.ahead[i], v.comma[i] = verb*4+min(distance/3, 3), kind
		distance++
		if p.verb[v.Tags[i]] {
			verb, distance = firstOf+v.Tags[i], 0
		}
		if k, ok := p.marks[v.Words[i].ID]; ok {
			kind = k
		}
	}
	now := uint8(outside)
	for i, w := range v.Words {
		switch p.marks[w.ID] {
		case opening:
			now, v.quotes[i] = inside, aMark
		case closing:
			now, v.quotes[i] = outside, aMark
		default:
			v.quotes[i] = now
		}
	}
}

func resize[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n+n/2)[:n]
	}
	return s[:n]
}
