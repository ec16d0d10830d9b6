package endtoend

import (
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// The README's tables name the tests that show what they promise: each is there.
func TestReadmeNamesTestsThatExist(t *testing.T) {
	readme, err := os.ReadFile(filepath.Join(repository, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	there := map[string]bool{}
	function := regexp.MustCompile(`(?m)^func ((?:Test|Fuzz|Benchmark)\w+)\(`)
	err = filepath.WalkDir(repository, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || !strings.HasSuffix(path, "_test.go") {
			return err
		}
		source, err := os.ReadFile(path)
		for _, m := range function.FindAllSubmatch(source, -1) {
			there[string(m[1])] = true
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	named := regexp.MustCompile("`((?:Test|Fuzz|Benchmark)[A-Z]\\w*)(…?)").FindAllSubmatch(readme, -1)
	if len(named) < 20 {
		t.Fatalf("the README names %d tests", len(named))
	}
	for _, m := range named {
		name, any := string(m[1]), len(m[2]) > 0 // "TestRefused…" stands for all that begin so
		begins := func(test string) bool { return strings.HasPrefix(test, name) }
		if !there[name] && !(any && slices.ContainsFunc(slices.Collect(maps.Keys(there)), begins)) {
			t.Errorf("the README names %s, which is not there", m[0])
		}
	}
}
