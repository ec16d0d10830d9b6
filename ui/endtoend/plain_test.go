package endtoend

import (
	"bufio"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"
)

// Without a terminal, --plain tells what there is and what comes, a line each,
// until it is asked to end.
func TestPlainTellsWhatComes(t *testing.T) {
	watched, desk := newDesk(t)
	write(t, watched, "talks.txt", talks)
	run := exec.Command(program, "--plain", "--dir", watched, "--desk", desk)
	run.Env = append(os.Environ(), "TERM=dumb")
	out, err := run.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := run.Start(); err != nil {
		t.Fatal(err)
	}
	defer run.Process.Kill()
	lines := bufio.NewScanner(out)
	until := func(words string) {
		t.Helper()
		for lines.Scan() {
			if strings.Contains(lines.Text(), words) {
				return
			}
		}
		t.Fatalf("the stream ended before %q", words)
	}
	until("READ 1 document")
	until("at Doha")
	write(t, watched, "strikes.txt", strikes)
	until("NEW incident")
	until("killed civilians")
	if err := run.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	for lines.Scan() {
	}
	if err := run.Wait(); err != nil {
		t.Errorf("the stream ended with %v", err)
	}
}
