package endtoend

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// Commands end with 0 when they did their work, 1 when it failed and 2 when
// they were called wrongly; standard error says why.
func TestExitCodes(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "story.txt", talks)
	write(t, dir, "empty.txt", "")
	write(t, dir, "story.docx", "PK")
	write(t, dir, "noise.txt", "\x00\x01\x02")
	at := func(name string) string { return filepath.Join(dir, name) }
	for _, c := range []struct {
		args []string
		code int
		says string // on standard error; nothing is said where it is empty
	}{
		{[]string{"--help"}, 0, ""},
		{[]string{"--version"}, 0, ""},
		{[]string{"help", "export"}, 0, ""},
		{[]string{"show", at("story.txt")}, 0, ""},
		{[]string{"show", "--text", at("story.txt")}, 0, ""},
		{[]string{"export", "--dir", dir}, 0, "empty.txt: an empty file"}, // what is not read is told, and no failure

		{[]string{"--dir", dir}, 1, "needs a terminal"},
		{[]string{"--dir", at("nowhere")}, 1, "there is no such folder"},
		{[]string{"--dir", at("story.txt")}, 1, "not a folder"},
		{[]string{"export", "--dir", at("nowhere")}, 1, "there is no such folder"},
		{[]string{"export", "--dir", at("story.txt")}, 1, "not a folder"},
		{[]string{"export", "--dir", ""}, 1, "there is no such folder"},
		{[]string{"show", at("nowhere.txt")}, 1, "no such file"},
		{[]string{"show", at("empty.txt")}, 1, "an empty file"},
		{[]string{"show", at("story.docx")}, 1, ".docx is not a format"},
		{[]string{"show", at("noise.txt")}, 1, "NUL"},
		{[]string{"show", dir}, 1, "a folder"},
		{[]string{"show", filepath.Join(at("nowhere"), "story.txt")}, 1, "no such file"},

		{[]string{"--no-such-flag"}, 2, "--no-such-flag"},
		{[]string{"--dir"}, 2, "--dir"},
		{[]string{"nonsense"}, 2, "nonsense"},
		{[]string{"nonsense\x1b[2J"}, 2, `\x1b`},
		{[]string{"export", "--format", "xml"}, 2, "none of jsonl"},
		{[]string{"export", "story.txt"}, 2, "story.txt"},
		{[]string{"show"}, 2, "arg"},
		{[]string{"show", "a.txt", "b.txt"}, 2, "arg"},
		{[]string{"show", "--no-such-flag", at("story.txt")}, 2, "--no-such-flag"},
	} {
		var out, errs strings.Builder
		run := exec.Command(program, c.args...)
		run.Stdout, run.Stderr = &out, &errs
		err := run.Run()
		var exit *exec.ExitError
		if err != nil && !errors.As(err, &exit) {
			t.Fatal(err)
		}
		if got := run.ProcessState.ExitCode(); got != c.code {
			t.Errorf("%q ended with %d, want %d; it said %q", c.args, got, c.code, errs.String())
		}
		if said := errs.String(); !strings.Contains(said, c.says) || c.says == "" && said != "" || strings.Contains(said, "\x1b") {
			t.Errorf("%q said %q, want %q", c.args, said, c.says)
		}
		if c.code != 0 && out.Len() > 0 {
			t.Errorf("%q failed and printed %q all the same", c.args, out.String())
		}
	}
}

// A disk without room is a failure, not an export cut short in silence.
func TestExportToAFullDisk(t *testing.T) {
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Skip("there is no /dev/full here")
	}
	defer full.Close()
	dir := t.TempDir()
	write(t, dir, "story.txt", talks)
	var errs strings.Builder
	run := exec.Command(program, "export", "--dir", dir)
	run.Stdout, run.Stderr = full, &errs
	run.Run()
	if code := run.ProcessState.ExitCode(); code != 1 || !strings.Contains(errs.String(), "no space left") {
		t.Errorf("the export ended with %d and said %q", code, errs.String())
	}
}
