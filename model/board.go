package model

import (
	"cmp"
	"context"
	"iter"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"
	"unique"
)

// Board is what the desk knows. [Board.Apply], [Board.Enter], [Board.Ask] and
// [Board.Warn] write, one at a time; [Board.Snapshot] and [Board.Wait] are for any number of
// readers, none of which ever blocks a writer.
type Board struct {
	current atomic.Pointer[Snapshot]

	writing  sync.Mutex          // what follows belongs to who holds it
	files    map[string]*holding // by path
	problems map[string]Problem  // by path
	merger   *merger
	asked    *questions
	reposts  *reposts
	entries  []Entry // of all officers
	work     *Work   // that entries make
}

// holding is what the board keeps of one file.
type holding struct {
	facts    *kept     // as they were handed over
	shown    *kept     // with what officers say
	copies   *copies   // those of its text, itself among them
	voice    *Document // in which it speaks: its own, or of what it copies; nil while it is silent
	accounts []*account
}

// NewBoard returns a board without documents that knows the standing questions.
// Its first Snapshot has version 1.
func NewBoard(standing []Standing) *Board {
	b := &Board{
		files:    map[string]*holding{},
		problems: map[string]Problem{},
		merger:   newMerger(),
		asked:    newQuestions(standing),
		reposts:  newReposts(),
		work:     Fold(nil),
	}
	b.publish(&Snapshot{Work: b.work}, &change{})
	return b
}

// Snapshot is the newest picture; never nil.
func (b *Board) Snapshot() *Snapshot { return b.current.Load() }

