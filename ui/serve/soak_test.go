package serve

import (
	"context"
	"flag"
	"math/rand/v2"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"crisisdesk/model/archive"
	"crisisdesk/ui"
)

var soak = flag.Duration("soak", 0, "how long TestSoak goes on; 0 skips it")

// Fifty officers press random keys, write to their journals, are killed and come
// again, while documents arrive: afterwards there are as many goroutines as
// before, and memory has not grown since the first third.
func TestSoak(t *testing.T) {
	if *soak == 0 {
		t.Skip("on request: go test ./ui/serve/ -run Soak -soak 10m -timeout 20m -v")
	}
	var desk *archive.Desk
	s := start(t, func(o *Options) {
		o.Config.SessionsPerKey, o.Config.WaitingPerAddr = 50, 64
		screen := o.Screen
		o.Screen = func(who Officer) ui.Options {
			with := screen(who)
			with.Desk = ui.DeskOf(desk.Archive, who.ID(), who.Name, func(what string) { t.Error(what) })
			return with
		}
	})
	ctx, cancel := context.WithCancel(context.Background())
	var err error
	if desk, err = archive.OpenDesk(ctx, archive.Place{Dir: t.TempDir()}, t.TempDir(), s.board); err != nil {
		t.Fatal(err)
	}
	defer desk.Close()
	defer cancel()
	s.crowd()
	resting := func(when string) (goroutines int, heap uint64) {
		time.Sleep(5 * time.Second)
		runtime.GC()
		runtime.GC() // what pools hold goes with the second
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		t.Logf("%s: %d goroutines, %.1f MB of heap, %d entries of officers", when, runtime.NumGoroutine(), float64(m.HeapAlloc)/(1<<20), len(s.board.Snapshot().Work.Entries))
		return runtime.NumGoroutine(), m.HeapAlloc
	}
	visits, cut := 0, 0
	work := func() {
		end := time.Now().Add(*soak / 3)
		var officers sync.WaitGroup
		var counting sync.Mutex
		for range 50 {
			officers.Go(func() {
				for time.Now().Before(end) {
					whole := s.visit(end)
					counting.Lock()
					if visits++; !whole {
						cut++
					}
					counting.Unlock()
				}
			})
		}
		for n := 1; time.Now().Before(end); n++ {
			s.arrive(n)
			s.crowdAgain(n)
			time.Sleep(time.Second)
		}
		officers.Wait()
	}
	before, _ := resting("before")
	work()
	_, first := resting("after a third")
	work()
	resting("after two thirds")
	work()
	after, last := resting("at the end")
	t.Logf("%d sessions, of which %d ended before their clients did", visits, cut)
	if strings.Contains(s.logged(), "a panic ended a session") {
		t.Error(s.logged())
	}
	if after > before+5 {
		t.Errorf("%d goroutines before, %d after", before, after)
	}
	if last > first+first/4+4<<20 {
		t.Errorf("the heap grew from %d to %d bytes", first, last)
	}
}

// visit is a session of some seconds, in which keys are pressed at random. It
// reports whether its client ended it.
func (s *served) visit(end time.Time) bool {
	client, err := s.dial([]byte{amina, bashir, karim}[rand.IntN(3)])
	if err != nil {
		return false
	}
	defer client.Close() // as if it were killed, often in the middle of a frame
	session, err := client.NewSession()
	if err != nil {
		return false
	}
	keys, err := session.StdinPipe()
	if err != nil || session.RequestPty("xterm", 40, 120, nil) != nil || session.Shell() != nil {
		return false
	}
	const typed = "jjjjkkkkgG\t\t\r\x1buzso12345678?!+-=/ab:w\x7f\x1b[A\x1b[B"
	for range rand.IntN(200) {
		if time.Now().After(end) {
			break
		}
		i := rand.IntN(len(typed))
		if _, err := keys.Write([]byte(typed[i : i+1])); err != nil {
			return false
		}
		if rand.IntN(20) == 0 {
			session.WindowChange(10+rand.IntN(50), 20+rand.IntN(200))
		}
		time.Sleep(50 * time.Millisecond)
	}
	return true
}
