package model

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"
	"unique"
)

// account is a report with what merging asks of it at hand.
type account struct {
	report   *Told
	document *Document
	source   *Document // in whose voice it speaks: its own, or the one that it copies
	identity identity
	appeared Day // first day on which its document can have appeared

	from, to Day   // the report's When; where one end is open, reach days; undated, for ever
	days     int32 // length of the When, noDays where an end is open
	kind     kindNumber
	detail   uint8 // how much of place and actors it tells
	lasts    bool  // a period that it went on for, rather than one in which it happened some day
	exact    bool  // its days are those of the event, rather than such as hold them
	undated  bool  // nothing is known of its days
	accuses  bool  // it is the word of those whom it calls attacked
	places   []spot
	sites    name // all places, and which of them bound: equal for equal ones
	sides    []party

	unnumbered []Casualty // dead of whom a party tells beside the report's toll, without a number

	// Set by the merger.
	held   bool       // between add and remove
	told   int32      // of an exact report: how many exact reports match it
	link   link       // the report that it follows, none for the first of an incident
	follow []*account // the reports that follow it
}

const (
	noDays    = math.MaxInt32
	forEver   = math.MaxInt32 / 2
	reach     = 366 // days within which the event lies of a report that is bounded on one side only
	stillNews = 14  // days before those into which news is put, of an agreement or a closure
	fewDays   = 3   // an event told within so many days is told exactly
)

type name = unique.Handle[string]

// identity names a report: it stays while the words that tell the event stay
// in the file of its document.
type identity [8]byte

// spot is a place with the places that hold it.
type spot struct {
	id     name
	place  *Place
	wide   bool // a whole country
	bounds bool // it says where the event was, so that it excludes places elsewhere
}

// party is a side with the parts it plays.
type party struct {
	side  name
	roles roles
}

// roles is a set of roles.
type roles uint8

const (
	attacks roles = 1 << iota
	suffers
	mediates
	otherwise
)

// rolesIn are the parts that r is in an event of kind k: in a clash each side
// attacks and is attacked.
func rolesIn(k Kind, r Role) roles {
	switch {
	case r == Mediator:
		return mediates
	case k == Clash && (r == Initiator || r == Target):
		return attacks | suffers
	case r == Initiator:
		return attacks
	case r == Target:
		return suffers
	}
	return otherwise
}

func addParty(to []party, side name, r roles) []party {
	for i, p := range to {
		if p.side == side {
			to[i].roles |= r
			return to
		}
	}
	return append(to, party{side, r})
}

// untangle takes from sides that are told to have attacked and to have been
// attacked the first, where another attacked and nobody else was attacked:
// nobody attacks himself.
func untangle(sides []party) {
	const both = attacks | suffers
	began, hit := false, false
	for _, p := range sides {
		began = began || p.roles&both == attacks
		hit = hit || p.roles&both == suffers
	}
	if !began || hit {
		return
	}
	for i := range sides {
		if sides[i].roles&both == both {
			sides[i].roles &^= attacks
		}
	}
}

// accountsOf prepares the reports of one document, which speaks in the voice
// of source: itself, or the document that it copies.
func accountsOf(k *kept, source *Document) []*account {
	out := make([]*account, len(k.told))
	times := map[string]int{}
	for i := range k.told {
		told := &k.told[i]
		r := told.Report()
		words := string(r.Kind) + "\x00" + r.Summary
		if len(r.Evidence) > 0 {
			words = string(r.Kind) + "\x00" + r.Evidence[0].Text
		}
		times[words]++
		out[i] = newAccount(k.document, source, told, identityOf(k.document.Path, words, strconv.Itoa(times[words])))
		out[i].unnumbered = k.answers(r)
	}
	return out
}

