package ui

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"

	tea "charm.land/bubbletea/v2"

	"crisisdesk/model"
	"crisisdesk/model/archive"
)

// Desk is where an officer's own work goes, and whence it came back.
type Desk struct {
	Officer model.Officer
	Name    string // of the officer, as others see it
	// Append acknowledges an entry once it is on disk; nil where the officer may
	// only read.
	Append func(model.Entry) (model.Entry, error)
	// Read says what the officer had read when the screen opened, nil where that
	// is not known, as on the first day. The first call may read the disk: it is
	// not for the screen's goroutine. Nil where nothing is ever kept.
	Read func() map[model.Item]bool
	// SaveRead replaces it.
	SaveRead func([]model.Item) error
	// Preferences are how the officer had arranged the screen, and
	// SavePreferences replaces them.
	Preferences     Preferences
	SavePreferences func(Preferences) error
	// Search finds documents, also such as have left the folder, in whose
	// titles and texts all the words stand: at most limit of them, the best
	// first. It reads the disk: call it from a command.
	Search func(ctx context.Context, words string, limit int) ([]archive.Hit, error)
	// Versions are the states of the file at path that are kept, the oldest
	// first, and Text is what is kept of one of them. They read the disk.
	Versions func(ctx context.Context, path string) ([]archive.Version, error)
	Text     func(ctx context.Context, path string, version model.DocumentID) (string, error)
}

// DeskOf is an archive as an officer has it, nil where there is none. What goes
// wrong with the officer's marks is told to warn.
func DeskOf(a *archive.Archive, officer model.Officer, name string, warn func(string)) *Desk {
	if a == nil {
		return nil
	}
	var likes Preferences
	if err := a.Preferences(officer, &likes); err != nil {
		warn("how you had arranged the screen is not known: " + err.Error())
	}
	return &Desk{
		Officer: officer, Name: name, Append: a.Append,
		Read: sync.OnceValue(func() map[model.Item]bool {
			read, err := a.ReadMarks(officer)
			if err != nil {
				warn("what you had read is not known: " + err.Error())
			}
			return read
		}),
		Search: a.Search, Versions: a.Versions, Text: a.Text,
		SaveRead:        func(read []model.Item) error { return a.SetReadMarks(officer, read) },
		Preferences:     likes,
		SavePreferences: func(p Preferences) error { return a.SetPreferences(officer, p) },
	}
}

// enteredMsg says what came of an entry.
type enteredMsg struct {
	said string // what the officer did, in words
	err  error
}

// record writes an entry to the officer's journal, and then says what was done.
func (a *app) record(e model.Entry, said string) tea.Cmd {
	if !a.mayWrite() {
		return nil
	}
	e.Officer, e.Name = a.Desk.Officer, a.Desk.Name
	if e.Action != model.UndoEntry { // what comes before it would go next
		said += a.Keys[a.at].offer(undo, "takes it back")
	}
	put := a.Desk.Append
	return func() tea.Msg {
		_, err := put(e)
		return enteredMsg{said, err}
	}
}

// mayWrite reports whether the officer has a journal, and says why not.
func (a *app) mayWrite() bool {
	switch {
	case a.Desk == nil:
		a.notice = "nothing can be written: there is no desk folder"
	case a.Desk.Append == nil:
		a.notice = "nothing can be written: your key is that of a reader"
	default:
		return true
	}
	return false
}

func (a *app) entered(m enteredMsg) {
	if m.err != nil {
		a.notice = "NOT saved: " + m.err.Error()
		return
	}
	a.notice = m.said
}

// about is the item that one is on: under the cursor, or opened.
func (a *app) about() (items []model.Item, name string) {
	switch at := a.opened; a.at {
	case atPanes:
		p := a.panes[a.focus]
		return p.about(a.snapshot, p.current)
	case atDetail:
		return a.panes[at.pane].about(a.snapshot, at.id)
	}
	return nil, ""
}

// about is what entries on an item of the pane name, none where it has gone.
func (p *pane) about(s *model.Snapshot, id string) ([]model.Item, string) {
	if !p.source.has(s, id) {
		return nil, ""
	}
	return p.source.about(s, id)
}

