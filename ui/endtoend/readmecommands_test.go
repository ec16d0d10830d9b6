package endtoend

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// command is what stands in the README in backquotes or in a line of a sh
// block: a call of the program.
var command = regexp.MustCompile("(?m)^(?:go run \\.|crisisdesk) ([a-z][^\n#]*)|`crisisdesk ([a-z][^`]*)`")

// The commands of the README do what it says: each runs, and with success.
// Those that never end, or need a screen, are given no time.
func TestREADMECommandsRun(t *testing.T) {
	text, err := os.ReadFile(filepath.Join(repository, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	seeds, err := filepath.Abs(filepath.Join(repository, "seeds"))
	if err != nil {
		t.Fatal(err)
	}
	stands := strings.NewReplacer("FILE/ITEM", filepath.Join(seeds, "2026-02-27-digest.md"), "DIR", seeds, "FILE", filepath.Join(seeds, "2026-02-27-digest.md"), " ID", " ttp", "'", "")
	found := 0
	for _, m := range command.FindAllStringSubmatch(string(text), -1) {
		line := m[1] + m[2]
		args := strings.Fields(line)
		switch args[0] {
		case "tail", "serve": // never end
			continue
		case "check": // is about a desk that has read the folder
			continue
		case "man":
			line = "man " + t.TempDir()
		}
		found++
		run := exec.Command(program, strings.Fields(stands.Replace(line))...)
		run.Env = append(os.Environ(), "CRISISDESK_DIR="+seeds, "XDG_STATE_HOME="+t.TempDir(), "XDG_CONFIG_HOME="+t.TempDir())
		if out, err := run.CombinedOutput(); err != nil {
			t.Errorf("%s: %v\n%.500s", line, err, out)
		}
	}
	if found < 10 {
		t.Errorf("only %d commands were found: is the README written otherwise?", found)
	}
}
