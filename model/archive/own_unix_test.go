//go:build unix

package archive

import (
	"os"
	"path/filepath"
	"testing"

	"crisisdesk/model"
)

// What somebody else of a shared desk has put where an officer's marks are
// written leads nowhere else.
func TestNothingIsWrittenThroughALink(t *testing.T) {
	a := openShared(t)
	name, err := fileName(Self())
	if err != nil {
		t.Fatal(err)
	}
	other := filepath.Join(t.TempDir(), "other")
	if err := os.WriteFile(other, []byte("theirs"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(other, filepath.Join(a.dir, readFolder, name+".json.new")); err != nil {
		t.Fatal(err)
	}
	marks := []model.Item{model.IncidentItem("x")}
	if err := a.SetReadMarks(Self(), marks); err != nil {
		t.Fatal(err)
	}
	if text, err := os.ReadFile(other); err != nil || string(text) != "theirs" {
		t.Errorf("a file elsewhere now holds %q (%v)", text, err)
	}
	if read, err := a.ReadMarks(Self()); err != nil || !read[marks[0]] {
		t.Errorf("the marks come back as %v (%v)", read, err)
	}
}

func openShared(t *testing.T) *Archive {
	t.Helper()
	a, err := Open(filepath.Join(t.TempDir(), "desk"), Options{Shared: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { a.Close() })
	return a
}
