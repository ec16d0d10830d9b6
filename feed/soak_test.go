package feed_test

import (
	"context"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"crisisdesk/feed"
)

var soak = flag.Duration("soak", 3*time.Second, "how long TestSoak works on the folder")

// TestSoak creates, changes, grows, renames, truncates, empties and removes
// files of several formats, links and folders at random; when the folder rests, the desk
// must show exactly what reading it once shows.
//
//	go test ./feed/ -run Soak -soak 10m -timeout 20m
func TestSoak(t *testing.T) {
	d := newDesk(t)
	d.follow(feed.Options{Extract: wordy, Deadline: time.Minute}) // no document is slow here, but the machine may be
	seed := uint64(time.Now().UnixNano())
	r := rand.New(rand.NewPCG(seed, seed))
	steps := 0
	for end := time.Now().Add(*soak); time.Now().Before(end); steps++ {
		d.disturb(r)
	}
	t.Logf("%d steps from seed %d", steps, seed)
	d.rests(t)
}

// rests waits until the desk shows what the folder has.
func (d *desk) rests(t *testing.T) {
	t.Helper()
	updates, err := feed.ReadAll(context.Background(), feed.Options{Dir: d.dir, Extract: wordy, Deadline: time.Minute})
	d.must(err)
	var want []string
	for _, u := range updates {
		want = append(want, row(u))
	}
	d.shows(want...)
}

// disturb does one thing to the folder.
func (d *desk) disturb(r *rand.Rand) {
	name := func() string {
		folder := []string{"", "", "s/", "s/t/", "u/"}[r.IntN(5)]
		return folder + fmt.Sprint(r.IntN(12)) + []string{".txt", ".txt", ".md", ".html", ".json", ".eml", ".bin", ".txt.part"}[r.IntN(8)]
	}
	file := name()
	at := filepath.Join(d.dir, file)
	words := strings.Repeat("word ", 1+r.IntN(9))
	switch r.IntN(12) {
	case 0, 1, 2:
		d.write(file, words)
	case 3:
		if strings.HasSuffix(file, ".json") {
			d.write(file, syndicated(d.t, words, "two "+words))
		}
	case 4: // in two goes
		d.write(file, words)
		time.Sleep(time.Duration(r.IntN(100)) * time.Millisecond)
		if f, err := os.OpenFile(at, os.O_APPEND|os.O_WRONLY, 0); err == nil {
			_, err = f.WriteString(words)
			d.must(err)
			d.must(f.Close())
		}
	case 5:
		os.Remove(at)
	case 6, 7:
		os.Rename(at, filepath.Join(d.dir, name()))
	case 8:
		os.Truncate(at, int64(r.IntN(20)))
	case 9:
		os.Symlink("linked.txt", at) // to none of the names above: a link to itself cannot be written through
	case 10:
		if r.IntN(10) == 0 {
			os.RemoveAll(filepath.Join(d.dir, "s"))
		}
	case 11:
		time.Sleep(time.Duration(r.IntN(20)) * time.Millisecond)
	}
}
