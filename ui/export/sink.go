package export

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// sink writes lines to a file, which is made (0600) where there is none and only
// ever appended to, or to a unix socket that somebody listens at. A line waits
// until it is taken, for as long as that takes; where the listener goes, the
// next one is given the line from its start.
type sink struct {
	ctx  context.Context
	path string
	conn net.Conn                      // to the listener, nil where there is none
	tell func(what string, wrong bool) // what is wrong with it, and when it is wrong no more
	said string                        // is wrong
}

// again is how long a sink waits for what takes nothing before it says so, and
// before it tries again.
const again = time.Second

// newSink is a sink that is neither in the watched folder, which is only read,
// nor another thing than a file or socket.
func newSink(ctx context.Context, path, watched string, tell func(string, bool)) (*sink, error) {
	within, err := filepath.Rel(real(watched), filepath.Join(real(filepath.Dir(path)), filepath.Base(path)))
	if err == nil && filepath.IsLocal(within) {
		return nil, fmt.Errorf("%s lies in the folder that is watched", path)
	}
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() && info.Mode().Type() != fs.ModeSocket {
		return nil, fmt.Errorf("%s is neither a file nor a socket", path)
	}
	return &sink{ctx: ctx, path: path, tell: tell}, nil
}

// real is a path without links, as far as it exists.
func real(path string) string {
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	if plain, err := filepath.EvalSymlinks(path); err == nil {
		return plain
	}
	return path
}

// Write takes one line. It returns when the line is written or ctx has ended.
func (s *sink) Write(line []byte) (int, error) {
	for rest := line; ; {
		n, err := s.put(rest)
		rest = rest[n:]
		if err == nil {
			s.say("")
			return len(line), nil
		}
		if errors.Is(err, os.ErrDeadlineExceeded) {
			s.say(s.path + ": nobody reads what is written to it")
			if s.ctx.Err() != nil {
				return 0, s.ctx.Err()
			}
			continue
		}
		s.say(err.Error())
		if s.socket() {
			rest = line
		}
		select {
		case <-s.ctx.Done():
			return 0, s.ctx.Err()
		case <-time.After(again):
		}
	}
}

// put writes what it can. A file is opened anew each time, so that it may be
// moved away.
func (s *sink) put(line []byte) (n int, err error) {
	if !s.socket() {
		f, err := os.OpenFile(s.path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
		if err != nil {
			return 0, err
		}
		defer f.Close()
		return f.Write(line)
	}
	if s.conn == nil {
		var dialer net.Dialer
		if s.conn, err = dialer.DialContext(s.ctx, "unix", s.path); err != nil {
			s.conn = nil
			return 0, err
		}
	}
	if err = s.conn.SetWriteDeadline(time.Now().Add(again)); err == nil {
		n, err = s.conn.Write(line)
	}
	if err != nil && !errors.Is(err, os.ErrDeadlineExceeded) {
		s.conn.Close()
		s.conn = nil
	}
	return n, err
}

// socket reports whether the sink is a socket; a name that ends in .sock is
// one also while there is none.
func (s *sink) socket() bool {
	info, err := os.Stat(s.path)
	return strings.HasSuffix(s.path, ".sock") || err == nil && info.Mode().Type() == fs.ModeSocket
}

func (s *sink) say(what string) {
	if what == s.said {
		return
	}
	if s.said != "" {
		s.tell(s.said, false)
	}
	if s.said = what; what != "" {
		s.tell(what, true)
	}
}
