//go:build unix

package document

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

func TestOpen(t *testing.T) {
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, name) }
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	must(os.Mkdir(at("sub"), 0o700))
	must(os.Mkdir(at("shut"), 0))
	for name, text := range map[string]string{
		"a.txt": "one", "sub/b.MD": "two", "empty.txt": "", "c.docx": "x", "README": "x", "closed.txt": "x", "d.txt.gz": "x", "e.docx.gz": "x",
	} {
		must(os.WriteFile(at(name), []byte(text), 0o600))
	}
	must(os.Chmod(at("closed.txt"), 0))
	must(os.WriteFile(at("large.txt"), nil, 0o600))
	must(os.Truncate(at("large.txt"), 50<<20))
	must(syscall.Mkfifo(at("pipe.txt"), 0o600))
	must(os.Symlink("/etc/passwd", at("out.txt")))
	must(os.Symlink("a.txt", at("in.txt")))
	must(os.Symlink("/etc", at("etc")))
	root, err := os.OpenRoot(dir)
	must(err)
	defer root.Close()

	for _, c := range []struct{ name, text, refused string }{
		{"a.txt", "one", ""},
		{"sub/b.MD", "two", ""},
		{"empty.txt", "", "an empty file"},
		{"c.docx", "", "not read: .docx is not a format this version reads"},
		{"d.txt.gz", "x", ""},
		{"e.docx.gz", "", "not read: .docx is not a format this version reads"},
		{"README", "", "not read: a name without an ending tells no format"},
		{"closed.txt", "", "no permission to read it"},
		{"large.txt", "", "too large: 50.0 MiB, the limit is 8 MiB"},
		{"pipe.txt", "", "not read: a named pipe"},
		{"out.txt", "", "not read: a link; only files that lie in the folder are read"},
		{"in.txt", "", "not read: a link; only files that lie in the folder are read"},
		{"etc/hosts.txt", "", "cannot be read: path escapes from parent"},
		{"../a.txt", "", "cannot be read: path escapes from parent"},
		{"sub", "", "not read: a folder"},
		{"shut", "", "no permission to look into this folder"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if (c.name == "closed.txt" || c.name == "shut") && os.Geteuid() == 0 {
				t.Skip("the superuser may read everything")
			}
			raw, err := Open(root, c.name)
			if string(raw) != c.text {
				t.Errorf("read %q, want %q", raw, c.text)
			}
			var refusal Refusal
			switch {
			case c.refused == "" && err != nil:
				t.Error(err)
			case c.refused != "" && (!errors.As(err, &refusal) || !strings.Contains(err.Error(), c.refused)):
				t.Errorf("error %v, want the refusal %q", err, c.refused)
			}
		})
	}
	if _, err := Open(root, "gone.txt"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a file that is gone: %v", err)
	}
}
