package export_test

import (
	"bufio"
	"encoding/json"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"crisisdesk/model"
	"crisisdesk/ui/config"
	"crisisdesk/ui/export"
)

// alerted is a board that has been read, with alerts of strikes and denials
// that are written to a path.
func alerted(t *testing.T, to string) *model.Board {
	t.Helper()
	board := model.NewBoard(nil)
	board.Apply(manyUpdates(3), model.Progress{Complete: true})
	err := export.Alert(t.Context(), board, []config.Alert{
		{Name: "strikes", Where: "kind:airstrike is:unread", To: to}, {Name: "denials", Where: "act:deny", To: to}, {Name: "on the screen", Where: "strike"},
	}, t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	return board
}

// arriving are many documents, to come one by one.
var arriving = sync.OnceValue(func() []model.Update { return manyUpdates(3_000) })

// come brings the nth of them to a board.
func come(board *model.Board, n int) {
	board.Apply(arriving()[n:n+1], model.Progress{Complete: true})
}

// alertOf is the name of the alert in a line that meets the schema, the place
// of the incident that it is about, and whether there is more of it.
func alertOf(t *testing.T, line string) string {
	t.Helper()
	validate(t, []byte(line))
	var a struct {
		Name, News string
		Item       struct{ Places []struct{ Name string } }
	}
	if err := json.Unmarshal([]byte(line), &a); err != nil {
		t.Fatal(err)
	}
	for _, p := range a.Item.Places {
		a.Name += ", " + p.Name
	}
	if a.News != "new" {
		a.Name += ", " + a.News
	}
	return a.Name
}

// within waits for what a busy machine may take long for.
func within(t *testing.T, what string, done func() bool) {
	t.Helper()
	for end := time.Now().Add(time.Minute); !done(); time.Sleep(5 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatal(what + ": not within a minute")
		}
	}
}

// What is new and meets a filter is written, and what there is more of. What lay
// there at the start is not, nor what goes.
func TestAlertsAreAppendedToAFile(t *testing.T) {
	file := filepath.Join(t.TempDir(), "alerts.jsonl")
	board := alerted(t, file)
	var got []string
	grown := func(n int) {
		t.Helper()
		within(t, fmt.Sprint(n, " alerts"), func() bool {
			text, _ := os.ReadFile(file)
			lines := strings.SplitAfter(string(text), "\n")
			if len(lines) <= n {
				return false
			}
			for _, line := range lines[len(got) : len(lines)-1] {
				got = append(got, alertOf(t, line))
			}
			return true
		})
	}
	come(board, 3)
	grown(1)
	board.Apply([]model.Update{{Path: "3.txt", Removed: true}, {Path: "2.txt", Removed: true}}, model.Progress{Complete: true})
	board.Apply(deskUpdates(), model.Progress{Complete: true})
	grown(3)
	if want := []string{"strikes, Place 3", "strikes, Kabul, Zarkhel", "denials"}; !cmp.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if info, err := os.Stat(file); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the file: %v, %v", info.Mode(), err)
	}
	if err := os.Rename(file, file+".1"); err != nil {
		t.Fatal(err)
	}
	got = nil
	come(board, 5)
	grown(1)
	come(board, 2101) // tells of the place and day of the first
	grown(2)
	if want := []string{"strikes, Place 5", "strikes, Place 1, more"}; !cmp.Equal(got, want) {
		t.Errorf("after the file was moved away: got %q, want %q", got, want)
	}
}

// A socket that nobody reads holds nothing up: the board takes what comes, and
// who reads at last is told of all of it.
func TestASocketThatNobodyReadsHoldsNothingUp(t *testing.T) {
	path := filepath.Join(t.TempDir(), "alerts.sock")
	board := alerted(t, path)
	come(board, 3)
	warned := func() bool { return len(board.Snapshot().Problems) > 0 }
	within(t, "a word that nobody listens", warned)
	listener, err := net.Listen("unix", path)
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	conn, err := listener.Accept()
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	in := bufio.NewReader(conn)
	told := func() string {
		t.Helper()
		conn.SetReadDeadline(time.Now().Add(time.Minute))
		line, err := in.ReadString('\n')
		if err != nil {
			t.Fatal(err)
		}
		return alertOf(t, line)
	}
	if got := told(); got != "strikes, Place 3" {
		t.Errorf("first came %q", got)
	}
	within(t, "a word that all is well", func() bool { return !warned() })
	const many = 700 // as many places as there are; more than a socket holds
	for n := 4; n < many; n++ {
		come(board, n)
	}
	within(t, "a word that nobody reads", warned)
	times := map[string]int{}
	for range many - 4 {
		times[told()]++
	}
	for n := 4; n < many; n++ {
		if strike := fmt.Sprint("strikes, Place ", n); times[strike] != 1 {
			t.Errorf("%s was told %d times", strike, times[strike])
		}
	}
	within(t, "a word that all is well", func() bool { return !warned() })
}

// When a reader goes away, the next one is told what comes.
func TestAlertsGoToTheNextReader(t *testing.T) {
	path := filepath.Join(t.TempDir(), "alerts.sock")
	listener, err := net.Listen("unix", path)
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	board := alerted(t, path)
	come(board, 3)
	first, err := listener.Accept()
	if err != nil {
		t.Fatal(err)
	}
	first.Read(make([]byte, 10))
	first.Close()
	come(board, 4)
	next, err := listener.Accept()
	if err != nil {
		t.Fatal(err)
	}
	defer next.Close()
	line, err := bufio.NewReader(next).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	if got := alertOf(t, line); got != "strikes, Place 4" {
		t.Errorf("the next reader was told %q", got)
	}
}
