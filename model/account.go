package model

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"math"
	"slices"
	"strconv"
	"strings"
	"unique"
)

// account is a report with what merging asks of it at hand.
type account struct {
	report   *Report
	path     string
	appeared Day    // first day on which its document can have appeared
	identity string // stays while the words that tell the event stay in the file at path

	family   Family
	from, to Day // the report's When, open ends reaching for ever
	days     int // length of the When, noDays where an end is open
	places   []spot
	sites    string // places as one string: equal strings, equal places
	sides    []party
	tolls    []toll

	// Set by the merger.
	core    bool
	home    *account   // the core it belongs to, itself for a core
	members []*account // of a core: all whose home it is
}

const noDays = math.MaxInt32

type name = unique.Handle[string]

// spot is a place with the places that hold it.
type spot struct {
	id    name
	chain []name // id, then what holds it
	wide  bool   // a whole country
}

// party is a side with the part it plays.
type party struct {
	side, actor name
	role        Role
}

// toll is a figure for comparison.
type toll struct {
	outcome  Outcome
	by       string
	min, max int
}

// accountsOf prepares the reports of one document.
func accountsOf(f *Facts) []*account {
	out := make([]*account, len(f.Reports))
	told := map[string]int{}
	for i := range f.Reports {
		r := &f.Reports[i]
		words := string(r.Kind) + "\x00" + r.Summary
		if len(r.Evidence) > 0 {
			words = string(r.Kind) + "\x00" + r.Evidence[0].Text
		}
		told[words]++
		out[i] = newAccount(f.Document, r, digest(f.Document.Path, words, strconv.Itoa(told[words])))
	}
	return out
}

func newAccount(d *Document, r *Report, identity string) *account {
	a := &account{
		report: r, path: d.Path, appeared: d.Published.From, identity: identity,
		family: r.Kind.Family(),
		from:   r.When.From, to: r.When.To, days: noDays,
	}
	if a.appeared == 0 {
		a.appeared = math.MaxInt32
	}
	if r.When.Bounded() {
		a.days = r.When.Days()
	}
	if a.to == 0 {
		a.to = math.MaxInt32
	}
	for _, p := range r.Places {
		if s, ok := spotOf(p); ok {
			a.places = append(a.places, s)
		}
	}
	slices.SortFunc(a.places, func(x, y spot) int { return strings.Compare(x.id.Value(), y.id.Value()) })
	for _, s := range a.places {
		a.sites += s.id.Value() + "\x00"
	}
	for _, x := range r.Actors {
		a.sides = append(a.sides, party{
			side:  unique.Make(cmp.Or(x.Side, x.ID, fold(x.Name))),
			actor: unique.Make(cmp.Or(x.ID, fold(x.Name))),
			role:  x.Role,
		})
	}
	for _, c := range r.Casualties {
		a.tolls = append(a.tolls, toll{c.Outcome, fold(c.ClaimedBy), c.Min, c.Max})
	}
	return a
}

// spotOf prepares a place; a region ("the border areas") is too vague to
// bound anything and gives none.
func spotOf(p Place) (spot, bool) {
	if p.Kind == "region" {
		return spot{}, false
	}
	s := spot{id: unique.Make(cmp.Or(p.ID, "name:"+fold(p.Name))), wide: p.Kind == "country"}
	s.chain = append(s.chain, s.id)
	for _, w := range p.Within {
		s.chain = append(s.chain, unique.Make(w))
	}
	return s, true
}

// meets reports whether one of the two holds the other, or they are one.
func (s spot) meets(o spot) bool {
	return slices.Contains(s.chain, o.id) || slices.Contains(o.chain, s.id)
}

// before is the order in which reports may become the core of an incident:
// the more exact first, then the earlier published. It is total over the
// reports of a board.
func before(a, b *account) int {
	return cmp.Or(
		cmp.Compare(a.days, b.days),
		cmp.Compare(b.exactness(), a.exactness()),
		cmp.Compare(a.appeared, b.appeared),
		strings.Compare(a.path, b.path),
		cmp.Compare(firstByte(a.report.Evidence), firstByte(b.report.Evidence)),
		strings.Compare(a.identity, b.identity),
	)
}

// exactness counts what of place and actors a report tells.
func (a *account) exactness() int {
	n := min(len(a.sides), 2)
	for _, s := range a.places {
		if !s.wide {
			return n + 2
		}
		n = max(n, 1)
	}
	return n
}

// digest names something by the parts that make it what it is.
func digest(parts ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return hex.EncodeToString(sum[:8])
}

// fold makes two spellings of one word equal: case and outer space do not count.
func fold(s string) string { return strings.ToLower(strings.TrimSpace(s)) }
