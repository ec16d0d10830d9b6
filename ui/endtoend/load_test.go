package endtoend

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"net"
	"os"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"
)

var (
	officers = flag.Int("officers", 0, "how many officers TestManyOfficers connects; 0 skips it")
	working  = flag.Duration("working", time.Minute, "how long they work, once undisturbed and once disturbed")
)

// Many officers at 120×40, a document each second, one client that is stopped
// and one at 20 kbit/s: what it costs, and how soon each sees what is new; then
// the same with strangers at the door.
func TestManyOfficers(t *testing.T) {
	if *officers == 0 {
		t.Skip("measures a served desk on request: go test ./ui/endtoend/ -run ManyOfficers -officers 50")
	}
	names := make([]string, *officers+2)
	for n := range names {
		names[n] = fmt.Sprintf("Officer %d", n)
	}
	s := serve(t, names, nil)
	work := &shift{serving: s}
	for range 20 {
		work.arrive()
	}
	work.add(s.connect(0, 120, 40))
	time.Sleep(5 * time.Second)
	alone := s.cost()
	for n := 1; n < *officers; n++ {
		work.add(s.connect(n, 120, 40))
	}
	stopped, slow := &throttle{}, &throttle{}
	s.connectBy(stopped.dial, *officers, 120, 40).shows(work.told())
	s.connectBy(slow.dial, *officers+1, 120, 40).shows(work.told())
	stopped.slowTo(0)
	slow.slowTo(2500)

	before := s.cost()
	work.on(*working)
	after := s.cost()
	cpu := (after.cpu - before.cpu).Seconds() / after.at.Sub(before.at).Seconds()
	t.Logf("%d officers: %.1f MB resident, %.1f MB with one, %.2f MB for each; %.1f %% of a core",
		*officers, after.resident/(1<<20), alone.resident/(1<<20), (after.resident-alone.resident)/float64(*officers+1)/(1<<20), 100*cpu)
	work.report("undisturbed")

	strangers := s.disturb(names)
	work.on(*working)
	work.report(fmt.Sprintf("with %d wrong keys and 200 hanging handshakes", strangers()))
	t.Logf("at the end %.1f MB resident", s.cost().resident/(1<<20))
}

// shift is officers who look and press keys while documents arrive.
type shift struct {
	*serving
	documents   int
	at          []*terminal
	seen, typed []time.Duration
}

// arrive puts another document into the folder.
func (w *shift) arrive() {
	w.documents++
	text := strings.ReplaceAll(strikes, "14 militants", fmt.Sprintf("%d militants", 10+w.documents))
	write(w.t, w.watched, fmt.Sprintf("%d.txt", w.documents), strings.ReplaceAll(text, "March 3", fmt.Sprintf("March %d", 1+w.documents%28)))
}

// told is what the status line says once all have arrived.
func (w *shift) told() string { return fmt.Sprintf(" %d documents", w.documents) }

func (w *shift) add(term *terminal) {
	term.shows(w.told())
	w.at = append(w.at, term)
}

// on lets a document arrive each second and keys be pressed in between.
func (w *shift) on(d time.Duration) {
	w.seen, w.typed = nil, nil
	for end := time.Now().Add(d); time.Now().Before(end); {
		w.arrive()
		put := time.Now()
		waiting := slices.Clone(w.at)
		for len(waiting) > 0 {
			if time.Since(put) > patience {
				w.t.Fatalf("%d of %d never saw %s", len(waiting), len(w.at), w.told())
			}
			waiting = slices.DeleteFunc(waiting, func(term *terminal) bool {
				if !strings.Contains(term.part(0, 0, 80, 1), w.told()) {
					return false
				}
				w.seen = append(w.seen, time.Since(put))
				return true
			})
			time.Sleep(2 * time.Millisecond)
		}
		for time.Since(put) < time.Second {
			w.typed = append(w.typed, w.at[rand.IntN(len(w.at))].keyToFrame())
			time.Sleep(5 * time.Millisecond)
		}
	}
}

