package endtoend

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const strikes = `Jets hit Zarkhel camp, army says

Published March 3, 2026

ISLAMABAD, March 3 - Pakistan carried out air strikes in Nangarhar on Tuesday, killing 14 militants, the army said.

The Taliban denied the claim. "The strikes killed civilians," Zabihullah Mujahid said.
`

const talks = `Envoys meet again in Doha

Published March 4, 2026

DOHA, March 4 - Pakistan and Afghanistan held talks in Doha on Wednesday, Qatar's foreign ministry said.
`

// A day of the folder on the screen: a document comes, changes and goes, and
// the officer quits.
func TestDashboardFollowsTheFolder(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "first.txt", talks)
	term := start(t, 120, 40, "--dir", dir)
	term.shows("Incidents")
	term.shows("Statements")
	term.shows("Open questions")
	term.hasRead("04MAR26")
	if term.restored() {
		t.Error("the dashboard does not use the alternate screen")
	}

	write(t, dir, "second.txt", strikes)
	term.shows("Nangarhar")
	term.shows("NEW")

	write(t, dir, "second.txt", strings.ReplaceAll(strikes, "Nangarhar", "Paktika"))
	term.shows("Paktika")
	term.loses("Nangarhar")

	if err := os.Remove(filepath.Join(dir, "second.txt")); err != nil {
		t.Fatal(err)
	}
	term.loses("Paktika")
	term.shows("04MAR26")

	term.press("q")
	if err := term.end(); err != nil {
		t.Errorf("q ended the program with %v", err)
	}
	if !term.restored() {
		t.Error("the alternate screen was left on")
	}
}

// enter opens the item, enter again the document at its words, esc goes back.
func TestEnterOpensTheWords(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "story.txt", strikes)
	term := start(t, 80, 24, "--dir", dir)
	term.shows("Nangarhar")
	term.press("\r")
	term.shows("story.txt")
	term.press("\r")
	term.shows("p/P earlier")
	term.shows("Pakistan carried out air strikes in Nangarhar on")
	term.press("\x1b")
	term.loses("p/P earlier")
	term.press("\x1b")
	term.shows("Open questions")
	term.press("q")
	if err := term.end(); err != nil {
		t.Errorf("q ended the program with %v", err)
	}
}

func TestProblemsAreShownAndHarmNothingElse(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "story.txt", talks)
	write(t, dir, "empty.txt", "")
	write(t, dir, "noise.txt", "\x00\x01\x02\xff\xfe\x00\x9b")
	term := start(t, 120, 40, "--dir", dir)
	term.shows("04MAR26")
	term.press("!")
	term.shows("empty.txt")
	term.shows("noise.txt")
	term.press("q")
	if err := term.end(); err != nil {
		t.Errorf("q ended the program with %v", err)
	}
}

func write(t *testing.T, dir, name, text string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}