// newAccount prepares a report of d, which speaks in the voice of source.
func newAccount(d, source *Document, told *Told, id identity) *account {
	r := told.Report()
	a := &account{
		report: told, document: d, source: source, appeared: d.Published.From, identity: id,
		kind: numberOf(r.Kind),
		from: r.When.From, to: r.When.To, days: noDays,
	}
	if a.appeared == 0 {
		a.appeared = math.MaxInt32
	}
	if r.When.Bounded() {
		a.days = int32(r.When.Days())
	}
	a.lasts = lasts(r)
	switch {
	case !r.When.Bounded():
	case r.Doubt == Unlikely: // no more than that it was before it was told
		a.from, a.to = 0, max(a.to, d.Published.To)
		a.days, a.lasts = noDays, false
	case r.Doubt == Doubtful && seldom[r.Kind]: // what holds still is news for weeks
		a.from -= stillNews
	}
	a.exact = a.lasts || a.days <= fewDays
	a.undated = !r.When.Known()
	switch {
	case a.undated:
		a.to = forEver
	case a.from == 0:
		a.from = a.to - reach
	case a.to == 0:
		a.to = a.from + reach
	}
	if len(r.Places) > 0 {
		a.places = make([]spot, 0, len(r.Places))
	}
	for i := range r.Places { // states that agree on something are parties rather than its place
		if s, ok := spotOf(&r.Places[i], r.Kind); ok && !(s.wide && r.Kind.Family() == Diplomatic) {
			a.places = append(a.places, s)
		}
	}
	slices.SortFunc(a.places, func(x, y spot) int { return strings.Compare(x.id.Value(), y.id.Value()) })
	var sites strings.Builder
	for _, s := range a.places {
		sites.WriteString(s.id.Value())
		if s.bounds {
			sites.WriteByte(0)
		}
		sites.WriteByte(0)
	}
	a.sites = unique.Make(sites.String())
	if len(r.Actors) > 0 {
		a.sides = make([]party, 0, len(r.Actors))
	}
	for _, x := range r.Actors {
		a.sides = addParty(a.sides, unique.Make(sideOf(x)), rolesIn(r.Kind, x.Role))
	}
	if r.Kind.Family() == Violent && r.Kind != Clash {
		untangle(a.sides)
	}
	a.accuses = slices.ContainsFunc(r.Actors, func(x Actor) bool {
		return x.Role == Target && sideOf(x) == sideNamed(r.ClaimedBy, r.Actors)
	})
	a.detail = a.details()
	return a
}

// spotOf prepares a place of an event of kind k; a region or a line ("the
// border areas", "the Durand Line") is too vague to bound anything and gives
// none, and so does one that is unlikely; one in doubt excludes no other. Of a
// closure a crossing says where: a city may be the one in which it was ordered.
func spotOf(p *Place, k Kind) (spot, bool) {
	if p.Kind == "region" || p.Kind == "line" || p.Doubt == Unlikely {
		return spot{}, false
	}
	return spot{
		id:     unique.Make(cmp.Or(p.ID, "name:"+fold(p.Name))),
		place:  p,
		wide:   p.Kind == "country",
		bounds: p.ID != "" && p.Doubt == Sure && (k != Closure || p.Kind == "crossing"),
	}, true
}

// meets reports whether one of the two holds the other, or they are one.
func (s spot) meets(o spot) bool {
	return s.id == o.id || slices.Contains(s.place.Within, o.id.Value()) || slices.Contains(o.place.Within, s.id.Value())
}

// before is the order in which reports may become the core of an incident:
// the more exact first, then the earlier published. It is total over the
// reports of a board.
func before(a, b *account) int {
	if a.days != b.days {
		return cmp.Compare(a.days, b.days)
	}
	if a.detail != b.detail {
		return cmp.Compare(b.detail, a.detail)
	}
	return earlier(a, b)
}

// earlier orders reports by when they appeared, then by where they stand.
func earlier(a, b *account) int {
	if a.appeared != b.appeared {
		return cmp.Compare(a.appeared, b.appeared)
	}
	return cmp.Or(
		strings.Compare(a.document.Path, b.document.Path),
		cmp.Compare(a.report.firstByte, b.report.firstByte),
		bytes.Compare(a.identity[:], b.identity[:]),
	)
}

// details counts what of place and actors a report tells.
func (a *account) details() uint8 {
	n := uint8(min(len(a.sides), 2))
	for _, s := range a.places {
		if !s.wide {
			return n + 2
		}
		n = max(n, 1)
	}
	return n
}

func (i identity) String() string { return hex.EncodeToString(i[:]) }

// identityOf names something by the parts that make it what it is.
func identityOf(parts ...string) identity {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return identity(sum[:8])
}

// fold makes two spellings of one word equal: case and outer space do not count.
func fold(s string) string { return strings.ToLower(strings.TrimSpace(s)) }

// lasts reports whether the When of r is a period for which it went on: always
// with fighting and talks; with other violence where the period is not one of
// the calendar, in which it happened some day.
func lasts(r *Report) bool {
	if !r.When.Bounded() || r.When.Days() <= fewDays {
		return false
	}
	switch r.Kind {
	case Clash, Talks:
		return true
	}
	if r.Kind.Family() != Violent {
		return false
	}
	_, month, first := r.When.From.Date()
	calendar := first == 1 || r.When.Days() == 7
	wholeYear := first == 1 && month == time.January && r.When.Days() >= 365
	return !wholeYear && (!calendar || r.When.Days() > 62)
}
