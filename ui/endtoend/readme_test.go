package endtoend

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// testNames are the names of all tests, fuzz targets and benchmarks.
func testNames(t *testing.T) []string {
	t.Helper()
	var out []string
	function := regexp.MustCompile(`(?m)^func ((?:Test|Fuzz|Benchmark)\w+)\(`)
	err := filepath.WalkDir(repository, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || !strings.HasSuffix(path, "_test.go") {
			return err
		}
		source, err := os.ReadFile(path)
		for _, m := range function.FindAllSubmatch(source, -1) {
			out = append(out, string(m[1]))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// The README's tables name the tests that show what they promise: each is
// there. TestRefused… stands for all that begin so.
func TestReadmeNamesTestsThatExist(t *testing.T) {
	readme, err := os.ReadFile(filepath.Join(repository, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	there := testNames(t)
	named := regexp.MustCompile("`((?:Test|Fuzz|Benchmark)[A-Z]\\w*)(…?)").FindAllSubmatch(readme, -1)
	if len(named) < 20 {
		t.Fatalf("the README names %d tests", len(named))
	}
	for _, m := range named {
		name := string(m[1])
		begins := func(test string) bool { return len(m[2]) > 0 && strings.HasPrefix(test, name) }
		if !slices.Contains(there, name) && !slices.ContainsFunc(there, begins) {
			t.Errorf("the README names %s, which is not there", name)
		}
	}
}

// The rules of the desk, the faults and the threats are tables of which every
// row names a test: who writes a row writes what shows that it holds.
func TestEveryRowOfARuleNamesATest(t *testing.T) {
	readme, err := os.ReadFile(filepath.Join(repository, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	tables := regexp.MustCompile(`(?m)^\|[^\n]+\| test \|\n\|---\|---\|---\|\n((?:\|[^\n]*\n)+)`).FindAllSubmatch(readme, -1)
	if len(tables) < 3 {
		t.Fatalf("%d tables name tests, want those of rules, faults and threats", len(tables))
	}
	named := regexp.MustCompile(`(?:Test|Fuzz)[A-Z]\w*|-run [A-Z]\w*`)
	for _, table := range tables {
		for row := range strings.Lines(string(table[1])) {
			cells := strings.Split(strings.TrimSuffix(strings.TrimSpace(row), "|"), "|")
			if !named.MatchString(cells[len(cells)-1]) {
				t.Errorf("no test shows that it holds: %s", row)
			}
		}
	}
}
