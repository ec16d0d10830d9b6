package model

import (
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"
)

// Work is what the officers of a desk have done, all of them together. A nil
// Work is one of which nothing is known: it has no changes.
type Work struct {
	Entries  []Entry       // every entry once, in the order in which they count
	Refused  []Refusal     // entries that are kept and count for nothing, in the same order
	Asked    []*Entry      // officers' own questions
	Together [][]ReportID  // reports of one event by an officer's word; none stands in two lists
	Apart    [][2]ReportID // reports of different events by an officer's word

	changes map[aspect][]*Entry
	place   map[*Entry]int // in Entries
	byID    map[EntryID]*Entry
}

// Refusal is an entry that makes no sense, and why.
type Refusal struct {
	Entry  *Entry
	Reason string
}

// aspect is what one entry can change after another.
type aspect struct {
	action Action // Star stands for Unstar, too
	item   Item
}

// Fold puts the entries of all journals together. The result depends on
// which entries there are and not on their order here.
func Fold(entries []Entry) *Work {
	w := &Work{Entries: inOrder(entries), changes: map[aspect][]*Entry{}, place: map[*Entry]int{}, byID: map[EntryID]*Entry{}}
	for i := range w.Entries {
		w.byID[w.Entries[i].ID()] = &w.Entries[i]
		w.place[&w.Entries[i]] = i
	}
	undone, why := undoing(w.Entries, w.byID)
	events := &events{together: map[Item]map[Item]bool{}, apart: map[[2]Item]bool{}}
	for i := range w.Entries {
		e := &w.Entries[i]
		reason := why[e]
		if reason == "" && e.Action == AcceptVerdict && !undone[e.ID()] {
			reason = refuseAcceptance(e, w.byID[e.Entry], undone)
		}
		switch {
		case reason != "":
			w.Refused = append(w.Refused, Refusal{e, reason})
		case !undone[e.ID()]:
			w.apply(e, events)
		}
	}
	w.Together, w.Apart = events.lists()
	return w
}

// undoing finds the entries that are undone, and says why others make no
// sense. It goes backwards: an undo that is undone itself undoes nothing.
func undoing(entries []Entry, byID map[EntryID]*Entry) (undone map[EntryID]bool, why map[*Entry]string) {
	undone, why = map[EntryID]bool{}, map[*Entry]string{}
	for i := range slices.Backward(entries) {
		e := &entries[i]
		if err := e.Check(); err != nil {
			why[e] = err.Error()
			continue
		}
		if e.Action != UndoEntry || undone[e.ID()] {
			continue
		}
		switch target := byID[e.Entry]; {
		case target == nil:
			why[e] = fmt.Sprintf("there is no entry %s", e.Entry)
		case target.Officer != e.Officer:
			why[e] = "only its own officer can undo an entry"
		case target.Seq >= e.Seq:
			why[e] = "it undoes what comes after it"
		default:
			undone[e.Entry] = true
		}
	}
	return undone, why
}

func refuseAcceptance(e, proposal *Entry, undone map[EntryID]bool) string {
	switch {
	case proposal == nil || proposal.Action != ProposeVerdict || proposal.Check() != nil:
		return fmt.Sprintf("there is no proposal %s", e.Entry)
	case undone[e.Entry]:
		return "the proposal was taken back"
	case proposal.Officer == e.Officer:
		return "a verdict needs a second officer"
	}
	return ""
}

func (w *Work) apply(e *Entry, events *events) {
	of, action := e.Of, e.Action
	switch e.Action {
	case Unstar:
		action = Star
	case AcceptVerdict:
		of = w.byID[e.Entry].Of
	case AskQuestion:
		w.Asked = append(w.Asked, e)
	case MergeReports:
		events.merge(e.Of)
	case SplitOff:
		events.split(e.Of, e.From)
	}
	for _, item := range of {
		w.changes[aspect{action, item}] = append(w.changes[aspect{action, item}], e)
	}
}

// Changes are the entries of one action about any of items that stand, in the
// order in which they count: the last one shows. Those of Star hold those of
// Unstar; those of AcceptVerdict are about the question of the proposal.
func (w *Work) Changes(action Action, items ...Item) []*Entry {
	if w == nil {
		return nil
	}
	var out []*Entry
	for _, item := range items {
		out = append(out, w.changes[aspect{action, item}]...)
	}
	if len(items) < 2 {
		return out
	}
	slices.SortFunc(out, func(a, b *Entry) int { return cmp.Compare(w.place[a], w.place[b]) })
	return slices.Compact(out)
}

