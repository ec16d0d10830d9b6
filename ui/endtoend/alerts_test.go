package endtoend

import (
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
	run.Stderr = os.Stderr
	if err := run.Start(); err != nil {
		t.Fatal(err)
	}
	defer run.Process.Kill()
	var told []byte
	for n, end := 0, time.Now().Add(2*time.Minute); len(told) == 0; n++ { // the first may come before the folder was read
		if time.Now().After(end) {
			t.Fatal("no alert within two minutes")
		}
		write(t, watched, fmt.Sprintf("strikes%d.txt", n), strings.ReplaceAll(strikes, "14 militants", fmt.Sprint(20+n, " militants")))
		time.Sleep(2 * time.Second)
		told, _ = os.ReadFile(to)
	}
	if !strings.HasPrefix(string(told), `{"type":"alert","name":"blood","item":{"type":"incident"`) {
		t.Errorf("the file holds %s", told)
	}
	if err := run.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	if err := run.Wait(); err != nil {
		t.Errorf("the program ended with %v", err)
	}
}
