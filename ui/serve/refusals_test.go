package serve

import (
	"log/slog"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"
	"unicode"

	gossh "golang.org/x/crypto/ssh"
)

// Of a flood the first are told, then how many there were; after a while the
// next is told again. Other sorts are told beside it.
func TestAFloodIsSummedUp(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		out := &served{t: t}
		r := newRefusals(slog.New(slog.NewTextHandler(out, &slog.HandlerOptions{
			ReplaceAttr: func(_ []string, a slog.Attr) slog.Attr {
				if a.Key == slog.TimeKey || a.Key == slog.LevelKey {
					return slog.Attr{}
				}
				return a
			},
		})))
		before := ""
		told := func(want ...string) {
			t.Helper()
			synctest.Wait()
			if got, all := strings.TrimPrefix(out.logged(), before), strings.Join(want, ""); got != all {
				t.Errorf("told\n%s\nwant\n%s", got, all)
			}
			before = out.logged()
		}
		for range 1000 {
			r.tell("knock", "address", "192.0.2.7:4022")
		}
		r.tell("shout", "user", "x")
		told(append(slices.Repeat([]string{"msg=knock address=192.0.2.7:4022\n"}, 10), "msg=shout user=x\n")...)
		time.Sleep(tellingTime)
		told("msg=\"more of a sort than are told one by one\" sort=knock more=990\n")
		for range 11 {
			r.tell("knock")
		}
		r.close()
		told(append(slices.Repeat([]string{"msg=knock\n"}, 10), "msg=\"more of a sort than are told one by one\" sort=knock more=1\n")...)
		time.Sleep(2 * tellingTime)
		told()
	})
}

// What a client says of itself can neither colour a terminal, begin another
// line of the log, turn its direction, nor fill it.
func TestTheLogIsPlain(t *testing.T) {
	s := start(t, nil)
	for _, name := range []string{
		"\x1b[31mred", "amina\ntime=2026-01-01 level=INFO msg=\"a session begins\" officer=Amina", "\u202eanima", "\xff\x9b2J", strings.Repeat("a", 10_000),
	} {
		_, err := gossh.Dial("tcp", s.Addr().String(), &gossh.ClientConfig{
			User: name, Auth: []gossh.AuthMethod{gossh.PublicKeys(key(stranger))}, HostKeyCallback: gossh.InsecureIgnoreHostKey(), Timeout: patience,
			ClientVersion: "SSH-2.0-\u202ex",
		})
		if err == nil {
			t.Fatal("a stranger is let in")
		}
	}
	s.until("five refusals", func() bool { return strings.Count(s.logged(), `msg="a key that is not known"`) == 5 })
	for line := range strings.Lines(s.logged()) {
		if !strings.HasPrefix(line, "time=") || len(line) > 600 {
			t.Errorf("a line of %d bytes: %.100q", len(line), line)
		}
		for _, r := range strings.TrimSuffix(line, "\n") {
			if !unicode.IsPrint(r) || r == unicode.ReplacementChar {
				t.Errorf("%q in the line %q", r, line)
			}
		}
	}
	for _, told := range []string{`user="\x1b[31mred"`, `user="amina\ntime=`, `user="\u202eanima"`, `user="\xff\x9b2J"`} {
		if !strings.Contains(s.logged(), told) {
			t.Errorf("the log does not tell %s:\n%s", told, s.logged())
		}
	}
}
