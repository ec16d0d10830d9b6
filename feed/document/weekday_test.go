package document

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A dateline without a year takes the first year, from the latest that the
// article names, in which its weekdays are right. The sample names 2018 and
// 2021, and was filed on Oct 10, a Friday.
func TestTheWeekdaysOfTheNewsTellTheYear(t *testing.T) {
	raw, err := os.ReadFile(filepath.Join("..", "..", "seeds", "2025-10-10-wire-kabul-blasts.txt"))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ first, second, want string }{
		{"late on Thursday", "on Friday", "2025-10-10"},
		{"late on Sunday", "on Sunday", "2021-10-10"},
		{"late on Monday", "on Monday", "2022-10-10"},
		{"late on Monday", "on Friday", "2021-10-10"}, // no year has both
	} {
		text := strings.NewReplacer("late on Thursday", c.first, "on Friday", c.second).Replace(string(raw))
		d, _, err := Read("wire.txt", []byte(text), nil)
		if err != nil {
			t.Fatal(err)
		}
		if got := d.Published.EDTF(); got != c.want {
			t.Errorf("%s, %s: published %s, want %s", c.first, c.second, got, c.want)
		}
	}
}
