package lexicon

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"
)

func TestAChangeTouchesTheTextsThatItConcerns(t *testing.T) {
	load := func(own string) *Lexicon {
		t.Helper()
		l, err := Load(General(), desk(own))
		if err != nil {
			t.Fatal(err)
		}
		return l
	}
	const guards = "[[actor]]\nid = \"guards\"\nname = \"River Guards\"\nkind = \"armed_group\"\n"
	const captain = "[[actor]]\nid = \"captain\"\nname = \"Amir Dost\"\nkind = \"person\"\nside = \"guards\"\n"
	const dam = "[[question]]\nid = \"dam\"\ntext = \"Will it be built?\"\nabout = [\"dam + build\"]\n"
	for _, tt := range []struct {
		name, before, after, text string
		want                      bool
	}{
		{"nothing changes", guards, guards, "The River Guards came.", false},
		{"an actor comes", "", guards, "Then, in the evening, the River Guards came.", true},
		{"an actor goes", guards, "", "The River Guards' post", true},
		{"of whom the text says nothing", "", guards, "The guards of the river came.", false},
		{"a side changes", guards + captain, guards + "country = \"SD\"\n" + captain, "Amir Dost spoke.", true},
		{"a question comes", "", dam, "They were building a dam.", true},
		{"that the text has nothing to do with", "", dam, "They were building a road.", false},
		{"a word comes", "", "[[event]]\nkind = \"clash\"\npos = \"noun\"\nwords = [\"fracas\"]\n", "Anything", true},
	} {
		if got := load(tt.before).Touches(load(tt.after))(tt.text); got != tt.want {
			t.Errorf("%s: %v", tt.name, got)
		}
	}
}

// A broken file is told of; the next good one counts.
func TestFollowTellsOfGoodAndBrokenFiles(t *testing.T) {
	dir := t.TempDir()
	ctx, cancel := context.WithCancel(t.Context())
	told := make(chan string, 9)
	ended := make(chan struct{})
	words := Source{Crisis: "sudan", Own: []string{dir}}
	since := words.Stamp()
	go func() {
		defer close(ended)
		words.Follow(ctx, since,
			func(l *Lexicon) { a, _ := l.Actor("guards"); told <- a.Name }, func(err error) { told <- err.Error() })
	}()
	file := filepath.Join(dir, "own.toml")
	for _, step := range []struct{ text, want string }{
		{"[[actor]]\nid = \"guards\"\nname = \"River Guards\"\nkind = \"armed_group\"\n", "River Guards"},
		{"[[actor]]\nid = \"guards\"\nnmae = 1\n", file + ":3: unknown key actor.nmae"},
		{"[[actor]]\nid = \"guards\"\nname = \"Ford Guards\"\nkind = \"armed_group\"\n", "Ford Guards"},
	} {
		time.Sleep(20 * time.Millisecond) // another time of change
		if err := os.WriteFile(file+".new", []byte(step.text), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Rename(file+".new", file); err != nil {
			t.Fatal(err)
		}
		if got := <-told; got != step.want {
			t.Errorf("told %q, want %q", got, step.want)
		}
	}
	cancel()
	<-ended
}
