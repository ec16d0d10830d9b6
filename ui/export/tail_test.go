package export_test

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"testing"

	"github.com/spf13/pflag"

	"crisisdesk/model"
	"crisisdesk/ui/export"
)

// following runs a tail with a command line until the test ends it.
func following(t *testing.T, board *model.Board, out io.Writer, args ...string) (end func() error) {
	t.Helper()
	flags := pflag.NewFlagSet("tail", pflag.ContinueOnError)
	asked := export.AddTailFlags(flags)
	if err := flags.Parse(args); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { ended <- asked.Follow(ctx, out, io.Discard, board, t.TempDir()) }()
	return func() error {
		cancel()
		return <-ended
	}
}

// With --to, what changes is appended to a file, and standard output is silent.
func TestTailAppendsToAFile(t *testing.T) {
	file := filepath.Join(t.TempDir(), "changes.jsonl")
	if err := os.WriteFile(file, []byte(`{"type":"withdrawn","of":"incident","id":"of yesterday"}`+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	board := model.NewBoard(nil)
	var out bytes.Buffer
	end := following(t, board, &out, "--to", file, "--where", "kind:airstrike", "--tlp", "amber")
	board.Apply(nil, model.Progress{Complete: true})
	n := 0
	within(t, "a line", func() bool { // the tail may not have seen the board yet as it was before
		if n++; n%20 == 1 {
			come(board, n/20)
		}
		text, err := os.ReadFile(file)
		return err == nil && bytes.HasSuffix(text, []byte("\n")) && len(validate(t, text)) == 3 // of yesterday, a document and its incident
	})
	if err := end(); err != nil || out.Len() > 0 {
		t.Errorf("standard output got %q; %v", &out, err)
	}
}

// A tail whose reader takes nothing ends when it is to end.
func TestTailEndsWithAReaderThatHangs(t *testing.T) {
	board := model.NewBoard(nil)
	board.Apply(nil, model.Progress{Complete: true})
	_, hangs := io.Pipe()
	reached := make(chan bool, 100_000)
	end := following(t, board, told{hangs, reached})
	for n := 0; len(reached) == 0; n = (n + 1) % len(arriving()) {
		come(board, n)
	}
	if err := end(); err != nil {
		t.Error(err)
	}
}

// told is a writer that says when it is written to.
type told struct {
	io.Writer
	reached chan<- bool
}

func (w told) Write(b []byte) (int, error) {
	w.reached <- true
	return w.Writer.Write(b)
}

// Characters that a terminal would obey are spelt out in JSON, and mean the same.
func TestJSONLinesHoldNothingThatATerminalObeys(t *testing.T) {
	for _, words := range append(hostile, "\u009b31m", "a\x7fb", "\u2066x\u2069", "tag \U000e0041", "“quoted” – and more") {
		s := hostileDesk(words)
		for name, write := range map[string]func(io.Writer) error{
			"jsonl": func(w io.Writer) error { return export.JSONL(w, s, "") },
			"stix":  func(w io.Writer) error { return export.STIX(w, s, "") },
		} {
			var out bytes.Buffer
			if err := write(&out); err != nil {
				t.Fatal(err)
			}
			if i := bytes.IndexFunc(out.Bytes(), obeyed); i >= 0 {
				t.Errorf("%s of %q has %q", name, words, out.Bytes()[i:i+4])
			}
			if name == "jsonl" && textOfFirst(t, out.Bytes(), "statement") != words {
				t.Errorf("%q came out as %q", words, textOfFirst(t, out.Bytes(), "statement"))
			}
		}
	}
}

// textOfFirst is the text of the first line of a type.
func textOfFirst(t *testing.T, lines []byte, kind string) string {
	t.Helper()
	validate(t, lines)
	for line := range bytes.Lines(lines) {
		var r map[string]any
		if err := json.Unmarshal(line, &r); err != nil {
			t.Fatal(err)
		}
		if r["type"] == kind {
			return r["text"].(string)
		}
	}
	return ""
}

// obeyed reports whether a terminal does something for r other than show it;
// lines may end.
func obeyed(r rune) bool {
	return r != '\n' && (r < ' ' || r >= 0x7f && r < 0xa0 || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 || r >= 0xe0000 && r < 0xe0080)
}
