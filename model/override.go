package model

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// publishedOn is k as it stands where an officer has dated its document, as
// [When.EDTF] writes dates: what the text leaves open takes that date. What was
// kept stays as it was.
func (k *kept) publishedOn(edtf string) *kept {
	w, err := ParseEDTF(edtf)
	if err != nil { // an entry that says so is refused
		return k
	}
	d := *k.document
	d.Published = Published{w, GroundOfficer}
	out := &kept{document: &d, told: k.told, said: slices.Clone(k.said), evidence: slices.Clone(k.evidence)}
	for i := range out.said {
		if x := &out.said[i]; !x.when.Bounded() {
			x.when = w
		}
	}
	for i := range out.evidence {
		out.evidence[i].when = w
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
	dated := map[string]*kept{}
	for path, h := range b.files {
		if id := h.facts.document.ID; before[id] != now[id] {
			dated[path] = h.facts
		}
	}
	for path, k := range dated {
		b.withdraw(path, ch)
		b.hold(path, k, ch)
	}
}

// sleeps are the days after which officers let a question sleep, 0 where they
// have not said.
func (w *Work) sleeps(id QuestionID) int {
	days := 0
	if e := w.Last(SetSleep, QuestionItem(id)); e != nil {
		days, _ = strconv.Atoi(e.Value) // checked with the entry
	}
	return days
}

// ruling is what officers have said of a question.
type ruling struct {
	verdict State
	sleeps  int
}

// ruled are the questions of which officers have said something.
func (w *Work) ruled() map[QuestionID]ruling {
	out := map[QuestionID]ruling{}
	for a := range w.changes {
		id, ok := strings.CutPrefix(string(a.item), "question:")
		if !ok || a.action != SetSleep && a.action != AcceptVerdict {
			continue
		}
		q := QuestionID(id)
		verdict, _, _ := w.Verdict(q)
		out[q] = ruling{verdict, w.sleeps(q)}
	}
	return out
}

// asked are the questions of the officers' own.
func (w *Work) asked() []*Question {
	var out []*Question
	for i, e := range w.Asked {
		q := &Question{ID: QuestionID("asked:" + e.ID()), Text: e.Text, State: Raised, place: askedPlace + uint(i)}
		q.judge(w)
		out = append(out, q)
	}
	return out
}

// judge lets the verdict of officers, where there is one, go before what the
// machine makes of q.
func (q *Question) judge(w *Work) {
	if verdict, _, _ := w.Verdict(q.ID); verdict != "" {
		q.State, q.Machine = verdict, q.State
	}
}

// byMachine is how q stands by the machine's rules.
func (q *Question) byMachine() State { return cmp.Or(q.Machine, q.State) }
