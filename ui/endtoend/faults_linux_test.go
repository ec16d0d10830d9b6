package endtoend

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// smallDisk mounts a disk of a few megabytes and returns its folder.
func smallDisk(t *testing.T) string {
	t.Helper()
	if os.Getuid() != 0 {
		t.Skip("needs to be root to mount a disk")
	}
	dir := t.TempDir()
	if err := syscall.Mount("desk", dir, "tmpfs", 0, "size=4m,mode=700"); err != nil {
		t.Skip("no disk can be mounted: ", err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(dir, syscall.MNT_DETACH); err != nil {
			t.Error(err)
		}
	})
	return dir
}

// fill takes all the room that is left, and returns how to give it back.
func fill(t *testing.T, dir string) (free func()) {
	t.Helper()
	path := filepath.Join(dir, "filler")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	for block := make([]byte, 4096); err == nil; {
		_, err = f.Write(block)
	}
	f.Close()
	return func() { os.Remove(path) }
}

// writeNote reports whether a note was acknowledged.
func writeNote(term *terminal, text string) (acknowledged bool) {
	term.t.Helper()
	term.press("a")
	term.shows("note: ")
	term.press(text + "\r")
	term.see("what came of the note", func(s string) bool {
		acknowledged = strings.Contains(s, "noted (U")
		return acknowledged || strings.Contains(s, "NOT saved")
	})
	return acknowledged
}

func wantNotes(t *testing.T, desk string, notes ...string) {
	t.Helper()
	journals, err := filepath.Glob(filepath.Join(desk, "journals", "*.jsonl"))
	if err != nil || len(journals) != 1 {
		t.Fatalf("journals %v, %v", journals, err)
	}
	journal, err := os.ReadFile(journals[0])
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range notes {
		if !strings.Contains(string(journal), n) {
			t.Errorf("%q was acknowledged and is lost", n)
		}
	}
}

// On a full disk the dashboard goes on and says so; what it had acknowledged
// stays, and what an officer writes counts again once there is room.
func TestAFullDisk(t *testing.T) {
	watched := t.TempDir()
	desk := filepath.Join(smallDisk(t), "desk")
	write(t, watched, "first.txt", talks)
	term := start(t, 120, 40, "--dir", watched, "--desk", desk)
	term.shows("04MAR26")
	writeNote(term, "before")

	free := fill(t, filepath.Dir(desk))
	write(t, watched, "second.txt", strings.Repeat(strikes, 10))
	term.shows("Nangarhar")
	saved := []string{"before"}
	for n := 0; ; n++ { // the last block of the journal takes some more
		text := fmt.Sprintf("meanwhile %d %s", n, strings.Repeat("and so on ", 15))
		if !writeNote(term, text) {
			break
		}
		saved = append(saved, text)
	}
	term.press("!")
	term.shows("the archive cannot be used")
	term.press("\x7f") // back
	term.loses("the archive cannot be used")
	free()
	if !writeNote(term, "afterwards") {
		t.Error("there is room, and nothing is saved")
	}
	term.press("!")
	term.loses("the archive cannot be used") // it was tried again
	quit(t, term)
	wantNotes(t, desk, append(saved, "afterwards")...)
}

// On a disk that cannot be written to, the dashboard reads the folder and goes
// on with what comes, and says so.
func TestAReadOnlyDisk(t *testing.T) {
	watched := t.TempDir()
	disk := smallDisk(t)
	desk := filepath.Join(disk, "desk")
	write(t, watched, "first.txt", talks)
	term := start(t, 120, 40, "--dir", watched, "--desk", desk)
	term.shows("04MAR26")
	term.press("abefore\r")
	term.shows("noted (U")
	quit(t, term)

	if err := syscall.Mount("", disk, "", syscall.MS_REMOUNT|syscall.MS_RDONLY, "size=4m"); err != nil {
		t.Skip("the disk cannot be made read-only: ", err)
	}
	for at, says := range map[string]string{desk: "the archive cannot be used", filepath.Join(disk, "none"): "nothing is kept"} {
		name := "second" + filepath.Base(at) + ".txt"
		term = start(t, 120, 40, "--dir", watched, "--desk", at)
		term.shows("04MAR26")
		write(t, watched, name, strings.ReplaceAll(strikes, "Nangarhar", "Kunar"))
		term.shows("Kunar")
		term.press("!")
		term.shows(says)
		quit(t, term)
		if err := os.Remove(filepath.Join(watched, name)); err != nil {
			t.Fatal(err)
		}
	}
	wantNotes(t, desk, "before")
}
