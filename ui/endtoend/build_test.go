package endtoend

import (
	"bytes"
	"crypto/sha256"
	"debug/elf"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

var machines = flag.String("machines", runtime.GOARCH, "the machines to build for, as in amd64,arm64")

// Whoever builds the same source, wherever it lies, gets the same bytes, and
// they need no library of the system.
func TestBuildsAreStaticAndReproducible(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the program twice")
	}
	listed, err := exec.Command("git", "-C", repository, "ls-files", "-z").Output()
	if err != nil {
		t.Skip("the source is no checkout of git: ", err)
	}
	var places [2]string
	for i := range places {
		places[i] = filepath.Join(t.TempDir(), "a", "place", "of", "its", "own")
		for name := range strings.SplitSeq(strings.TrimSuffix(string(listed), "\x00"), "\x00") {
			if !strings.HasSuffix(name, "_test.go") && !strings.Contains(name, "testdata/") {
				copyFile(t, filepath.Join(repository, name), filepath.Join(places[i], name))
			}
		}
	}
	for arch := range strings.SplitSeq(*machines, ",") {
		var sums [2][sha256.Size]byte
		for i, place := range places {
			out := filepath.Join(t.TempDir(), "crisisdesk")
			build := exec.Command("go", "build", "-trimpath", "-o", out, ".")
			build.Dir = place
			build.Env = append(os.Environ(), "CGO_ENABLED=0", "GOOS=linux", "GOARCH="+arch)
			if said, err := build.CombinedOutput(); err != nil {
				t.Fatalf("%s: %v\n%s", arch, err, said)
			}
			binary, err := os.ReadFile(out)
			if err != nil {
				t.Fatal(err)
			}
			sums[i] = sha256.Sum256(binary)
			checkStatic(t, binary, map[string]elf.Machine{"amd64": elf.EM_X86_64, "arm64": elf.EM_AARCH64}[arch])
		}
		if sums[0] != sums[1] {
			t.Errorf("%s: two builds differ: %x and %x", arch, sums[0], sums[1])
		}
	}
}

// checkStatic looks for anything that a binary would have the system load.
func checkStatic(t *testing.T, binary []byte, want elf.Machine) {
	t.Helper()
	f, err := elf.NewFile(bytes.NewReader(binary))
	if err != nil {
		t.Fatal(err)
	}
	if f.Machine != want {
		t.Errorf("the binary is for %v, want %v", f.Machine, want)
	}
	for _, p := range f.Progs {
		if p.Type == elf.PT_INTERP || p.Type == elf.PT_DYNAMIC {
			t.Errorf("%v: the binary has a %v", want, p.Type)
		}
	}
}

func copyFile(t *testing.T, from, to string) {
	t.Helper()
	content, err := os.ReadFile(from)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Dir(to), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(to, content, 0o600); err != nil {
		t.Fatal(err)
	}
}
