package ui

import (
	"testing"
	"testing/synctest"
	"time"

	"crisisdesk/model"
)

// A remote screen waits with progress alone for what else may come.
func TestNewsOfProgress(t *testing.T) {
	for _, c := range []struct {
		name  string
		then  []model.Update
		after time.Duration
		takes time.Duration
	}{
		{"progress alone", nil, 100 * time.Millisecond, progressEvery},
		{"a document", []model.Update{hostile().update()}, 100 * time.Millisecond, 100 * time.Millisecond},
	} {
		t.Run(c.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				b := desk()
				before, began := b.Snapshot(), time.Now()
				b.Apply(nil, model.Progress{Complete: true, Waiting: 1})
				go func() {
					time.Sleep(c.after)
					b.Apply(c.then, model.Progress{Complete: true})
				}()
				s, err := news(t.Context(), b, before)
				if err != nil {
					t.Fatal(err)
				}
				if took := time.Since(began); took != c.takes || s != b.Snapshot() {
					t.Errorf("the newest came after %v, want %v", took, c.takes)
				}
			})
		})
	}
}
