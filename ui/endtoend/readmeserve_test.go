package endtoend

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// readmeBlock is the first block of a kind in the README in which words stand.
func readmeBlock(t *testing.T, kind, words string) string {
	t.Helper()
	readme, err := os.ReadFile(filepath.Join(repository, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range regexp.MustCompile("(?s)```"+kind+"\n(.*?)```").FindAllSubmatch(readme, -1) {
		if block := string(m[1]); strings.Contains(block, words) {
			return strings.ReplaceAll(block, "\n   ", "\n") // of a list
		}
	}
	t.Fatalf("the README has no block of %s with %q", kind, words)
	return ""
}

// The configuration of a served desk that the README gives is a good one.
func TestReadmeConfiguresServe(t *testing.T) {
	file := filepath.Join(t.TempDir(), "config.toml")
	if err := os.WriteFile(file, []byte(readmeBlock(t, "toml", "[serve]")), 0o600); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command(program, "config", "check", "--config", file).CombinedOutput(); err != nil {
		t.Errorf("%v: %s", err, out)
	}
}

// The unit that the README gives is one that systemd understands.
func TestReadmeUnit(t *testing.T) {
	if _, err := exec.LookPath("systemd-analyze"); err != nil {
		t.Skip("systemd is not installed: no systemd-analyze")
	}
	unit := readmeBlock(t, "ini", "[Service]")
	installed := "/usr/local/bin/crisisdesk"
	if !strings.Contains(unit, installed) {
		t.Fatalf("the unit does not start %s:\n%s", installed, unit)
	}
	file := filepath.Join(t.TempDir(), "crisisdesk.service")
	if err := os.WriteFile(file, []byte(strings.ReplaceAll(unit, installed, program)), 0o600); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command("systemd-analyze", "verify", file).CombinedOutput(); err != nil || strings.Contains(string(out), "crisisdesk") {
		t.Errorf("systemd-analyze verify: %v\n%s", err, out)
	}
}
