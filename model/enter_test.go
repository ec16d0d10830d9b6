package model

import (
	"testing"
	"time"
)

func TestEntriesOfAllOfficersMakeTheWorkOfTheBoard(t *testing.T) {
	b := NewBoard(nil)
	at := time.Date(2025, 10, 19, 8, 0, 0, 0, time.UTC)
	star := Entry{Officer: "user:1", Time: at, Seq: 1, Action: Star, Of: []Item{DocumentItem("d1")}}
	note := Entry{Officer: "user:2", Time: at.Add(time.Minute), Seq: 1, Action: WriteNote, Of: []Item{DocumentItem("d1")}, Text: "seen by the consulate"}

	b.Enter([]Entry{note})
	s := b.Enter([]Entry{star, note})

	if !s.Work.Starred(DocumentItem("d1")) {
		t.Error("the star is lost")
	}
	if notes := s.Work.Changes(WriteNote, DocumentItem("d1")); len(notes) != 1 || notes[0].Text != note.Text {
		t.Errorf("notes: %v, want the one, once", notes)
	}
	if s.Version <= 2 || b.Snapshot() != s {
		t.Errorf("version %d: entries publish no Snapshot", s.Version)
	}
}

func TestAWarningIsAProblemOfTheDesk(t *testing.T) {
	b := NewBoard(nil)
	at := time.Date(2025, 10, 19, 8, 0, 0, 0, time.UTC)
	b.Warn("/desk", "disk full", at)
	b.Warn("/desk", "disk full", at.Add(time.Hour))
	b.Apply([]Update{{Path: "a.txt", Facts: &Facts{Document: &Document{ID: "a", Path: "a.txt"}}}}, Progress{})

	got := b.Snapshot().Problems
	want := Problem{Path: "/desk", Reason: "disk full", Since: at, Times: 2}
	if len(got) != 1 || got[0] != want {
		t.Errorf("problems %v, want %v", got, want)
	}
	b.Mend("/desk", "read-only disk")
	b.Mend("/desk", "disk full")
	if got := b.Snapshot().Problems; len(got) != 0 {
		t.Errorf("problems %v, though the disk is mended", got)
	}
}
