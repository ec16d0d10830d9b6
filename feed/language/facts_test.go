package language_test

import (
	"os"
	"strings"
	"testing"

	"crisisdesk/feed/language"
)

// factsFloor is the share of the facts in testdata/facts.txt that must come out.
const factsFloor = 0.88

// TestFacts asks for the facts in sentences of conflict news and says which do
// not come out, and what share does.
func TestFacts(t *testing.T) {
	data, err := os.ReadFile("testdata/facts.txt")
	if err != nil {
		t.Fatal(err)
	}
	sentences, wanted, found := 0, 0, 0
	for _, entry := range strings.Split(string(data), "\n\n") {
		text, facts, ok := strings.Cut(entry, "\n\t")
		if !ok {
			continue
		}
		sentences++
		known := relations(annotate(text))
		for _, fact := range strings.Split(strings.TrimSuffix(strings.TrimSpace(facts), ")"), ") ") {
			wanted++
			if known[fact+")"] {
				found++
			} else {
				t.Logf("missing %s) in: %s", fact, text)
			}
		}
	}
	share := float64(found) / float64(max(wanted, 1))
	t.Logf("%d sentences, %d of %d facts come out: %.1f %%", sentences, found, wanted, 100*share)
	if sentences < 60 {
		t.Errorf("%d sentences, want at least 60", sentences)
	}
	if share < factsFloor {
		t.Errorf("share of facts %.3f, want at least %.2f", share, factsFloor)
	}
}

// relations returns the arcs of sentences as relation(head, dependent).
func relations(sentences []language.Sentence) map[string]bool {
	known := map[string]bool{}
	for _, s := range sentences {
		for _, t := range s.Tokens {
			if t.Head >= 0 {
				known[t.Rel+"("+s.Tokens[t.Head].Form+", "+t.Form+")"] = true
			}
		}
	}
	return known
}
