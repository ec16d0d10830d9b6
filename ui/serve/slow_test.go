package serve

import (
	"fmt"
	"io"
	"net"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	gossh "golang.org/x/crypto/ssh"

	"crisisdesk/model"
	"crisisdesk/ui/config"
)

// lazyConn reads as fast as it is told, in bytes a second; 0 is not at all.
type lazyConn struct {
	net.Conn
	rate  atomic.Int64
	ended chan struct{}
}

const anyRate = 1 << 40

func (c *lazyConn) Read(b []byte) (int, error) {
	for c.rate.Load() == 0 {
		select {
		case <-c.ended:
			return 0, io.EOF
		case <-time.After(time.Millisecond):
		}
	}
	if rate := c.rate.Load(); rate < anyRate {
		b = b[:min(len(b), max(1, int(rate/100)))]
		time.Sleep(time.Duration(len(b)) * time.Second / time.Duration(rate))
	}
	return c.Conn.Read(b)
}

// crowd fills large screens.
func (s *served) crowd() { s.crowdAgain(0) }

// crowdAgain fills them with other words, so that every cell is drawn anew.
func (s *served) crowdAgain(version int) {
	f := model.Facts{Document: &model.Document{ID: "crowd", Path: "crowd.txt", Title: "Crowd"}}
	for n := range 200 {
		words := strings.Repeat(fmt.Sprintf("many words %d ", n), 40)
		if version%2 == 1 {
			words = strings.ToUpper(words)
		}
		f.Statements = append(f.Statements, model.Statement{
			ID: model.StatementID(fmt.Sprint("crowd", version, "-", n)), Document: "crowd", Act: model.Claim, Mode: model.Direct, Text: words,
			Evidence: []model.Span{{Document: "crowd", Start: n, End: n + len(words), Text: words}},
		})
	}
	s.board.Apply([]model.Update{{Path: "crowd.txt", Facts: &f}}, model.Progress{Complete: true})
}

// openLazy opens a screen of the largest size whose client reads slowly from then on.
func (s *served) openLazy(seed byte, columns, rows int) (*terminal, *lazyConn) {
	s.t.Helper()
	raw := s.raw()
	raw.(*net.TCPConn).SetReadBuffer(4 << 10)
	lazy := &lazyConn{Conn: raw, ended: make(chan struct{})}
	lazy.rate.Store(anyRate)
	s.t.Cleanup(func() { close(lazy.ended) })
	conn, channels, requests, err := gossh.NewClientConn(lazy, "", &gossh.ClientConfig{
		User: "anybody", Auth: []gossh.AuthMethod{gossh.PublicKeys(key(seed))}, HostKeyCallback: gossh.InsecureIgnoreHostKey(),
	})
	if err != nil {
		s.t.Fatal(err)
	}
	one := s.openSized(gossh.NewClient(conn, channels, requests), columns, rows)
	one.shows("word 0")
	return one, lazy
}

// stall makes a client stop reading in the middle of large frames.
func (one *terminal) stall(lazy *lazyConn) {
	one.crowd()
	one.press("\tz") // the pane of statements alone
	one.shows("many words 70")
	lazy.rate.Store(0)
	for n := range 20 {
		one.press([]string{"3", "1"}[n%2])
		time.Sleep(50 * time.Millisecond)
	}
}

// A client that takes nothing holds up nobody, and is dropped.
func TestAStalledClientIsDropped(t *testing.T) {
	s := start(t, func(o *Options) { o.Config.Stalled = config.Duration(2 * time.Second) })
	stalled, lazy := s.openLazy(bashir, 240, 100)
	stalled.stall(lazy)
	one := s.open(amina)
	for n := 1; n <= 20; n++ {
		s.arrive(n)
		one.shows(fmt.Sprint("word ", n))
	}
	s.until("the end of the stalled one", func() bool { return strings.Contains(s.logged(), "your terminal took nothing any more") })
	one.shows("1 here")
}

// A client that stops for a while is shown the newest when it goes on.
func TestASlowClientSkipsToTheNewest(t *testing.T) {
	s := start(t, nil)
	slow, lazy := s.openLazy(bashir, 100, 30)
	one := s.open(amina)
	lazy.rate.Store(10_000)
	for n := 1; n <= 100; n++ {
		s.arrive(n)
		one.shows(fmt.Sprint("word ", n))
	}
	slow.shows("word 100")
}

// Nobody can make the server stay.
func TestStopWithAStalledClient(t *testing.T) {
	s := start(t, func(o *Options) { o.Config.Stalled = config.Duration(time.Hour) })
	stalled, lazy := s.openLazy(bashir, 240, 100)
	one := s.open(amina)
	one.shows("2 here")
	hanging := s.raw()
	stalled.stall(lazy)
	began := time.Now()
	s.stop()
	one.shows("the desk is being stopped; connect again later")
	one.client.Close() // as ssh does when its session has ended
	err := <-s.ended
	t.Logf("the server took %v to stop", time.Since(began))
	s.ended <- err // for the end of the test
	closed(t, hanging)
}
