package ui

import (
	"context"
	"io"
	"testing"
	"testing/synctest"
	"time"

	"crisisdesk/model"
)

// What an officer has read is kept while the screen is open, when there is more
// of it and not else, so that little is lost where the program is killed.
func TestWhatIsReadIsKept(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := desk()
		var kept [][]model.Item
		keys, typed := io.Pipe()
		sizes := make(chan Size, 1)
		sizes <- Size{100, 30}
		ended := make(chan error, 1)
		go func() {
			ended <- Run(context.Background(), Options{
				Board: b, Environ: []string{"TERM=xterm"}, Input: keys, Output: io.Discard, Remote: &Remote{Sizes: sizes},
				Desk: &Desk{SaveRead: func(m []model.Item) error { kept = append(kept, m); return nil }},
			})
		}()
		step := func(what string, times int) {
			t.Helper()
			time.Sleep(keepEvery)
			synctest.Wait()
			if len(kept) != times {
				t.Errorf("%s: kept %d times, want %d", what, len(kept), times)
			}
		}
		time.Sleep(time.Second)
		step("an officer comes for the first time", 1)
		step("nothing happens", 1)
		b.Apply([]model.Update{opinion().update()}, model.Progress{Complete: true})
		step("a question has more to it", 2)
		step("nothing happens again", 2)
		io.WriteString(typed, "u")
		step("something of it is read", 3)
		if first, more, read := len(kept[0]), len(kept[1]), len(kept[2]); more >= first || read <= more {
			t.Errorf("%d items are read at first, %d when there is more, %d when that is read", first, more, read)
		}
		io.WriteString(typed, "q")
		if err := <-ended; err != nil {
			t.Error(err)
		}
		close(sizes)
		typed.Close()
		if len(kept) != 3 {
			t.Errorf("at the end kept %d times, want 3", len(kept))
		}
	})
}
