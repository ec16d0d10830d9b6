package endtoend

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// Imports run one way: main → ui, feed → model.
func TestImportsRunOneWay(t *testing.T) {
	may := map[string][]string{
		"model": {"model"},
		"ui":    {"ui", "model"},
		"feed":  {"feed", "model"},
		".":     {"ui", "feed", "model"},
	}
	files := 0
	err := filepath.WalkDir(repository, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || filepath.Ext(path) != ".go" || strings.HasSuffix(path, "_test.go") {
			return err
		}
		rel, err := filepath.Rel(repository, path)
		if err != nil {
			return err
		}
		files++
		room := roomOf(filepath.ToSlash(rel))
		f, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		for _, i := range f.Imports {
			imported, err := strconv.Unquote(i.Path.Value)
			if err != nil {
				return err
			}
			if own, ok := strings.CutPrefix(imported, "crisisdesk/"); ok && !slices.Contains(may[room], roomOf(own+"/")) {
				t.Errorf("%s imports %s: %s may import only %v", rel, imported, room, may[room])
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if files < 20 {
		t.Fatalf("only %d files were looked at: is %s the repository?", files, repository)
	}
}

// roomOf is the top-level folder of a slash path, "." for a file beside them.
func roomOf(path string) string {
	room, _, deeper := strings.Cut(path, "/")
	if !deeper {
		return "."
	}
	return room
}
