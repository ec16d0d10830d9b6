package ui

import (
	"io"
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"
)

// A screen that is told something is looked at at the full rate, and seldom
// once it is still.
func TestFramesRestOnAStillScreen(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		f := &frames{perSecond: 50, program: tea.NewProgram(nil)}
		defer f.end()
		f.stir(nil, nil)
		f.ticker = time.NewTicker(20 * time.Millisecond)
		defer f.ticker.Stop()
		ticks := func(d time.Duration) (n int) {
			for end := time.After(d); ; {
				select {
				case <-f.ticker.C:
					n++
				case <-end:
					return n
				}
			}
		}
		for _, step := range []struct {
			stirs    bool
			during   time.Duration
			low, top int // one tick may have waited from before
		}{
			{during: 900 * time.Millisecond, low: 44, top: 46},
			{during: time.Minute, low: 59, top: 66},
			{stirs: true, during: 900 * time.Millisecond, low: 44, top: 46},
			{stirs: true, during: 900 * time.Millisecond, low: 44, top: 46},
			{during: time.Minute, low: 59, top: 100},
		} {
			if step.stirs {
				f.stir(nil, nil)
			}
			if n := ticks(step.during); n < step.low || n > step.top {
				t.Errorf("%v: %d ticks in %v, want %d to %d", step.stirs, n, step.during, step.low, step.top)
			}
		}
	})
}

// lookingForTicker is a model that quits at its first message.
type lookingForTicker struct {
	frames *frames
	found  bool
}

func (m *lookingForTicker) Init() tea.Cmd { return nil }
func (m *lookingForTicker) Update(tea.Msg) (tea.Model, tea.Cmd) {
	m.found = m.frames.ticker != nil
	return m, tea.Quit
}
func (m *lookingForTicker) View() tea.View { return tea.NewView("") }

// Bubble Tea keeps its ticker where it is looked for.
func TestFramesFindTheTicker(t *testing.T) {
	f := &frames{perSecond: framesPerSecond}
	defer f.end()
	m := &lookingForTicker{frames: f}
	f.program = tea.NewProgram(m, tea.WithInput(nil), tea.WithOutput(io.Discard), tea.WithFilter(f.stir))
	if _, err := f.program.Run(); err != nil {
		t.Fatal(err)
	}
	if !m.found {
		t.Error("Bubble Tea has no ticker of that name: a still screen costs as much as a busy one")
	}
}
