package endtoend

import (
	"bufio"
	"bytes"
	"encoding/json"
	"maps"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// Another crisis needs another lexicon and no other program: documents about
// the war in Sudan, read with the lexicon of Sudan.
func TestAnotherCrisisNeedsDataAndNoCode(t *testing.T) {
	run := exec.Command(program, "export", "--lexicon", "sudan", "--dir", "testdata/sudan")
	run.Stderr = os.Stderr
	out, err := run.Output()
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]map[string]bool{"actor": {}, "speaker": {}, "place": {}, "kind": {}, "topic": {}}
	lines := bufio.NewScanner(bytes.NewReader(out))
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var r struct {
			Type, Kind, Topic string
			Actors            []struct{ ID string }
			Places            []struct {
				Name, Country string
				Lat           *float64
			}
			Speaker struct{ Actor string }
		}
		if err := json.Unmarshal(lines.Bytes(), &r); err != nil {
			t.Fatal(err)
		}
		found["kind"][r.Kind], found["topic"][r.Topic], found["speaker"][r.Speaker.Actor] = true, true, true
		for _, a := range r.Actors {
			found["actor"][a.ID] = true
		}
		for _, p := range r.Places {
			if p.Lat != nil {
				found["place"][p.Name+" "+p.Country] = true
			}
		}
	}
	for what, want := range map[string][]string{
		"actor":   {"rapid-support", "saf"},
		"speaker": {"rapid-support", "burhan", "al-atta", "nabil-abdallah", "al-fatih-qurashi", "sudan-doctors-network", "sovereignty-council"},
		"place":   {"El Fasher SD", "Kalogi SD", "Wad al-Nourah SD", "Khartoum SD"},
		"kind":    {"airstrike", "drone_strike", "attack", "ceasefire"},
		"topic":   {"uae-arms", "famine", "truce", "partition", "el-obeid-next"},
	} {
		for _, w := range want {
			if !found[what][w] {
				t.Errorf("no %s %q; found %s", what, w, strings.Join(slices.Sorted(maps.Keys(found[what])), ", "))
			}
		}
	}
}
