package model

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Officer names who made an entry: "user:1000" for a user of the box,
// "key:SHA256:…" for somebody known by the fingerprint of a key.
type Officer string

// Action is what an entry does.
type Action string

// The actions of officers. What each needs is said by [Entry.Check].
const (
	Star           Action = "star"
	Unstar         Action = "unstar"
	WriteNote      Action = "note"
	RateOutlet     Action = "rate-outlet" // Value is an Admiralty letter
	RateClaim      Action = "rate-claim"  // Value is an Admiralty digit
	SetDate        Action = "date"        // Value is an EDTF date or interval
	MergeReports   Action = "merge"       // the reports Of tell one event
	SplitOff       Action = "split"       // the reports Of tell another event than those From
	JudgeQuestion  Action = "judge"       // Value is a word of Scale
	ProposeVerdict Action = "propose"     // Value is a State that only officers set
	AcceptVerdict  Action = "accept"      // Entry is a proposal of another officer
	SetSleep       Action = "sleep"       // Value is the days without a new origin after which a question is dormant
	AskQuestion    Action = "ask"
	UndoEntry      Action = "undo" // Entry is an earlier one of the same officer
)

// Item is a thing that an entry is about, as "kind:ID". An incident is given
// as the reports that it holds at the time: reports keep their IDs when they
// merge otherwise.
type Item string

// DocumentItem is a version of a document.
func DocumentItem(id DocumentID) Item { return Item("document:" + id) }

// document is the document that i is, if it is one.
func (i Item) document() (DocumentID, bool) {
	id, ok := strings.CutPrefix(string(i), "document:")
	return DocumentID(id), ok
}

// ReportItem is a report of an incident.
func ReportItem(id ReportID) Item { return Item("report:" + id) }

// StatementItem is a statement.
func StatementItem(id StatementID) Item { return Item("statement:" + id) }

// QuestionItem is a question.
func QuestionItem(id QuestionID) Item { return Item("question:" + id) }

// OutletItem is an outlet or another origin, by the key of its [Origin].
func OutletItem(key string) Item { return Item("outlet:" + key) }

// IncidentItem is an incident as an officer has read it; entries are about its
// reports instead (see [Incident.Items]).
func IncidentItem(id IncidentID) Item { return Item("incident:" + id) }

// Items are the reports that stand for an incident.
func (i *Incident) Items() []Item {
	items := make([]Item, len(i.Reports))
	for n, r := range i.Reports {
		items[n] = ReportItem(r.ID())
	}
	return items
}

// EntryID names an entry: its officer and number.
type EntryID string

// Entry is one thing that an officer did: a line of that officer's journal.
// It is never changed; another entry may undo it.
type Entry struct {
	Officer    Officer   `json:"officer"`
	Name       string    `json:"name,omitempty"` // of the officer, as others see it
	Time       time.Time `json:"time"`
	Seq        uint64    `json:"seq"` // grows within a journal, whatever the clock does
	Action     Action    `json:"action"`
	Of         []Item    `json:"of,omitempty"`
	From       []Item    `json:"from,omitempty"`
	Entry      EntryID   `json:"entry,omitempty"`
	Value      string    `json:"value,omitempty"`
	Scale      Scale     `json:"scale,omitempty"`
	Confidence string    `json:"confidence,omitempty"` // low, moderate or high, said apart from the word
	Text       string    `json:"text,omitempty"`
	About      string    `json:"about,omitempty"` // what Of was called then, for whoever reads the journal
}

// ID names the entry.
func (e *Entry) ID() EntryID { return EntryID(fmt.Sprintf("%s#%d", e.Officer, e.Seq)) }

// Scale is a table of estimative words.
type Scale string

// The scales of estimative words, as tabled in the project's standards.
const (
	ICD203 Scale = "icd203" // Intelligence Community Directive 203
	PHIA   Scale = "phia"   // yardstick of the Professional Head of Intelligence Assessment
)

// Estimate is a word of a scale and the percentages that it stands for.
type Estimate struct {
	Word      string
	Low, High int
}

var estimates = map[Scale][]Estimate{
	ICD203: {
		{"almost no chance", 1, 5}, {"very unlikely", 5, 20}, {"unlikely", 20, 45}, {"roughly even", 45, 55},
		{"likely", 55, 80}, {"very likely", 80, 95}, {"almost certain", 95, 99},
	},
	PHIA: {
		{"remote chance", 0, 5}, {"highly unlikely", 10, 20}, {"unlikely", 25, 35}, {"realistic possibility", 40, 50},
		{"likely", 55, 75}, {"highly likely", 80, 90}, {"almost certain", 95, 100},
	},
}

// Estimates are the words of the scale, the least likely first; none for a scale that is not known.
func (s Scale) Estimates() []Estimate { return slices.Clone(estimates[s]) }

// longestText bounds the words of an entry, in bytes.
const longestText = 16 << 10

