//go:build linux || darwin || freebsd || netbsd || openbsd

package archive

import (
	"path/filepath"
	"syscall"
	"testing"
)

// What a process has claimed, or anything alike, no other can claim until all
// of it is released; the process itself can.
func TestClaimsKeepOtherProcessesAway(t *testing.T) {
	dir := t.TempDir()
	a, _ := openDesk(t, dir)
	b, _ := openDesk(t, dir)
	ours, theirs := a.Memory(version), b.Memory(version)
	first, ok := ours.Claim("ab01")
	if !ok {
		t.Fatal("what nobody has claimed cannot be claimed")
	}
	second, ok := ours.Claim("ab02")
	if !ok {
		t.Fatal("a process holds itself up")
	}
	claimable := func(want bool, when string) {
		t.Helper()
		release, ok := theirs.Claim("ab03")
		release()
		if ok != want {
			t.Errorf("another process can claim it %s: %v, want %v", when, ok, want)
		}
	}
	claimable(false, "while two hold it")
	first()
	first() // which does nothing
	claimable(false, "while one holds it")
	second()
	claimable(true, "when all is released")
	if release, ok := ours.Claim("ab01"); !ok {
		t.Error("what was released cannot be claimed again")
	} else {
		release()
	}
}

// A pipe among the claims keeps nobody waiting: what cannot be claimed is read.
func TestAPipeAmongTheClaimsHoldsNobodyUp(t *testing.T) {
	a := openShared(t)
	if err := syscall.Mkfifo(filepath.Join(a.dir, claimFolder, "ab"), 0o600); err != nil {
		t.Fatal(err)
	}
	release, ok := a.Memory("1").Claim("abcd")
	if !ok {
		t.Error("what cannot be claimed is left to nobody")
	}
	release()
}
