package model

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"math"
	"strconv"
	"strings"
	"time"
)

// account is a report with what merging asks of it at hand.
type account struct {
	report   *Told
	document *Document
	source   *Document // in whose voice it speaks: its own, or the one that it copies
	sites    *sites
	cast     *cast
	identity identity
	appeared Day // first day on which its document can have appeared

	timing
	figures uint16 // bits of its tolls
	detail  uint8  // how much of place and actors it tells

	unnumbered []Casualty // dead of whom a party tells beside the report's toll, without a number

	// Set by the merger.
	held   bool       // between add and remove
	told   int32      // of an exact report: how many exact reports match it
	link   link       // the report that it follows, none for the first of an incident
	follow []*account // the reports that follow it
}

// identity names a report: it stays while the words that tell the event stay
// in the file of its document.
type identity [8]byte

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
		out[i] = newAccount(k.document, source, told, r, identityOf(k.document.Path, words, strconv.Itoa(times[words])))
		out[i].unnumbered = k.answers(r)
	}
	return out
}

// newAccount prepares a report of d, which speaks in the voice of source; r is
// all of it.
func newAccount(d, source *Document, told *Told, r *Report, id identity) *account {
	a := &account{
		report: told, document: d, source: source, sites: sitesOf(r), cast: castOf(r), appeared: d.Published.From, identity: id,
		timing: timing{kind: numberOf(r.Kind)}, figures: figureBits(told.tolls),
	}
	if a.appeared == 0 {
		a.appeared = math.MaxInt32
	}
	a.setDays(r)
	a.detail = a.details()
	return a
}

// setDays prepares the days of r.
func (a *account) setDays(r *Report) {
	a.from, a.to, a.days = r.When.From, r.When.To, noDays
	if r.When.Bounded() {
		a.days = int32(r.When.Days())
	}
	a.lasts = lasts(r)
	switch {
	case !r.When.Bounded():
	case r.Doubt == Unlikely: // no more than that it was before it was told
		a.from, a.to = 0, max(a.to, a.document.Published.To)
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
	if c := strings.Compare(a.document.Path, b.document.Path); c != 0 {
		return c
	}
	return cmp.Or(cmp.Compare(a.report.firstByte, b.report.firstByte), bytes.Compare(a.identity[:], b.identity[:]))
}

// details counts what of place and actors a report tells.
func (a *account) details() uint8 {
	n := uint8(min(len(a.cast.what.each), 2))
	for _, s := range a.sites.what {
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
