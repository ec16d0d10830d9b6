package endtoend

import (
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write the golden files anew")

// What every format makes of the sample documents. Whoever changes what is
// extracted writes them anew with -update and looks at the difference.
func TestSeedsInEveryFormat(t *testing.T) {
	if testing.Short() {
		t.Skip("what is extracted may be changing")
	}
	seeds := filepath.Join(repository, "seeds")
	brief := []string{"brief", "--desk", "off", "--since", "2025-10-01", "--until", "2025-10-31"}
	for name, args := range map[string][]string{
		"seeds.jsonl":     {"export"},
		"incidents.csv":   {"export", "--format", "csv"},
		"figures.csv":     {"export", "--format", "csv", "--kind", "figures"},
		"statements.csv":  {"export", "--format", "csv", "--kind", "statements"},
		"questions.csv":   {"export", "--format", "csv", "--kind", "questions"},
		"documents.csv":   {"export", "--format", "csv", "--kind", "documents"},
		"seeds.stix.json": {"export", "--format", "stix", "--tlp", "green"},
		"brief.md":        brief,
		"brief.txt":       append(brief[:len(brief):len(brief)], "--format", "text"),
		"brief.html":      append(brief[:len(brief):len(brief)], "--format", "html", "--tlp", "amber"),
	} {
		t.Run(name, func(t *testing.T) {
			run := exec.Command(program, append(args[:len(args):len(args)], "--dir", seeds)...)
			run.Stderr = os.Stderr
			got, err := run.Output()
			if err != nil {
				t.Fatal(err)
			}
			golden := filepath.Join("testdata", "seeds", name)
			if *update {
				if err := os.WriteFile(golden, got, 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), string(got)); diff != "" {
				t.Errorf("differs from %s (- want, + got):\n%.4000s", golden, diff)
			}
		})
	}
}
