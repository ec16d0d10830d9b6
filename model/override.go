package model

import (
	"slices"
	"strconv"
	"strings"
)

// publishedOn is f as it stands where an officer has dated its document, as
// [When.EDTF] writes dates: what the text leaves open takes that date. The
// facts themselves stay as they were.
func (f *Facts) publishedOn(edtf string) *Facts {
	w, err := ParseEDTF(edtf)
	if err != nil { // an entry that says so is refused
		return f
	}
	d := *f.Document
	d.Published = Published{w, GroundOfficer}
	out := &Facts{Document: &d, Reports: f.Reports, Statements: slices.Clone(f.Statements), Evidence: slices.Clone(f.Evidence)}
	for i := range out.Statements {
		if s := &out.Statements[i]; !s.When.Bounded() {
			s.When = w
		}
	}
	for i := range out.Evidence {
		out.Evidence[i].When = w
	}
	return out
}

// dates are those that officers gave to documents, as they wrote them.
func (w *Work) dates() map[DocumentID]string {
	out := map[DocumentID]string{}
	for a, entries := range w.changes {
		if id, ok := a.item.document(); ok && a.action == SetDate {
			out[id] = entries[len(entries)-1].Value
		}
	}
	return out
}

// redate brings the documents to the board anew that officers have dated otherwise.
func (b *Board) redate(before, now map[DocumentID]string, ch *change) {
	if len(before)+len(now) == 0 {
		return
	}
	dated := map[string]*Facts{}
	for path, h := range b.files {
		if id := h.facts.Document.ID; before[id] != now[id] {
			dated[path] = h.facts
		}
	}
	for path, f := range dated {
		b.withdraw(path, ch)
		b.hold(path, f, ch)
	}
}

// sleeps are the days after which officers let questions sleep.
func (w *Work) sleeps() map[QuestionID]int {
	out := map[QuestionID]int{}
	for a, entries := range w.changes {
		if id, ok := strings.CutPrefix(string(a.item), "question:"); ok && a.action == SetSleep {
			out[QuestionID(id)], _ = strconv.Atoi(entries[len(entries)-1].Value) // checked with the entry
		}
	}
	return out
}

// questions are those of the machine with the verdicts of officers, who put
// their own questions behind the standing ones.
func (w *Work) questions(machine []*Question) []*Question {
	if w.isSilent() {
		return machine
	}
	var out []*Question
	for _, q := range machine {
		if verdict, _, _ := w.Verdict(q.ID); verdict != "" {
			judged := *q
			judged.State, judged.Machine = verdict, q.State
			q = &judged
		}
		out = append(out, q)
	}
	own := slices.IndexFunc(out, func(q *Question) bool { return !q.Standing })
	if own < 0 {
		own = len(out)
	}
	for _, e := range w.Asked {
		q := &Question{ID: QuestionID("asked:" + e.ID()), Text: e.Text, State: Raised}
		if verdict, _, _ := w.Verdict(q.ID); verdict != "" {
			q.State, q.Machine = verdict, Raised
		}
		out = slices.Insert(out, own, q)
		own++
	}
	return out
}

// isSilent reports whether officers have said nothing of questions.
func (w *Work) isSilent() bool {
	if len(w.Asked) > 0 {
		return false
	}
	for a := range w.changes {
		if a.action == AcceptVerdict {
			return false
		}
	}
	return true
}
