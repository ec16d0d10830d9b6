package feed_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// syndicated is a JSON Feed with an item for each text.
func syndicated(t *testing.T, texts ...string) string {
	t.Helper()
	type entry struct {
		ID   string `json:"id"`
		Text string `json:"content_text"`
	}
	var items []entry
	for _, text := range texts {
		items = append(items, entry{strings.Fields(text)[0], text})
	}
	raw, err := json.Marshal(map[string]any{"version": "https://jsonfeed.org/version/1.1", "items": items})
	if err != nil {
		t.Fatal(err)
	}
	return string(raw)
}

// under waits until as many documents stand under a file, and shows them without their names.
func (d *desk) under(file string, want ...string) {
	d.t.Helper()
	d.settles(func(rows map[string]string) []string {
		var got []string
		for path, row := range rows {
			if strings.HasPrefix(path, file+"/") {
				_, said, _ := strings.Cut(row, ": ")
				got = append(got, said)
			} else {
				got = append(got, row)
			}
		}
		return got
	}, want)
}

func TestAChangedFeedWithdrawsWhatItHasNoMore(t *testing.T) {
	d := run(t)
	d.write("a.json", syndicated(t, "one two", "three four five"))
	d.under("a.json", "xx", "xxx")

	d.write("a.json", syndicated(t, "six", "three four five"))
	d.under("a.json", "x", "xxx")

	d.write("a.json", syndicated(t, "wait", "three four five")) // a slow item costs itself
	d.under("a.json", "not read: it takes longer than 1s", "xxx")

	d.write("a.json", "{")
	d.shows("a.json: not read: JSON that is damaged")

	d.write("a.json", syndicated(t, "six"))
	d.under("a.json", "x")

	d.must(os.Remove(filepath.Join(d.dir, "a.json")))
	d.shows()
}

func TestAFeedIsRememberedByItsItems(t *testing.T) {
	watched, desk := t.TempDir(), filepath.Join(t.TempDir(), "desk")
	put(t, watched, "a.json", syndicated(t, "one two", "three four"))
	put(t, watched, "b.eml", "Subject: x\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nA letter.\n--b\nContent-Type: text/plain\nContent-Disposition: attachment; filename=a.txt\n\nAn enclosure.\n--b--\n")
	var first, second, third process
	first.day(t, watched, desk)
	second.day(t, watched, desk)
	if len(first.paths) != 4 || first.extracted.Load() != 4 || len(second.paths) != 4 || second.extracted.Load() != 0 {
		t.Errorf("the first day had %v and extracted %d, the second %v and %d; want 4 each and 4 and 0 extracted",
			first.paths, first.extracted.Load(), second.paths, second.extracted.Load())
	}
	put(t, watched, "a.json", syndicated(t, "three four", "five"))
	put(t, watched, "b.eml", "Subject: x\n\nA letter.\n")
	third.day(t, watched, desk)
	if len(third.paths) != 3 || third.extracted.Load() != 2 {
		t.Errorf("the third day had %v and extracted %d, want 3 and 2", third.paths, third.extracted.Load())
	}
}
