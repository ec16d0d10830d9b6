//go:build linux || darwin || freebsd || netbsd || openbsd

package feed_test

import (
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"crisisdesk/feed"
	"crisisdesk/feed/document"
	"crisisdesk/model/archive"
)

// Files that another process has claimed hold up no others, and are read all
// the same when it does not come to an end with them: it may be stopped.
func TestWhatIsClaimedElsewhereHoldsNothingUp(t *testing.T) {
	const files = 9 // more than there are workers
	deskDir := filepath.Join(t.TempDir(), "desk")
	open := func() *archive.Memory {
		a, err := archive.Open(deskDir, archive.Options{Warn: func(what string) { t.Error(what) }})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { a.Close() })
		return a.Memory("one")
	}
	stopped := open()
	d := newDesk(t)
	names, want := []string{}, []string{"free.txt: xx"}
	for n := range files {
		text := fmt.Sprint("claimed", n)
		release, ok := stopped.Claim(document.Sum([]byte(text)))
		if !ok {
			t.Fatal("a free file cannot be claimed")
		}
		defer release()
		names, want = append(names, text+".txt"), append(want, text+".txt: x")
		d.write(text+".txt", text)
	}
	d.follow(feed.Options{Extract: wordy, Workers: 2, Memory: open(), Deadline: 300 * time.Millisecond})
	for d.waiting() != files {
		time.Sleep(time.Millisecond)
	}
	d.write("free.txt", freely(t, names))
	for d.row("free.txt") == "" {
		time.Sleep(time.Millisecond)
	}
	d.shows(want...)
}

// freely is a text of two words that is alike to no claim of the names.
func freely(t *testing.T, claimed []string) string {
	taken := map[string]bool{}
	for _, name := range claimed {
		text := name[:len(name)-len(".txt")]
		taken[document.Sum([]byte(text))[:2]] = true
	}
	for n := range 1000 {
		if text := fmt.Sprint("free ", n); !taken[document.Sum([]byte(text))[:2]] {
			return text
		}
	}
	t.Fatal("every text is alike to a claim")
	return ""
}
