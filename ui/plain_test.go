package ui

import (
	"context"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"crisisdesk/model"
	"crisisdesk/ui/config"
)

// paper is what a stream is written on.
type paper struct {
	mu   sync.Mutex
	text strings.Builder
}

func (p *paper) Write(b []byte) (int, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.text.Write(b)
}

func (p *paper) String() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.text.String()
}

// A stream tells what there is, then what comes, and counts it as read.
func TestPlain(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var marks []model.Item
		var out paper
		b := desk()
		ctx, cancel := context.WithCancel(t.Context())
		ended := make(chan error, 1)
		go func() {
			ended <- Plain(ctx, &out, Options{
				Board: b, Now: func() time.Time { return noon }, Environ: []string{},
				Config: config.Config{Alerts: []config.Alert{{Name: "strikes", Where: "kind:airstrike", How: "bell"}}},
				Desk:   &Desk{SaveRead: func(m []model.Item) error { marks = m; return nil }},
			})
		}()
		synctest.Wait()
		before := out.String()
		time.Sleep(keepEvery)
		synctest.Wait()
		if len(marks) == 0 {
			t.Error("what is read is not kept meanwhile")
		}
		b.Apply([]model.Update{opinion().update()}, model.Progress{Complete: true})
		synctest.Wait()
		b.Apply([]model.Update{hostile().update()}, model.Progress{Complete: true})
		synctest.Wait()
		cancel()
		if err := <-ended; err != nil {
			t.Error(err)
		}
		golden(t, "plain", strings.TrimSuffix(out.String(), "\n"))
		for _, words := range []string{
			"270812Z FEB 26 PROBLEM huge.txt: 50 MB",
			"READ 2 documents: 2 incidents, 3 statements, 3 questions\n",
			"ALERT incident: 2025-10-09; air strike at Kabul; by Pakistan; against TTP; claimed by Taliban;",
			"NEW statement: 2025-10-12; Shehbaz Sharif offer; to Taliban; \"The ball is in their court,\"; Wire, 2025-10-12, 2025-10-12-wire.txt\n",
		} {
			if !strings.Contains(before, words) {
				t.Errorf("the stream does not begin with %q:\n%s", words, before)
			}
		}
		after := strings.TrimPrefix(out.String(), before)
		for _, words := range []string{"ALERT strikes: 1 incident\n", "MORE question: Does Pakistan seek", `FAKE: nobody killed`} {
			if !strings.Contains(after, words) {
				t.Errorf("the stream does not go on with %q:\n%s", words, after)
			}
		}
		for line := range strings.Lines(out.String()) {
			if !strings.HasPrefix(line, "270812Z FEB 26 ") || strings.ContainsAny(line, "\x1b\x07\r\u202e") {
				t.Errorf("a line is %q", line)
			}
		}
		if want := b.Snapshot().Incidents.Len() + b.Snapshot().Statements.Len() + b.Snapshot().Questions.Len(); len(marks) != want {
			t.Errorf("%d items are read, want %d", len(marks), want)
		}
	})
}

// What the officer has read is not told again.
func TestPlainLeavesOutWhatWasRead(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var out paper
		b := desk()
		read := readIn(b.Snapshot(), func(int, string) bool { return true })
		ctx, cancel := context.WithCancel(t.Context())
		go Plain(ctx, &out, Options{Board: b, Environ: []string{}, Desk: &Desk{Read: hadRead(read)}})
		synctest.Wait()
		cancel()
		if got := out.String(); strings.Contains(got, "NEW") || !strings.Contains(got, "READ 2 documents") {
			t.Errorf("the stream is:\n%s", got)
		}
	})
}
