package model

import "sync/atomic"

// Board is what the desk knows, kept by one writer. Apply is for that one
// goroutine; Snapshot is for any.
type Board struct {
	current atomic.Pointer[Snapshot]
}

// NewBoard returns an empty board that knows the standing questions.
func NewBoard(standing []Standing) *Board {
	b := &Board{}
	b.current.Store(&Snapshot{})
	return b
}

// Standing is a question that the desk asks before any document does.
type Standing struct {
	Topic string
	Text  string
}

// Apply takes a batch of updates and progress, and publishes one new Snapshot.
func (b *Board) Apply(updates []Update, p Progress) *Snapshot {
	return b.current.Load()
}

// Snapshot is the newest picture; never nil.
func (b *Board) Snapshot() *Snapshot { return b.current.Load() }
