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
	t.Logf("the server took %v to stop", time.Since(began))
	for state := ""; state != "STOPPING=1"; {
		state = told()
	}
}

// Two officers who say something else of one thing: the later holds, the
// earlier is kept and stands below it, and holds again where the later is taken back.
func TestServeTwoWhoDiffer(t *testing.T) {
	s := serve(t, []string{"Amina", "Bashir"}, nil)
	write(t, s.watched, "story.txt", strikes)
	amina, bashir := s.connect(0, 120, 40), s.connect(1, 120, 40)
	for _, term := range []*terminal{amina, bashir} {
		term.shows("03MAR26")
	}
	for _, c := range []struct{ first, then, holds, before string }{
		{":rate 2\r", ":rate 5\r", "rate-claim 5 · Bashir", "before: rate-claim 2 · Amina"},
		{":judge likely low\r", ":judge unlikely high\r", "judge unlikely · confidence high · Bashir", "before: judge likely · confidence low · Amina"},
	} {
		for _, term := range []*terminal{amina, bashir} {
			term.press("\t\r") // the statement, then the question
			term.shows("[ ")
		}
		amina.press(c.first)
		bashir.shows(strings.TrimPrefix(c.before, "before: "))
		bashir.press(c.then)
		for _, term := range []*terminal{amina, bashir} {
			term.see("what holds above what was before", above(c.holds, c.before))
		}
		bashir.press("U")
		amina.loses(c.holds)
		amina.loses("before: ")
		amina.shows(strings.TrimPrefix(c.before, "before: "))
		for _, term := range []*terminal{amina, bashir} {
			term.press("\x1b")
			term.shows("Statements 3")
		}
	}
}

// above reports whether a screen shows one text above another.
func above(upper, lower string) func(screen string) bool {
	return func(screen string) bool {
		u, l := strings.Index(screen, upper), strings.Index(screen, lower)
		return u >= 0 && u < l
	}
}

// What an officer has read is read in the next session, and what came since is
// not. An officer who comes for the first time has all that is there behind
// them; what comes after is new.
func TestServeRemembersEachOfficer(t *testing.T) {
	s := serve(t, []string{"Amina", "Bashir"}, nil)
	write(t, s.watched, "first.txt", talks)
	amina := s.connect(0, 120, 40)
	amina.shows("04MAR26")
	for range 3 {
		amina.press("r\t") // all that a pane lists is read
	}
	quit(t, amina)
	write(t, s.watched, "second.txt", strikes)
	amina = s.connect(0, 120, 40)
	amina.see("what came since as new", newIn("03MAR26"))
	if newIn("04MAR26")(amina.text()) {
		t.Errorf("what was read is unread:\n%s", amina.text())
	}
	bashir := s.connect(1, 120, 40)
	bashir.shows("03MAR26")
	if strings.Contains(bashir.text(), "NEW") {
		t.Errorf("what was there before an officer first came is unread:\n%s", bashir.text())
	}
	write(t, s.watched, "third.txt", strings.ReplaceAll(talks, "March 4", "March 5"))
	bashir.see("what comes after as new", newIn("05MAR26"))
	quit(t, amina)
	quit(t, bashir)
}

// newIn reports whether a screen has a row of a day that is marked as new.
func newIn(day string) func(screen string) bool {
	return func(screen string) bool {
		for row := range strings.Lines(screen) {
			if strings.Contains(row, day) && strings.Contains(row, "NEW") {
				return true
			}
		}
		return false
	}
}

// Words that are added to a served desk hold after SIGHUP, also for what was
// read before; broken ones change nothing.
func TestServeReadsItsWordsAnew(t *testing.T) {
	s := serve(t, []string{"Amina"}, nil)
	write(t, s.watched, "story.txt", "River Guards deny attack on the barrage\n\nPublished March 4, 2026\n\n"+
		"The River Guards denied on Wednesday that they had attacked the barrage near Kunduz.\n")
	amina := s.connect(0, 120, 40)
	amina.shows("04MAR26")
	words := filepath.Join(s.desk, "lexicon")
	if err := os.Mkdir(words, 0o700); err != nil {
		t.Fatal(err)
	}
	hangUp := func(says string) {
		t.Helper()
		if err := s.process.Signal(syscall.SIGHUP); err != nil {
			t.Fatal(err)
		}
		s.until(says, func() bool { return strings.Contains(s.logged(), says) })
	}
	write(t, words, "river.toml", "[[question]]\nid = \"dam\"\ntext = \"Will the dam be built?\"\nstanding = true\nabout = [\"barrage + attacked\"]\n")
	hangUp("were read anew")
	amina.shows("Will the dam be built?")
	amina.shows("DENIED") // by what was read before
	write(t, words, "broken.toml", "[[question]]\n")
	hangUp("nothing has changed")
	amina.shows("Will the dam be built?")
}

// A configuration that is wrong changes nothing, nor do the keys that come with it.
func TestServeKeepsTheConfigurationThatIsGood(t *testing.T) {
	file := filepath.Join(t.TempDir(), "config.toml")
	write(t, filepath.Dir(file), "config.toml", "theme = \"dark\"\n")
	s := serve(t, []string{"Amina", "Bashir"}, func(c *exec.Cmd) { c.Args = append(c.Args, "--config", file) })
	bashir := s.connect(1, 120, 40)
	write(t, filepath.Dir(file), "config.toml", "theme = \"dark\"\n\n[keys]\nstarr = [\"S\"]\n")
	s.authorize("Amina")
	if err := s.process.Signal(syscall.SIGHUP); err != nil {
		t.Fatal(err)
	}
	s.until("a refusal", func() bool { return strings.Contains(s.logged(), `there is no action`) })
	write(t, s.watched, "story.txt", talks)
	bashir.shows("04MAR26")
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

// Five officers with a process each share a desk folder: each sees what the
// others write, and of two who say something else of one thing both.
func TestFiveProcessesOfOneDesk(t *testing.T) {
	watched, desk := newDesk(t)
	write(t, watched, "story.txt", talks)
	var terms []*terminal
	for range 5 {
		term := start(t, 120, 40, "--dir", watched, "--desk", desk)
		term.hasRead("1 document")
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
	terms[0].press(":rate 2\r")
	terms[1].shows("rate-claim 2")
	terms[1].press(":rate 5\r")
	for _, term := range terms {
		term.see("what holds above what was before", above("rate-claim 5", "before: rate-claim 2"))
	}
	write(t, watched, "second.txt", strikes)
	for _, term := range terms {
		term.shows("2 documents")
		quit(t, term)
	}
}