// Wait returns the newest Snapshot as soon as there is one newer than version,
// or ctx's error. Versions in between are skipped: a reader that is slow sees
// fewer Snapshots, and costs the writer nothing. Wait(ctx, 0) returns at once.
func (b *Board) Wait(ctx context.Context, version uint64) (*Snapshot, error) {
	for {
		s := b.current.Load()
		if s.Version > version {
			return s, nil
		}
		select {
		case <-s.superseded:
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}
}

// Apply takes a batch of updates and the feed's progress, and publishes one
// new Snapshot, which it returns. Of several updates of one path the last
// counts. The board keeps the Document of Facts: whoever hands it over never
// changes it again.
func (b *Board) Apply(updates []Update, p Progress) *Snapshot {
	b.writing.Lock()
	defer b.writing.Unlock()
	ch := &change{}
	seen := make(map[string]bool, len(updates))
	for _, u := range slices.Backward(updates) {
		if seen[u.Path] {
			continue
		}
		seen[u.Path] = true
		b.withdraw(u.Path, ch)
		switch {
		case u.Facts != nil:
			b.hold(u.Path, keep(u.Facts), ch)
		case u.Problem != nil:
			b.problems[u.Path] = *u.Problem
			ch.problems = true
		}
	}
	next := *b.current.Load()
	next.Progress = p
	b.publish(&next, ch)
	return &next
}

// Enter takes further entries of officers' journals, in any order, and
// publishes a new Snapshot with the work that all of them make. An entry that
// came before counts once.
func (b *Board) Enter(entries []Entry) *Snapshot {
	b.writing.Lock()
	defer b.writing.Unlock()
	next := *b.current.Load()
	before, ch := b.work, &change{}
	b.work = Fold(slices.Concat(b.entries, entries))
	next.Work, b.entries = b.work, b.work.Entries
	b.merger.obey(ordersOf(b.work))
	b.redate(before.dates(), b.work.dates(), ch)
	b.asked.obey(b.work)
	b.publish(&next, ch)
	return &next
}

// Ask makes these the standing questions in place of those before, and publishes
// a new Snapshot: the evidence that is there is weighed for them.
func (b *Board) Ask(standing []Standing) *Snapshot {
	b.writing.Lock()
	defer b.writing.Unlock()
	next := *b.current.Load()
	b.asked = newQuestions(standing)
	next.Questions, next.questions = List[*Question]{}, lookup[QuestionID, *Question]{}
	b.asked.obey(b.work)
	for d := range next.Documents.All() {
		h := b.files[d.Path]
		for e := range h.testimony() {
			b.asked.add(h.shown, e)
		}
	}
	b.publish(&next, &change{})
	return &next
}

// Warn publishes that something of the desk itself, named by path, does not
// work, as a Problem, until [Board.Mend] says that it works again.
func (b *Board) Warn(path, reason string, now time.Time) {
	b.writing.Lock()
	defer b.writing.Unlock()
	key := warningKey(path, reason)
	known, ok := b.problems[key]
	if !ok {
		known = Problem{Path: path, Reason: reason, Since: now}
	}
	known.Times++
	b.problems[key] = known
	next := *b.current.Load()
	b.publish(&next, &change{problems: true})
}

// Mend takes back what was warned of, in the same words.
func (b *Board) Mend(path, reason string) {
	b.writing.Lock()
	defer b.writing.Unlock()
	key := warningKey(path, reason)
	if _, ok := b.problems[key]; !ok {
		return
	}
	delete(b.problems, key)
	next := *b.current.Load()
	b.publish(&next, &change{problems: true})
}

// warningKey keeps warnings apart from the problems of files.
func warningKey(path, reason string) string { return path + "\x00" + reason }

// withdraw takes back everything that path brought to the board.
func (b *Board) withdraw(path string, ch *change) {
	if _, ok := b.problems[path]; ok {
		delete(b.problems, path)
		ch.problems = true
	}
	h, ok := b.files[path]
	if !ok {
		return
	}
	delete(b.files, path)
	ch.documents.gone = append(ch.documents.gone, h.shown.document)
	for i := range h.shown.said {
		ch.statements.gone = append(ch.statements.gone, &h.shown.said[i])
	}
	b.silence(h)
	b.reposts.remove(h)
}

// speak lets a holding say what it says in the voice of its source. Which
// reports tell one event does not depend on the voice.
func (b *Board) speak(h *holding) {
	if h.voice == nil {
		h.accounts = accountsOf(h.shown, h.source())
		for _, a := range h.accounts {
			b.merger.add(a)
		}
	} else {
		b.retract(h)
		for _, a := range h.accounts {
			b.merger.revoice(a, h.source())
		}
	}
	h.voice = h.source()
	for e := range h.testimony() {
		b.asked.add(h.shown, e)
	}
}

// silence takes back what a holding said.
func (b *Board) silence(h *holding) {
	if h.voice == nil {
		return
	}
	for _, a := range h.accounts {
		b.merger.remove(a)
	}
	b.retract(h)
	h.accounts, h.voice = nil, nil
}

// retract takes the evidence of a holding back.
func (b *Board) retract(h *holding) {
	for e := range h.testimony() {
		b.asked.remove(e)
	}
}

// testimony is the evidence of a holding in its voice.
func (h *holding) testimony() iter.Seq[*Testimony] {
	return func(yield func(*Testimony) bool) {
		for i := range h.shown.evidence {
			e := &h.shown.evidence[i]
			if !yield(&Testimony{Piece: e, origin: unique.Make(OriginIn(h.voice, e.origin.Value()))}) {
				return
			}
		}
	}
}

// hold takes the facts of path to the board.
func (b *Board) hold(path string, k *kept, ch *change) {
	h := &holding{facts: k}
	if w := b.work.Last(SetDate, DocumentItem(k.document.ID)); w != nil {
		k = k.publishedOn(w.Value)
	}
	h.shown = k
	b.files[path] = h
	ch.documents.come = append(ch.documents.come, k.document)
	for i := range k.said {
		ch.statements.come = append(ch.statements.come, &k.said[i])
	}
	b.reposts.add(h)
}

// publish turns next, a copy of the current Snapshot, into its successor.
func (b *Board) publish(next *Snapshot, ch *change) {
	before := b.current.Load()
	b.reposts.settle(b.speak)
	next.Version++
	next.superseded = make(chan struct{})
	next.documents = next.documents.revise(ch.documents, documentID)
	next.statements = next.statements.revise(ch.statements, statementID)
	next.Documents = ch.documents.of(next.Documents, byPath)
	next.Statements = ch.statements.of(next.Statements, newestStatement)
	next.AsOf = asOf(next, ch.documents)
	incidents := b.merger.settle()
	next.incidents = next.incidents.revise(incidents, incidentID)
	next.Incidents = incidents.of(next.Incidents, newestIncident)
	questions := b.asked.settle(next.AsOf)
	next.questions = next.questions.revise(questions, questionID)
	next.Questions = questions.of(next.Questions, mostOrigins)
	if ch.problems {
		next.Problems = b.problemsByPath()
	}
	b.current.Store(next)
	if before != nil {
		close(before.superseded)
	}
}

func (b *Board) problemsByPath() []Problem {
	var out []Problem
	for _, p := range b.problems {
		out = append(out, p)
	}
	slices.SortFunc(out, func(a, b Problem) int { return strings.Compare(a.Path, b.Path) })
	return out
}

// asOf is the latest day by which some document of next has certainly
// appeared; next still has that of the Snapshot before r.
func asOf(next *Snapshot, r revision[*Document]) Day {
	latest := next.AsOf
	for _, d := range r.come {
		latest = max(latest, d.Published.From)
	}
	of := func(d *Document) bool { return d.Published.From == latest }
	if !slices.ContainsFunc(r.gone, of) || slices.ContainsFunc(r.come, of) {
		return latest
	}
	latest = 0
	for d := range next.Documents.All() {
		latest = max(latest, d.Published.From)
	}
	return latest
}

func byPath(a, b *Document) int { return strings.Compare(a.Path, b.Path) }

// newestStatement orders statements by time, the latest first; those of one
// day by document, and within a document as they stand in it.
func newestStatement(a, b *Said) int {
	if c := cmp.Or(
		cmp.Compare(b.when.Latest(), a.when.Latest()),
		cmp.Compare(a.Document(), b.Document()),
		cmp.Compare(a.firstByte, b.firstByte),
	); c != 0 || a == b {
		return c
	}
	return cmp.Compare(a.ID(), b.ID())
}

func newestIncident(a, b *Incident) int {
	return cmp.Or(
		cmp.Compare(b.When.Latest(), a.When.Latest()),
		strings.Compare(string(a.ID), string(b.ID)),
	)
}

func documentID(d *Document) DocumentID { return d.ID }
func statementID(x *Said) StatementID   { return x.ID() }
func incidentID(i *Incident) IncidentID { return i.ID }
func questionID(q *Question) QuestionID { return q.ID }
