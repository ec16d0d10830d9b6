package serve

import (
	"flag"
	"math/rand/v2"
	"runtime"
	"sync"
	"testing"
	"time"
)

var soak = flag.Duration("soak", 0, "how long TestSoak goes on; 0 skips it")

// Fifty officers press random keys, are killed and come again, while documents
// arrive: afterwards there are as many goroutines as before, and memory has not
// grown since the first third.
func TestSoak(t *testing.T) {
	if *soak == 0 {
		t.Skip("on request: go test ./ui/serve/ -run Soak -soak 10m -timeout 20m")
	}
	s := start(t, func(o *Options) { o.Config.SessionsPerKey = 50 })
	s.crowd()
	resting := func() (goroutines int, heap uint64) {
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return runtime.NumGoroutine(), m.HeapInuse
	}
	before, _ := resting()
	run := func(d time.Duration) (goroutines int, heap uint64) {
		end := time.Now().Add(d)
		var officers sync.WaitGroup
		for range 50 {
			officers.Go(func() {
				for time.Now().Before(end) {
					s.visit(end)
				}
			})
		}
		for n := 1; time.Now().Before(end); n++ {
			s.arrive(n)
			s.crowdAgain(n)
			time.Sleep(time.Second)
		}
		officers.Wait()
		time.Sleep(2 * time.Second)
		return resting()
	}
	_, first := run(*soak / 3)
	after, last := run(*soak * 2 / 3)
	t.Logf("goroutines %d before, %d after; heap %.1f MB after a third, %.1f MB at the end",
		before, after, float64(first)/(1<<20), float64(last)/(1<<20))
	if after > before+5 {
		t.Errorf("%d goroutines before, %d after", before, after)
	}
	if last > first+first/4+4<<20 {
		t.Errorf("the heap grew from %d to %d bytes", first, last)
	}
}

// visit is a session of some seconds, in which keys are pressed at random.
func (s *served) visit(end time.Time) {
	client, err := s.dial([]byte{amina, bashir, karim}[rand.IntN(3)])
	if err != nil {
		return
	}
	defer client.Close() // as if it were killed, often in the middle of a frame
	session, err := client.NewSession()
	if err != nil {
		return
	}
	keys, err := session.StdinPipe()
	if err != nil || session.RequestPty("xterm", 40, 120, nil) != nil || session.Shell() != nil {
		return
	}
	const typed = "jjjjkkkkgG\t\t\r\x1buzso12345678?!+-=/ab:w\x7f\x1b[A\x1b[B"
	for range rand.IntN(200) {
		if time.Now().After(end) {
			return
		}
		i := rand.IntN(len(typed))
		if _, err := keys.Write([]byte(typed[i : i+1])); err != nil {
			return
		}
		if rand.IntN(20) == 0 {
			session.WindowChange(10+rand.IntN(50), 20+rand.IntN(200))
		}
		time.Sleep(50 * time.Millisecond)
	}
}
