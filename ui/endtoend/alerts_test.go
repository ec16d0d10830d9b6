package endtoend

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// An alert of the configuration is written to its file when something comes
// that it is for.
func TestAlertsReachTheirFile(t *testing.T) {
	watched, desk := newDesk(t)
	write(t, watched, "talks.txt", talks)
	to := filepath.Join(t.TempDir(), "alerts.jsonl")
	file := filepath.Join(t.TempDir(), "config.toml")
	settings := fmt.Sprintf("[[alerts]]\nname = \"blood\"\nwhere = \"kind:airstrike\"\nto = %q\n", to)
	if err := os.WriteFile(file, []byte(settings), 0o600); err != nil {
		t.Fatal(err)
	}
	run := exec.Command(program, "--plain", "--config", file, "--dir", watched, "--desk", desk)
	out, err := run.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := run.Start(); err != nil {
		t.Fatal(err)
	}
	defer run.Process.Kill()
	lines := bufio.NewScanner(out)
	for lines.Scan() && !strings.Contains(lines.Text(), "READ 1 document") {
	}
	write(t, watched, "strikes.txt", strikes)
	for lines.Scan() && !strings.Contains(lines.Text(), "killed civilians") {
	}
	var written []byte
	for end := time.Now().Add(time.Minute); len(written) == 0 && time.Now().Before(end); time.Sleep(10 * time.Millisecond) {
		written, _ = os.ReadFile(to)
	}
	if !strings.HasPrefix(string(written), `{"type":"alert","name":"blood","news":"new","item":{"type":"incident"`) {
		t.Errorf("the file holds %s", written)
	}
	if err := run.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	if err := run.Wait(); err != nil {
		t.Errorf("the program ended with %v", err)
	}
}
