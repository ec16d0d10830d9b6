package endtoend

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// folders are those whose exports are held against their files: the seeds, and
// what of the shared documents is there.
var folders = []string{
	filepath.Join(repository, "seeds"),
	filepath.Join(shared, "seeds"),
	filepath.Join(shared, "corpus", "docs"),
}

// export runs the command with so many threads.
func export(t *testing.T, dir string, threads int) []byte {
	t.Helper()
	run := exec.Command(program, "export", "--dir", dir)
	run.Env = append(os.Environ(), fmt.Sprintf("GOMAXPROCS=%d", threads))
	out, err := run.Output()
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// Every start and end of an export cuts exactly its text out of the file.
func TestSpansCutTheirText(t *testing.T) {
	for _, dir := range folders {
		t.Run(dir, func(t *testing.T) {
			if _, err := os.Stat(dir); err != nil {
				t.Skip("there is no " + dir)
			}
			if n := cutSpans(t, dir, export(t, dir, 2)); n < 20 {
				t.Errorf("only %d spans were looked at", n)
			}
		})
	}
}

// The spans of a file that is no text in UTF-8 point into what show prints of it.
func TestSpansCutTheTextOfOtherFormats(t *testing.T) {
	if n := cutSpans(t, formats, export(t, formats, 2)); n < 10 {
		t.Errorf("only %d spans were looked at", n)
	}
}

// formats is a folder with a file of each format.
var formats = filepath.FromSlash("../../feed/document/testdata/formats")

// Bytes that are no UTF-8 are in the file and not in JSON: the text has U+FFFD
// for each, and the span still cuts the bytes.
func TestSpansCutBytesThatAreNotText(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "story.txt", strings.Replace(strikes, "killed civilians", "killed \xff civilians \xc3\xe2\x80 in Nangarh\xe4r – a province –", 1))
	if n := cutSpans(t, dir, export(t, dir, 2)); n < 3 {
		t.Errorf("only %d spans were looked at", n)
	}
}

func TestExportIsTheSameOnAnyNumberOfCores(t *testing.T) {
	for _, dir := range folders[:2] {
		if _, err := os.Stat(dir); err != nil {
			t.Log("there is no " + dir)
			continue
		}
		first := export(t, dir, 1)
		for _, threads := range []int{1, 2, 4} {
			if !bytes.Equal(export(t, dir, threads), first) {
				t.Errorf("%s: the export differs with GOMAXPROCS=%d", dir, threads)
			}
		}
	}
}

// stretch is what a record of an export points at.
type stretch struct {
	Document   string
	Start, End int
	Text       *string // nil where it has none of its own
	Surface    string  // the text of a speaker
}

// record is what the lines of an export have that points into files.
type record struct {
	Type, ID, Path string
	Text           json.RawMessage
	Speaker        stretch
	Cue            *stretch
	Evidence       []stretch
	Casualties     []struct{ Evidence []stretch }
}

// cutSpans holds every stretch of an export against the files in dir and
// counts those that have a text.
func cutSpans(t *testing.T, dir string, out []byte) int {
	t.Helper()
	files, spans := map[string][]byte{}, 0
	for line := range bytes.Lines(out) {
		var r record
		if err := json.Unmarshal(line, &r); err != nil {
			t.Fatalf("%v in %s", err, line)
		}
		if r.Type == "document" {
			raw := textOf(t, dir, r.Path)
			files[r.Path] = raw
			var kept [][2]int
			if err := json.Unmarshal(r.Text, &kept); err != nil {
				t.Fatal(err)
			}
			at := 0
			for _, k := range kept {
				if k[0] < at || k[1] <= k[0] || k[1] > len(raw) {
					t.Errorf("%s: the kept stretch %v after byte %d of %d", r.Path, k, at, len(raw))
				}
				at = k[1]
			}
			continue
		}
		for _, s := range r.stretches() {
			raw, ok := files[s.Document]
			switch {
			case !ok:
				t.Errorf("%s %s points into %q, which is not exported", r.Type, r.ID, s.Document)
			case s.Start < 0 || s.End <= s.Start || s.End > len(raw):
				t.Errorf("%s %s points at bytes %d to %d of %s, which has %d", r.Type, r.ID, s.Start, s.End, s.Document, len(raw))
			case s.Text != nil:
				spans++
				if words := asJSON(raw[s.Start:s.End]); words != *s.Text {
					t.Errorf("%s %s says %q; bytes %d to %d of %s are %q", r.Type, r.ID, *s.Text, s.Start, s.End, s.Document, words)
				}
			}
		}
	}
	return spans
}

// textOf is what spans of a document point into.
func textOf(t *testing.T, dir, path string) []byte {
	t.Helper()
	path = filepath.Join(dir, filepath.FromSlash(path))
	if dir != formats {
		raw, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		return raw
	}
	text, err := exec.Command(program, "show", path, "--text").Output()
	if err != nil {
		t.Fatalf("show %s: %v", path, err)
	}
	return text
}

// stretches are all that a record points at. A speaker and a cue lie in the
// document of the words.
func (r record) stretches() []stretch {
	out := r.Evidence
	for _, c := range r.Casualties {
		out = append(out, c.Evidence...)
	}
	if len(r.Evidence) == 0 {
		return out
	}
	if sp := r.Speaker; sp.End > sp.Start || sp.Surface != "" {
		out = append(out, stretch{Document: r.Evidence[0].Document, Start: sp.Start, End: sp.End, Text: &sp.Surface})
	}
	if r.Cue != nil {
		out = append(out, stretch{Document: r.Evidence[0].Document, Start: r.Cue.Start, End: r.Cue.End})
	}
	return out
}

// asJSON is text with U+FFFD for each byte that is not UTF-8.
func asJSON(raw []byte) string {
	return string([]rune(string(raw)))
}
