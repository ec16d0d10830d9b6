package command_test

import (
	"bytes"
	"compress/gzip"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"crisisdesk/ui/command"
)

var update = flag.Bool("update", false, "collect the licences anew")

// Every module that is built in is there, with the licence that lies beside it.
func TestLicencesAreThoseOfWhatIsBuiltIn(t *testing.T) {
	if testing.Short() {
		t.Skip("asks the Go command for every module")
	}
	want := collect(t)
	if *update {
		var packed bytes.Buffer
		z, err := gzip.NewWriterLevel(&packed, gzip.BestCompression)
		if err != nil {
			t.Fatal(err)
		}
		z.Write([]byte(want))
		z.Close()
		if err := os.WriteFile("licences.txt.gz", packed.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	got, err := command.Licences("ours")
	if err != nil {
		t.Fatal(err)
	}
	if got != "ours\n"+want {
		t.Error("a module has come, gone or changed: run this test with -update")
	}
}

// collect puts the licences of all modules that the program links together,
// each text once, after the modules that it is of.
func collect(t *testing.T) string {
	t.Helper()
	list := exec.Command("go", "list", "-deps", "-f", "{{with .Module}}{{if not .Main}}{{.Path}}\t{{.Dir}}{{end}}{{end}}", "crisisdesk")
	out, err := list.Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	modules := strings.Fields(strings.ReplaceAll(string(out), "\t", "|"))
	slices.Sort(modules)
	of := map[string][]string{}
	for _, m := range slices.Compact(modules) {
		path, dir, _ := strings.Cut(m, "|")
		files, err := filepath.Glob(filepath.Join(dir, "[LCN][IO][CPT][EYI][NIC]*"))
		if err != nil || len(files) == 0 {
			t.Fatalf("%s has no licence in %s", path, dir)
		}
		var text strings.Builder
		for _, f := range files {
			b, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			text.Write(bytes.TrimSpace(b))
			text.WriteString("\n\n")
		}
		of[text.String()] = append(of[text.String()], path)
	}
	texts := make([]string, 0, len(of))
	for text := range of {
		texts = append(texts, text)
	}
	slices.SortFunc(texts, func(a, b string) int { return strings.Compare(of[a][0], of[b][0]) })
	var all strings.Builder
	for _, text := range texts {
		fmt.Fprintf(&all, "%s\n\n%s\n", strings.Join(of[text], "\n"), text)
	}
	return all.String()
}
