package ui

import (
	"fmt"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"crisisdesk/model"
)

// A desk of 20,000 documents: 40,000 incidents' reports, 200,000 statements.
var bigDesk = sync.OnceValue(func() *model.Board {
	b := model.NewBoard(standingQuestions())
	updates := make([]model.Update, 20_000)
	for i := range updates {
		updates[i] = busy(i).update()
	}
	b.Apply(updates, model.Progress{Complete: true, Watch: "inotify"})
	return b
})

// busy is a document with two reports and ten statements.
func busy(i int) *reading {
	day := model.OnDay(model.NewDay(2020, 1, 1) + model.Day(i/10))
	text := fmt.Sprintf("Air strikes hit place %d, and “word %d of the minister on the matter at hand,” said a minister.", i, i)
	r := read(fmt.Sprintf("%05d.txt", i), fmt.Sprintf("Outlet %d", i%50), text, day)
	for _, kind := range []model.Kind{model.Airstrike, model.Talks} {
		r.report(model.Report{
			Kind: kind, When: day, Places: []model.Place{{ID: fmt.Sprintf("p%d", i), Name: fmt.Sprintf("Place %d", i)}},
			Actors: []model.Actor{as(pakistan, model.Initiator), as(ttp, model.Target)},
		}, fmt.Sprintf("Air strikes hit place %d", i))
	}
	for range 10 {
		r.statement(model.Statement{Speaker: model.Speaker{Name: "a minister"}, Act: model.Claim, Mode: model.Direct, When: day},
			"a minister", fmt.Sprintf("word %d of the minister on the matter at hand,", i))
	}
	return r
}

func BenchmarkView(b *testing.B) {
	s := newScreen(b, bigDesk(), 200, 60, nil)
	s.app.frame()
	b.ReportAllocs()
	for b.Loop() {
		s.app.View()
	}
}

// The keys of a morning in one view: where it goes to, a filter that is typed,
// kept and cleared, an item opened, another order and size, the next unread.
var everyKey = strings.Fields("j k pgdown G g o o z z + - / m i n backspace enter esc enter j esc ? esc f esc : g o esc ! esc u")

// BenchmarkKeyToFrame presses them in every view, where everything is unread. Its figure is the slowest of
// them, each at its best: how long the screen's goroutine takes from a key, or
// from what was found or counted for it, to the frame.
func BenchmarkKeyToFrame(b *testing.B) {
	for pane := range paneCount {
		s := newScreen(b, bigDesk(), 200, 60, func(o *Options) { o.Desk = &Desk{Read: hadRead(nil)} })
		s.app.focusOn(pane)
		s.run(s.app.derive())
		b.Run(s.app.panes[pane].name, func(b *testing.B) {
			b.ReportAllocs()
			best := slices.Repeat([]time.Duration{time.Hour}, len(everyKey))
			for b.Loop() {
				s.app.focusOn(pane)
				for i, key := range everyKey {
					best[i] = min(best[i], s.longest(keyPress(key)))
				}
			}
			slowest := slices.Max(best)
			b.Logf("after %s", strings.Join(everyKey[:slices.Index(best, slowest)+1], " "))
			b.ReportMetric(inMilliseconds(slowest), "slowest-ms")
		})
	}
}

func inMilliseconds(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }

// longest is the longest that the screen takes for the frame after a message,
// and after those that its commands bring.
func (s *screen) longest(msg tea.Msg) time.Duration {
	start := time.Now()
	cmd := s.send(msg)
	s.app.View()
	return max(time.Since(start), s.longestAfter(cmd))
}

func (s *screen) longestAfter(cmd tea.Cmd) (longest time.Duration) {
	if cmd == nil {
		return 0
	}
	switch msg := cmd().(type) {
	case nil:
	case tea.BatchMsg:
		for _, c := range msg {
			longest = max(longest, s.longestAfter(c))
		}
	default:
		longest = s.longest(msg)
	}
	return longest
}

// What is counted beside the screen for a view.
func BenchmarkBuild(b *testing.B) {
	s := newScreen(b, bigDesk(), 200, 60, nil)
	for _, p := range s.app.panes[boardPanes:] {
		b.Run(p.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				p.builder.build(s.app.snapshot, s.app.query)
			}
		})
	}
}

// What is found beside the screen for a filter: a key to what it leaves.
func BenchmarkSift(b *testing.B) {
	s := newScreen(b, bigDesk(), 200, 60, nil)
	for _, text := range []string{"m", "mi", "minister", "place 19999", "nowhere", "kind:talks", "actor:minister", "-place is:unread"} {
		b.Run(text, func(b *testing.B) {
			b.ReportAllocs()
			q, err := model.ParseQuery(text)
			if err != nil {
				b.Fatal(err)
			}
			s.app.query = q
			for b.Loop() {
				s.app.sieved = sieve{snapshot: s.app.snapshot}
				s.app.sift()()
				s.app.sifting = false
			}
		})
	}
}

func BenchmarkNewsToFrame(b *testing.B) {
	for name, filter := range map[string]string{"all": "", "filtered": "minister"} {
		b.Run(name, func(b *testing.B) {
			s := newScreen(b, bigDesk(), 200, 60, nil)
			s.press("tab", "pgdown", "tab")
			s.app.filterBy(filter)
			s.run(s.app.derive())
			news := snapshotMsg{snapshot: s.app.snapshot, sifted: s.app.sifter()(s.app.snapshot, arrivals{})}
			b.ReportAllocs()
			for b.Loop() {
				s.send(news)
				s.app.View()
			}
		})
	}
}

// What the command that waits for a Snapshot does off the screen's goroutine.
func BenchmarkArrivals(b *testing.B) {
	snapshot := bigDesk().Snapshot()
	b.ReportAllocs()
	for b.Loop() {
		between(snapshot, snapshot)
	}
}

// From the options of a screen to its first frame, and what it holds besides
// the board.
func BenchmarkFirstFrame(b *testing.B) {
	board := bigDesk()
	b.ReportAllocs()
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	var s *screen
	for b.Loop() {
		s = newScreen(b, board, 200, 60, nil)
		s.app.View()
	}
	runtime.GC()
	runtime.ReadMemStats(&after)
	b.ReportMetric((float64(after.HeapAlloc)-float64(before.HeapAlloc))/1e6, "MB/screen")
	runtime.KeepAlive(s)
}
