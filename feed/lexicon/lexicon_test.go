package lexicon

import (
	"strings"
	"testing"
)

func TestSmoke(t *testing.T) {
	l, err := Load(General(), layer("af-pk"))
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range []string{"The Afghan Taliban struck Kabul , as Pakistan ’s U.S. allies say .", "The United Nations fears regime change in Sana'a and tells us"} {
		x := l.Fold(strings.Fields(s))
		t.Logf("%+v\n%+v\n%+v\n%+v", l.Match(x), l.Events(x), l.Speech(x), l.Bearings(x))
	}
}
func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := Load(General(), layer("af-pk")); err != nil {
			b.Fatal(err)
		}
	}
}
