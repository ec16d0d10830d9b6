package endtoend

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// newDesk names a watched folder and a desk folder.
func newDesk(t *testing.T) (watched, desk string) {
	t.Helper()
	dir := t.TempDir()
	watched = filepath.Join(dir, "incoming")
	if err := os.Mkdir(watched, 0o700); err != nil {
		t.Fatal(err)
	}
	return watched, filepath.Join(dir, "desk")
}

func quit(t testing.TB, term *terminal) {
	t.Helper()
	term.press("q")
	if err := term.end(); err != nil {
		t.Errorf("q ended the program with %v", err)
	}
}

// What an officer wrote is there the next day, what came meanwhile is unread,
// and what was removed meanwhile has gone.
func TestTheDeskRemembers(t *testing.T) {
	watched, desk := newDesk(t)
	write(t, watched, "first.txt", talks)
	write(t, watched, "passing.txt", strings.ReplaceAll(strikes, "Nangarhar", "Paktika"))
	term := start(t, 120, 40, "--dir", watched, "--desk", desk)
	term.hasRead("2 documents")
	term.press("s")
	term.shows("starred (U takes it back)")
	term.press("a")
	term.shows("note: ")
	term.press("ask the consulate\r")
	term.shows("noted (U takes it back)")
	quit(t, term)

	if err := os.Remove(filepath.Join(watched, "passing.txt")); err != nil {
		t.Fatal(err)
	}
	write(t, watched, "second.txt", strikes)
	term = start(t, 120, 40, "--dir", watched, "--desk", desk)
	term.shows("Nangarhar")
	term.shows("unread")
	term.loses("Paktika")
	quit(t, term)

	for _, name := range []string{"journals", "read", "facts.db"} {
		info, err := os.Stat(filepath.Join(desk, name))
		if err != nil {
			t.Fatal(err)
		}
		if info.Mode().Perm()&0o077 != 0 {
			t.Errorf("%s is open to others: %v", name, info.Mode())
		}
	}
	journals, err := filepath.Glob(filepath.Join(desk, "journals", "*.jsonl"))
	if err != nil || len(journals) != 1 {
		t.Fatalf("journals %v, %v", journals, err)
	}
	journal, err := os.ReadFile(journals[0])
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(journal), "ask the consulate") {
		t.Errorf("the journal does not hold the note:\n%s", journal)
	}
}

// What one process is told another shows within the second.
func TestTwoScreensOfOneDesk(t *testing.T) {
	watched, desk := newDesk(t)
	write(t, watched, "story.txt", talks)
	one := start(t, 120, 40, "--dir", watched, "--desk", desk)
	other := start(t, 120, 40, "--dir", watched, "--desk", desk)
	for _, term := range []*terminal{one, other} {
		term.hasRead("1 document")
	}
	other.press("\r")
	other.shows("story.txt")
	one.press("aheld for the morning brief\r")
	one.shows("noted")
	other.shows("held for the morning brief")
	one.press("U")
	one.shows("taken back")
	other.loses("held for the morning brief")
	quit(t, one)
	other.press("q")
	if err := other.end(); err != nil {
		t.Error(err)
	}
}

func TestWithoutADeskNothingIsKept(t *testing.T) {
	watched, desk := newDesk(t)
	write(t, watched, "story.txt", talks)
	term := start(t, 120, 40, "--dir", watched, "--desk", "off")
	term.shows("04MAR26")
	term.press("s")
	term.shows("there is no desk folder")
	quit(t, term)
	if _, err := os.Stat(desk); err == nil {
		t.Error("a desk folder was made")
	}
}

var kills = flag.Int("kills", 6, "how often TestKilledInTheMiddle kills the program")

// A program that is killed while documents arrive and an officer writes loses
// no note that it has acknowledged, and shows the folder again.
func TestKilledInTheMiddle(t *testing.T) {
	watched, desk := newDesk(t)
	for n := range *kills {
		write(t, watched, "story.txt", strings.ReplaceAll(talks, "Doha", fmt.Sprintf("Doha%d", n)))
		term := start(t, 120, 40, "--dir", watched, "--desk", desk)
		term.shows(fmt.Sprintf("Doha%d", n))
		for k := range n % 4 {
			write(t, watched, fmt.Sprintf("more%d.txt", k), strings.ReplaceAll(strikes, "Nangarhar", fmt.Sprintf("Khost%d-%d", n, k)))
		}
		term.press(fmt.Sprintf("anote %d\r", n))
		term.shows("noted")
		if err := term.process.Kill(); err != nil {
			t.Fatal(err)
		}
		term.end()
	}
	journals, err := filepath.Glob(filepath.Join(desk, "journals", "*.jsonl"))
	if err != nil || len(journals) != 1 {
		t.Fatalf("journals %v, %v", journals, err)
	}
	journal, err := os.ReadFile(journals[0])
	if err != nil {
		t.Fatal(err)
	}
	for n := range *kills {
		if !strings.Contains(string(journal), fmt.Sprintf(`"note %d"`, n)) {
			t.Errorf("note %d is lost", n)
		}
	}
}

// A damaged archive is set aside and told of, and the folder fills a new one.
func TestADamagedArchiveIsSetAside(t *testing.T) {
	watched, desk := newDesk(t)
	write(t, watched, "story.txt", talks)
	term := start(t, 120, 40, "--dir", watched, "--desk", desk)
	term.shows("04MAR26")
	quit(t, term)
	for _, name := range []string{"facts.db-wal", "facts.db-shm"} {
		os.Remove(filepath.Join(desk, name))
	}
	if err := os.WriteFile(filepath.Join(desk, "facts.db"), []byte(strings.Repeat("not a database ", 500)), 0o600); err != nil {
		t.Fatal(err)
	}
	term = start(t, 120, 40, "--dir", watched, "--desk", desk)
	term.shows("04MAR26")
	term.press("!")
	term.shows("set aside")
	quit(t, term)
}
