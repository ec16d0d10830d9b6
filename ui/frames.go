package ui

import (
	"reflect"
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"
)

// A screen is drawn at most so often each second. What a key changes waits for the
// next frame: here a part of the 50 ms in which it is to show that counts.
const (
	framesPerSecond = 120
	framesOfRemote  = 30
)

// A screen that nothing was told for stillAfter is looked at every stillEvery:
// what should have been drawn by then and was not, on a machine that stood, is.
const (
	stillAfter = time.Second
	stillEvery = time.Second
)

// frames lets the renderer of a program rest while nothing happens. Bubble Tea
// asks at every tick of one ticker whether there is something to draw, for as
// long as a program runs: 60 times a second this takes 0.6 % of a core. It has no
// means to slow down, so its ticker is looked up by name; a version that has
// none of that name draws as it sees fit.
type frames struct {
	perSecond int // while something happens
	program   *tea.Program

	mu      sync.Mutex
	ticker  *time.Ticker // nil where it is not known
	stirred time.Time    // when the screen was last told something
	still   *time.Timer  // nil until then
	slow    bool
}

// stir is told of every message before the model is, and passes it on.
func (f *frames) stir(_ tea.Model, msg tea.Msg) tea.Msg {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.stirred = time.Now()
	switch {
	case f.still == nil:
		f.ticker = tickerOf(f.program)
		f.still = time.AfterFunc(stillAfter, f.rest)
	case f.slow:
		f.pace(time.Second/time.Duration(f.perSecond), false)
		f.still.Reset(stillAfter)
	}
	return msg
}

// rest slows the frames down once the screen is still.
func (f *frames) rest() {
	f.mu.Lock()
	defer f.mu.Unlock()
	if left := stillAfter - time.Since(f.stirred); left > 0 {
		f.still.Reset(left)
		return
	}
	f.pace(stillEvery, true)
}

func (f *frames) pace(each time.Duration, slow bool) {
	if f.slow = slow; f.ticker != nil {
		f.ticker.Reset(each)
	}
}

// end stops what would call rest.
func (f *frames) end() {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.still != nil {
		f.still.Stop()
	}
}

// tickerOf is the ticker of a program that runs, nil where it has none.
func tickerOf(p *tea.Program) *time.Ticker {
	field := reflect.ValueOf(p).Elem().FieldByName("ticker")
	if !field.IsValid() || field.Type() != reflect.TypeFor[*time.Ticker]() {
		return nil
	}
	return (*time.Ticker)(field.UnsafePointer())
}
