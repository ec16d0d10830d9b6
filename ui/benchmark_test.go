package ui

import (
	"fmt"
	"runtime"
	"sync"
	"testing"

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

func BenchmarkKeyToFrame(b *testing.B) {
	for pane := range paneCount {
		s := newScreen(b, bigDesk(), 200, 60, nil)
		s.app.focusOn(pane)
		s.run(s.app.derive())
		b.Run(s.app.panes[pane].name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				s.press("j")
				s.app.View()
			}
		})
	}
}

// The key that shows a view, and the frame that shows it built: what is counted
// in between is not on the screen's goroutine.
func BenchmarkViewKeyToFrame(b *testing.B) {
	for pane := timelinePane; pane < paneCount; pane++ {
		s := newScreen(b, bigDesk(), 200, 60, nil)
		b.Run(s.app.panes[pane].name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				s.app.focusOn(pane)
				cmd := s.app.derive()
				s.app.View()
				b.StopTimer()
				msg := cmd()
				b.StartTimer()
				s.send(msg)
				s.app.View()
				s.app.panes[pane].basis = basis{}
			}
		})
	}
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

func BenchmarkFilterKeyToFrame(b *testing.B) {
	s := newScreen(b, bigDesk(), 200, 60, nil)
	b.ReportAllocs()
	for b.Loop() {
		s.press("/", "m")
		s.app.View()
		s.press("esc")
	}
}

func BenchmarkNewsToFrame(b *testing.B) {
	for name, filter := range map[string]string{"all": "", "filtered": "minister"} {
		b.Run(name, func(b *testing.B) {
			s := newScreen(b, bigDesk(), 200, 60, nil)
			s.press("tab", "pgdown", "tab")
			s.app.filterBy(filter)
			news := snapshotMsg{snapshot: s.app.snapshot}
			s.app.picker()(&news)
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