// star stars the item one is on, or takes the star away.
func (a *app) star() tea.Cmd {
	items, name := a.about()
	if len(items) == 0 {
		return nil
	}
	e := model.Entry{Action: model.Star, Of: items, About: name}
	said := "starred"
	if a.snapshot.Work.Starred(items...) {
		e.Action, said = model.Unstar, "the star is gone"
	}
	return a.record(e, said)
}

// note opens the line in which a note on the item one is on is written.
func (a *app) note() {
	if items, name := a.about(); len(items) > 0 && a.mayWrite() {
		a.writing = writing{active: true, about: items, name: name}
	}
}

// writing is a note that is being written.
type writing struct {
	active bool
	about  []model.Item
	name   string
	line   prompt
}

// wrote takes a key of the note: enter saves it, esc drops it.
func (a *app) wrote(k tea.KeyPressMsg) tea.Cmd {
	w := &a.writing
	switch k.String() {
	case "ctrl+c":
		return tea.Quit
	case "esc", escTwice:
		*w = writing{}
	case "enter":
		e := model.Entry{Action: model.WriteNote, Of: w.about, About: w.name, Text: w.line.text}
		*w = writing{}
		if e.Text == "" {
			return nil
		}
		return a.record(e, "noted")
	default:
		w.line.edit(k)
	}
	return nil
}

// undo takes the officer's last entry about the item one is on back.
func (a *app) undo() tea.Cmd {
	items, name := a.about()
	if a.Desk == nil || len(items) == 0 {
		return nil
	}
	var last *model.Entry
	for _, action := range append(slices.Clone(ratings), model.Star, model.WriteNote) {
		for _, e := range a.snapshot.Work.Changes(action, items...) {
			if e.Officer == a.Desk.Officer && (last == nil || e.Seq > last.Seq) {
				last = e
			}
		}
	}
	if last == nil {
		a.notice = "you have written nothing about this"
		return nil
	}
	return a.record(model.Entry{Action: model.UndoEntry, Entry: last.ID(), About: name}, fmt.Sprintf("taken back: %s", last.Action))
}

// ratings are what officers do about an item besides stars and notes.
var ratings = []model.Action{
	model.RateOutlet, model.RateClaim, model.JudgeQuestion, model.SetSleep, model.ProposeVerdict, model.AcceptVerdict, model.MergeReports, model.SplitOff,
}

// replaces reports whether the last entry of an action about an item takes the
// place of those before; of the others all hold.
func replaces(action model.Action) bool {
	return slices.Contains([]model.Action{model.RateOutlet, model.RateClaim, model.JudgeQuestion, model.SetSleep}, action)
}

// work adds what officers did about an item, who and when: what holds, then what
// it took the place of.
func (c *content) work(w *model.Work, items ...model.Item) {
	stars, notes := w.Changes(model.Star, items...), w.Changes(model.WriteNote, items...)
	var deeds, replaced []*model.Entry
	for _, action := range ratings {
		all := w.Changes(action, items...)
		if n := len(all) - 1; n > 0 && replaces(action) {
			replaced = append(replaced, all[:n]...)
			all = all[n:]
		}
		deeds = append(deeds, all...)
	}
	if len(stars)+len(notes)+len(deeds) == 0 {
		return
	}
	c.section("Officers")
	for _, e := range deeds {
		c.deed(plainLook, "", e)
	}
	for _, e := range slices.Backward(replaced) {
		c.deed(quietLook, "before: ", e)
	}
	if len(stars) > 0 {
		c.fields(plainLook, 1, map[bool]string{true: "starred", false: "no longer starred"}[w.Starred(items...)], c.signed(stars[len(stars)-1]))
	}
	for _, e := range notes {
		c.add(plainLook, 1, "%s", squeeze(e.Text))
		c.fields(quietLook, 2, "note", c.signed(e))
	}
}

// deed adds one thing that an officer said about an item.
func (c *content) deed(l look, when string, e *model.Entry) {
	c.fields(l, 1, when+strings.TrimSpace(string(e.Action)+" "+e.Value), after("confidence ", e.Confidence), c.signed(e))
}

// signed is who made an entry and when.
func (c *content) signed(e *model.Entry) string {
	name := e.Name
	if name == "" {
		name = string(e.Officer)
	}
	return name + ", " + c.instant(e.Time)
}
