//go:build unix

package export_test

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"crisisdesk/model"
	"crisisdesk/ui/config"
	"crisisdesk/ui/export"
)

// Alerts go to a file or a socket, and never into the folder that is watched.
func TestWhatAlertsMayNotBeWrittenTo(t *testing.T) {
	watched, other := t.TempDir(), t.TempDir()
	if err := syscall.Mkfifo(filepath.Join(other, "pipe"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(watched, filepath.Join(other, "link")); err != nil {
		t.Fatal(err)
	}
	for to, want := range map[string]string{
		filepath.Join(watched, "alerts.json"):         "lies in the folder that is watched",
		filepath.Join(other, "link", "alerts.json"):   "lies in the folder that is watched",
		filepath.Join(watched, "gone", "alerts.json"): "lies in the folder that is watched",
		filepath.Join(other, "pipe"):                  "neither a file nor a socket",
		other:                                         "neither a file nor a socket",
	} {
		err := export.Alert(t.Context(), model.NewBoard(nil), []config.Alert{{Name: "x", To: to}}, watched)
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %q", to, err, want)
		}
	}
}