// Check says why an entry makes no sense by itself, nil where it does.
func (e *Entry) Check() error {
	if e.Officer == "" || e.Seq == 0 || e.Time.IsZero() {
		return fmt.Errorf("an entry needs an officer, a number and a time")
	}
	if len(e.Text) > longestText {
		return fmt.Errorf("a text of %d bytes is too long: at most %d", len(e.Text), longestText)
	}
	switch e.Action {
	case Star, Unstar:
		return e.isOf("document", "report", "statement", "question", "outlet")
	case WriteNote:
		return cmp.Or(e.isOf("document", "report", "statement", "question", "outlet"), e.hasText())
	case RateOutlet:
		return cmp.Or(e.isOf("outlet"), e.hasValue("A", "B", "C", "D", "E", "F"))
	case RateClaim:
		return cmp.Or(e.isOf("report", "statement"), e.hasValue("1", "2", "3", "4", "5", "6"))
	case SetDate:
		_, err := ParseEDTF(e.Value)
		return cmp.Or(e.isOf("document"), err)
	case MergeReports:
		if len(e.Of) < 2 {
			return fmt.Errorf("merging needs two reports or more")
		}
		return e.isOf("report")
	case SplitOff:
		return cmp.Or(e.isOf("report"), e.leaves())
	case JudgeQuestion:
		return cmp.Or(e.isOf("question"), e.estimates())
	case ProposeVerdict:
		return cmp.Or(e.isOf("question"), e.hasValue(string(Confirmed), string(Debunked), string(Unverifiable)))
	case SetSleep:
		return cmp.Or(e.isOf("question"), e.hasDays())
	case AskQuestion:
		return e.hasText()
	case AcceptVerdict, UndoEntry:
		if e.Entry == "" {
			return fmt.Errorf("it names no entry")
		}
		return nil
	}
	return fmt.Errorf("%q is no action", e.Action)
}

// isOf asks for one item of one of the kinds; several where they are reports.
func (e *Entry) isOf(kinds ...string) error {
	if len(e.Of) == 0 {
		return fmt.Errorf("it is about nothing")
	}
	for _, item := range e.Of {
		kind, id, _ := strings.Cut(string(item), ":")
		switch {
		case id == "" || !slices.Contains(kinds, kind):
			return fmt.Errorf("%s cannot be about %q", e.Action, item)
		case len(e.Of) > 1 && kind != "report":
			return fmt.Errorf("%s is about one %s at a time", e.Action, kind)
		}
	}
	return nil
}

func (e *Entry) hasValue(values ...string) error {
	if slices.Contains(values, e.Value) {
		return nil
	}
	return fmt.Errorf("%q is none of %s", e.Value, strings.Join(values, ", "))
}

// mostDays bounds for how long a question can stay awake by itself.
const mostDays = 3650

func (e *Entry) hasDays() error {
	if n, err := strconv.Atoi(e.Value); err != nil || n < 1 || n > mostDays {
		return fmt.Errorf("%q is no number of days from 1 to %d", e.Value, mostDays)
	}
	return nil
}

func (e *Entry) hasText() error {
	if strings.TrimSpace(e.Text) == "" {
		return fmt.Errorf("it says nothing")
	}
	return nil
}

func (e *Entry) leaves() error {
	if len(e.From) == 0 {
		return fmt.Errorf("it leaves no other report")
	}
	for _, item := range e.From {
		if !strings.HasPrefix(string(item), "report:") || slices.Contains(e.Of, item) {
			return fmt.Errorf("it cannot leave %q", item)
		}
	}
	return nil
}

func (e *Entry) estimates() error {
	scale := estimates[e.Scale]
	if scale == nil {
		return fmt.Errorf("%q is no scale", e.Scale)
	}
	if !slices.ContainsFunc(scale, func(x Estimate) bool { return x.Word == e.Value }) {
		return fmt.Errorf("%q is no word of %s", e.Value, e.Scale)
	}
	if e.Confidence != "" && !slices.Contains([]string{"low", "moderate", "high"}, e.Confidence) {
		return fmt.Errorf("%q is none of low, moderate, high", e.Confidence)
	}
	return nil
}

// ParseEDTF reads a date as [When.EDTF] writes it: 2025-10-09, 2025-10, 2025,
// or an interval of two such, of which one may be "..".
func ParseEDTF(s string) (When, error) {
	first, last, interval := strings.Cut(s, "/")
	if !interval {
		last = first
	}
	from, _, err := calendarUnit(first, interval)
	if err != nil {
		return When{}, err
	}
	_, to, err := calendarUnit(last, interval)
	if err != nil {
		return When{}, err
	}
	if w := Between(from, to); w.Known() && (!w.Bounded() || from <= to) {
		return w, nil
	}
	return When{}, fmt.Errorf("%q ends before it begins, or does neither", s)
}

// calendarUnit is the first and the last day of a day, month or year.
func calendarUnit(s string, mayBeOpen bool) (from, to Day, err error) {
	if s == ".." && mayBeOpen {
		return 0, 0, nil
	}
	for n, layout := range []string{time.DateOnly, "2006-01", "2006"} {
		if t, err := time.Parse(layout, s); err == nil && t.Year() > 0 {
			from = DayOf(t)
			return from, [...]Day{from, from.AddDate(0, 1, -1), from.AddDate(1, 0, -1)}[n], nil
		}
	}
	return 0, 0, fmt.Errorf("not a date of the form 2025-10-09, 2025-10 or 2025: %q", s)
}