// Last is the entry of one action about any of items that shows, nil where there is none.
func (w *Work) Last(action Action, items ...Item) *Entry {
	if w == nil {
		return nil
	}
	var last *Entry
	for _, item := range items {
		if of := w.changes[aspect{action, item}]; len(of) > 0 && (last == nil || w.place[of[len(of)-1]] > w.place[last]) {
			last = of[len(of)-1]
		}
	}
	return last
}

// Starred reports whether any of items, or the incident of which they are the
// reports, is starred.
func (w *Work) Starred(items ...Item) bool {
	e := w.Last(Star, items...)
	return e != nil && e.Action == Star
}

// Verdict is what two officers have said of a question, "" where they have
// not; one proposed it and the other accepted it.
func (w *Work) Verdict(q QuestionID) (verdict State, proposed, accepted *Entry) {
	accepted = w.Last(AcceptVerdict, QuestionItem(q))
	if accepted == nil {
		return "", nil, nil
	}
	proposed = w.byID[accepted.Entry]
	return State(proposed.Value), proposed, accepted
}

// events collects which reports officers put together and which apart. No two
// reports are both.
type events struct {
	together map[Item]map[Item]bool // the same set for each of its members
	apart    map[[2]Item]bool
}

// merge makes one event of reports, and of all that each of them was put together with.
func (ev *events) merge(reports []Item) {
	union := map[Item]bool{}
	for _, r := range reports {
		union[r] = true
		maps.Copy(union, ev.together[r])
	}
	for r := range union {
		ev.together[r] = union
	}
	maps.DeleteFunc(ev.apart, func(p [2]Item, _ bool) bool { return union[p[0]] && union[p[1]] })
}

// split takes reports out of the events that they share with some of from.
func (ev *events) split(reports, from []Item) {
	for _, f := range from {
		rest := ev.together[f]
		leaving := map[Item]bool{}
		for _, r := range reports {
			if rest[r] {
				leaving[r] = true
				delete(rest, r)
			}
		}
		for r := range leaving {
			ev.together[r] = leaving
		}
		for _, r := range reports {
			ev.apart[[2]Item{min(r, f), max(r, f)}] = true
		}
	}
}

// lists gives both in the order of the reports' IDs.
func (ev *events) lists() (together [][]ReportID, apart [][2]ReportID) {
	id := func(item Item) ReportID { return ReportID(strings.TrimPrefix(string(item), "report:")) }
	for _, r := range slices.Sorted(maps.Keys(ev.together)) {
		set := slices.Sorted(maps.Keys(ev.together[r]))
		if len(set) < 2 || set[0] != r {
			continue
		}
		ids := make([]ReportID, len(set))
		for i, item := range set {
			ids[i] = id(item)
		}
		together = append(together, ids)
	}
	for p := range ev.apart {
		apart = append(apart, [2]ReportID{id(p[0]), id(p[1])})
	}
	slices.SortFunc(apart, func(a, b [2]ReportID) int {
		return cmp.Or(strings.Compare(string(a[0]), string(b[0])), strings.Compare(string(a[1]), string(b[1])))
	})
	return together, apart
}

// inOrder is the union of entries in the order in which they count: by time,
// then officer, then number. Where a clock was set back, an officer's entry
// counts as made no earlier than the one before it.
func inOrder(entries []Entry) []Entry {
	all := make([]*Entry, len(entries))
	for i := range entries {
		all[i] = &entries[i]
	}
	slices.SortFunc(all, asNumbered)
	all = slices.CompactFunc(all, func(a, b *Entry) bool { return asNumbered(a, b) == 0 })
	at := make(map[*Entry]time.Time, len(all))
	for i, e := range all {
		at[e] = e.Time
		if i > 0 && all[i-1].Officer == e.Officer && e.Time.Before(at[all[i-1]]) {
			at[e] = at[all[i-1]]
		}
	}
	slices.SortStableFunc(all, func(a, b *Entry) int {
		return cmp.Or(at[a].Compare(at[b]), strings.Compare(string(a.Officer), string(b.Officer)))
	})
	out := make([]Entry, len(all))
	for i, e := range all {
		out[i] = *e
	}
	return out
}

// asNumbered orders entries by officer and number; of two that bear one
// number, as they never should, by time and content.
func asNumbered(a, b *Entry) int {
	c := cmp.Or(strings.Compare(string(a.Officer), string(b.Officer)), cmp.Compare(a.Seq, b.Seq), a.Time.Compare(b.Time))
	if c != 0 {
		return c
	}
	return strings.Compare(content(a), content(b))
}

func content(e *Entry) string {
	b, err := json.Marshal(e)
	if err != nil { // a time of five digits' year
		return err.Error()
	}
	return string(b)
}
