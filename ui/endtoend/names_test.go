package endtoend

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"crisisdesk/feed/lexicon"
)

// No string of the program names an actor or a place of a crisis: those are
// data of its lexicon.
func TestNoCodeNamesACrisis(t *testing.T) {
	var names []string
	general, err := lexicon.Load(lexicon.General())
	if err != nil {
		t.Fatal(err)
	}
	for _, crisis := range lexicon.Crises() {
		lex, err := lexicon.Open(crisis)
		if err != nil {
			t.Fatal(err)
		}
		add := func(more ...string) {
			for _, n := range more {
				if len(n) > len("Bara") && n != strings.ToLower(n) {
					names = append(names, regexp.QuoteMeta(strings.ToLower(n)))
				}
			}
		}
		for a := range lex.Actors() {
			if _, known := general.Actor(a.ID); !known {
				add(a.Name)
				add(a.Aliases...)
			}
		}
		for p := range lex.Places() {
			if _, known := general.Place(p.ID); !known && p.Country != "" {
				add(p.Name)
			}
		}
	}
	names = slices.DeleteFunc(names, func(n string) bool { return n == "emirate" }) // a word for a kind of state, too
	names = append(names, "pakistan", "pakistani", "afghanistan", "afghan", "kabul", "islamabad", "sudan", "sudanese", "khartoum")
	named := regexp.MustCompile(`\b(?:` + strings.Join(names, "|") + `)\b`)
	err = filepath.WalkDir(repository, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || filepath.Ext(path) != ".go" || strings.HasSuffix(path, "_test.go") {
			return err
		}
		f, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		ast.Inspect(f, func(n ast.Node) bool {
			if _, ok := n.(*ast.ImportSpec); ok {
				return false
			}
			lit, ok := n.(*ast.BasicLit)
			if !ok || lit.Kind != token.STRING {
				return true
			}
			text, err := strconv.Unquote(lit.Value)
			if err != nil {
				t.Error(err)
			}
			if found := named.FindString(strings.ToLower(text)); found != "" {
				t.Errorf("%s says %q", path, found)
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