func (w *shift) report(how string) {
	w.t.Logf("%s: a new document shows after %v (half), %v (99 %%), %v (all); a key after %v (half), %v (99 %% of %d)",
		how, quantile(w.seen, .5), quantile(w.seen, .99), quantile(w.seen, 1), quantile(w.typed, .5), quantile(w.typed, .99), len(w.typed))
}

func quantile(all []time.Duration, q float64) time.Duration {
	if len(all) == 0 {
		return 0
	}
	slices.Sort(all)
	return all[int(q*float64(len(all)-1))].Round(time.Millisecond)
}

// part is the text of a part of the screen.
func (term *terminal) part(x, y, width, height int) string {
	term.mu.Lock()
	defer term.mu.Unlock()
	var b strings.Builder
	for j := y; j < y+height; j++ {
		for i := x; i < x+width; i++ {
			if c := term.screen.CellAt(i, j); c != nil {
				b.WriteString(c.Content)
			}
		}
	}
	return b.String()
}

// keyToFrame presses a key that moves the cursor, and waits until it has moved.
func (term *terminal) keyToFrame() time.Duration {
	cursors := func() string { return term.part(0, 0, 1, term.screen.Height()) }
	was, pressed := cursors(), time.Now()
	term.down = !term.down
	term.press(map[bool]string{true: "j", false: "k"}[term.down])
	for cursors() == was {
		if time.Since(pressed) > patience {
			term.t.Fatalf("a key has no effect; the screen:\n%s", term.text())
		}
		time.Sleep(time.Millisecond)
	}
	return time.Since(pressed)
}

// throttle is a connection that is read slowly.
type throttle struct {
	net.Conn
	mu   sync.Mutex
	rate int // bytes a second
	slow bool
}

func (c *throttle) dial(network, address string) (net.Conn, error) {
	conn, err := net.Dial(network, address)
	c.Conn = conn
	return c, err
}

func (c *throttle) slowTo(rate int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.rate, c.slow = rate, true
}

func (c *throttle) Read(b []byte) (int, error) {
	c.mu.Lock()
	rate, slow := c.rate, c.slow
	c.mu.Unlock()
	if slow && rate == 0 {
		select {} // a process that is stopped, to the end of the test
	}
	if slow {
		b = b[:min(len(b), 256)]
		time.Sleep(time.Duration(len(b)) * time.Second / time.Duration(rate))
	}
	return c.Conn.Read(b)
}

// disturb lets strangers connect until the function it returns is called, which
// says how many there were.
func (s *serving) disturb(names []string) (end func() int) {
	stop, wrong := make(chan struct{}), 0
	var all sync.WaitGroup
	for range 200 {
		if c, err := net.Dial("tcp", s.address); err == nil {
			s.t.Cleanup(func() { c.Close() })
		}
	}
	all.Go(func() {
		for {
			select {
			case <-stop:
				return
			case <-time.After(20 * time.Millisecond):
			}
			if client, err := s.dial(len(names)); err == nil {
				client.Close()
				s.t.Error("a stranger is let in")
			}
			wrong++
		}
	})
	return func() int {
		close(stop)
		all.Wait()
		return wrong
	}
}

// cost is what the server takes of the machine.
type cost struct {
	at       time.Time
	cpu      time.Duration
	resident float64 // bytes
}

func (s *serving) cost() cost {
	s.t.Helper()
	read := func(file string) string {
		b, err := os.ReadFile(fmt.Sprintf("/proc/%d/%s", s.process.Pid, file))
		if err != nil {
			s.t.Skip("there is no /proc here: ", err)
		}
		return string(b)
	}
	number := func(text string) float64 {
		n, err := strconv.ParseFloat(text, 64)
		if err != nil {
			s.t.Fatal(err)
		}
		return n
	}
	stat := strings.Fields(read("stat")) // proc(5): 14 utime, 15 stime, in hundredths of a second
	pages := strings.Fields(read("statm"))
	return cost{
		time.Now(), time.Duration(number(stat[13])+number(stat[14])) * 10 * time.Millisecond,
		number(pages[1]) * float64(os.Getpagesize()),
	}
}
