package lexicon

import "testing"

func TestEveryBuiltInCrisisLoads(t *testing.T) {
	for _, name := range Crises() {
		l, err := Open(name)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if l.Desk().Name != name || len(l.Standing()) < 5 {
			t.Errorf("%s calls itself %q and asks %d standing questions", name, l.Desk().Name, len(l.Standing()))
		}
	}
}
