package endtoend

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// A day of a served desk: officers come, see what the others write, a key is
// added and another taken away, and the server is stopped.
func TestServe(t *testing.T) {
	socket, told := readiness(t)
	s := serve(t, []string{"Amina", "Bashir"}, func(c *exec.Cmd) { c.Env = append(c.Env, "NOTIFY_SOCKET="+socket) })
	if state := told(); state != "READY=1" {
		t.Errorf("systemd is told %q, want READY=1", state)
	}
	write(t, s.watched, "story.txt", talks)
	amina, bashir := s.connect(0, 120, 40), s.connect(1, 120, 40)
	amina.shows("04MAR26")
	bashir.shows("04MAR26")
	amina.shows("2 here")

	amina.press("\r")
	bashir.press("ahold for the brief\r")
	bashir.shows("noted")
	amina.shows("hold for the brief")
	amina.shows("Bashir, ")

	if _, err := s.dial(2); err == nil {
		t.Fatal("a key that is not in the file is let in")
	}
	s.authorize("Amina", "", "Karim")
	if err := s.process.Signal(syscall.SIGHUP); err != nil {
		t.Fatal(err)
	}
	s.until("the new keys", func() bool { return strings.Contains(s.logged(), "read anew") })
	karim := s.connect(2, 80, 24)
	karim.shows("3 here")

	began := time.Now()
	if err := s.process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	for _, term := range []*terminal{amina, bashir, karim} {
		term.shows("the desk is being stopped; connect again later")
	}
	if err := s.end(); err != nil {
		t.Errorf("the server ended with %v; the log:\n%s", err, s.logged())
	}
	if took := time.Since(began); took > 5*time.Second {
		t.Errorf("the server took %v to stop", took)
	}
	for state := ""; state != "STOPPING=1"; {
		state = told()
	}
}

// Two officers who rate one thing: both entries are kept, the later shows
// first, the other is beside it.
func TestServeTwoWhoDiffer(t *testing.T) {
	s := serve(t, []string{"Amina", "Bashir"}, nil)
	write(t, s.watched, "story.txt", strikes)
	amina, bashir := s.connect(0, 120, 40), s.connect(1, 120, 40)
	for _, term := range []*terminal{amina, bashir} {
		term.shows("03MAR26")
		term.press("\t\r")
		term.shows("[ ")
	}
	amina.press(":rate 2\r")
	bashir.shows("rate-claim 2")
	bashir.press(":rate 5\r")
	for _, term := range []*terminal{amina, bashir} {
		term.shows("rate-claim 5")
		term.shows("rate-claim 2")
	}
	bashir.press("U")
	amina.loses("rate-claim 5")
	amina.shows("rate-claim 2")
}

// What an officer has read and starred is there in the next session, and only
// there.
func TestServeRemembersEachOfficer(t *testing.T) {
	s := serve(t, []string{"Amina", "Bashir"}, nil)
	write(t, s.watched, "first.txt", talks)
	amina := s.connect(0, 120, 40)
	amina.shows("04MAR26")
	quit(t, amina)
	write(t, s.watched, "second.txt", strikes)
	amina = s.connect(0, 120, 40)
	amina.shows("03MAR26")
	amina.shows("NEW")
	bashir := s.connect(1, 120, 40)
	bashir.shows("03MAR26")
	if strings.Contains(bashir.text(), "NEW") {
		t.Errorf("what was there before an officer first came is unread:\n%s", bashir.text())
	}
	quit(t, amina)
	quit(t, bashir)
}

// A desk that nobody could connect to, or whose configuration is wrong, is not
// served, and the program says how to put it right.
func TestServeRefuses(t *testing.T) {
	dir := t.TempDir()
	host := filepath.Join(dir, "host")
	if err := os.WriteFile(host, []byte("key"), 0o644); err != nil {
		t.Fatal(err)
	}
	keys := filepath.Join(dir, "keys")
	if err := os.WriteFile(keys, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		args []string
		says string
	}{
		{nil, "--authorized-keys"},
		{[]string{"--authorized-keys", filepath.Join(dir, "nowhere")}, "ssh-keygen"},
		{[]string{"--authorized-keys", keys}, "for each officer"},
	} {
		run := exec.Command(program, append([]string{"serve", "--dir", dir, "--desk", "off", "--host-key", host}, c.args...)...)
		run.Env = append(os.Environ(), "XDG_CONFIG_HOME="+dir)
		out, err := run.CombinedOutput()
		if err == nil || run.ProcessState.ExitCode() != 1 || !strings.Contains(string(out), c.says) {
			t.Errorf("%q ended with %v and said %q, want %q", c.args, err, out, c.says)
		}
	}
}

// Five officers with a process each share a desk folder.
func TestFiveProcessesOfOneDesk(t *testing.T) {
	watched, desk := newDesk(t)
	write(t, watched, "story.txt", talks)
	var terms []*terminal
	for range 5 {
		term := start(t, 120, 40, "--dir", watched, "--desk", desk)
		term.see("the folder read", func(s string) bool { return strings.Contains(s, "1 document") && !strings.Contains(s, "waiting") })
		term.press("\r")
		term.shows("story.txt")
		terms = append(terms, term)
	}
	notes := []string{"first of five", "second of five", "third of five", "fourth of five", "fifth of five"}
	for i, term := range terms {
		term.press("a" + notes[i] + "\r")
	}
	for _, term := range terms {
		for _, n := range notes {
			term.shows(n)
		}
	}
	write(t, watched, "second.txt", strikes)
	for _, term := range terms {
		term.shows("2 documents")
		quit(t, term)
	}
}
