package watch

import (
	"fmt"
	"strconv"
	"strings"
	"testing"
	"time"
)

// start is the moment from which the scripts of these tests count.
var start = time.Date(2026, time.January, 5, 12, 0, 0, 0, time.UTC)

// clock drives a settler through a script. Each line is a time in milliseconds
// and what is seen then: "100 appeared a.txt 20" (a size), "150 written a.txt 30",
// "200 scanned old.txt 5 -60000" (its own time, if not now), "300 gone a.txt".
// What is seen is true from then on: looks in between find it.
func clock(script string) []string {
	s := newSettler(Options{Quiet: 400 * time.Millisecond, AtMost: 5 * time.Second})
	there := map[string]stamp{}
	var out []string
	step := func(ms int) {
		now := start.Add(time.Duration(ms) * time.Millisecond)
		for _, path := range s.rested(now) {
			s.take(path, there[path], now)
		}
		for {
			c, ok := s.queue.head()
			if !ok {
				return
			}
			s.queue.pop()
			out = append(out, fmt.Sprintf("%d %s", ms, say(c)))
		}
	}
	at := 0
	for line := range strings.Lines(script) {
		f := strings.Fields(line)
		next, _ := strconv.Atoi(f[0])
		for ; at < next; at += 10 {
			step(at)
		}
		now := start.Add(time.Duration(next) * time.Millisecond)
		if f[1] == "gone" {
			delete(there, f[2])
			s.saw(f[2], stamp{}, scanned, now)
			continue
		}
		size, _ := strconv.ParseInt(f[3], 10, 64)
		st := stamp{there: true, size: size, mtime: now.UnixNano()}
		if len(f) > 4 {
			ms, _ := strconv.Atoi(f[4])
			st.mtime = start.Add(time.Duration(ms) * time.Millisecond).UnixNano()
		}
		there[f[2]] = st
		s.saw(f[2], st, map[string]sign{"appeared": appeared, "written": written, "scanned": scanned}[f[1]], now)
	}
	for ; at < 20_000; at += 10 {
		step(at)
	}
	return out
}

func TestSettle(t *testing.T) {
	for _, c := range []struct{ name, script, want string }{
		{"a written file rests for the quiet period",
			"0 appeared a 0\n5 written a 20", "410 changed a"},
		{"each write starts the period again",
			"0 appeared a 0\n100 written a 10\n300 written a 20\n600 written a 30", "1000 changed a"},
		{"a file that appears with its bytes was moved in",
			"0 appeared a 20", "50 changed a"},
		{"unless a write follows: then it was being written",
			"0 appeared a 20\n20 written a 30", "420 changed a"},
		{"one that never rests is taken after the longest wait, and again",
			func() string {
				s := "0 appeared a 0"
				for ms := 100; ms < 10_500; ms += 100 {
					s += fmt.Sprintf("\n%d written a %d", ms, ms)
				}
				return s
			}(), "5000 changed a|10100 changed a|10800 changed a"},
		{"a scan takes at once what has long rested",
			"0 scanned a 20 -60000", "0 changed a"},
		{"but not what was written just before",
			"0 scanned a 20 -100", "400 changed a"},
		{"a removed file",
			"0 scanned a 20 -60000\n1000 gone a", "0 changed a|1050 gone a"},
		{"a file that takes a removed one's place in time is one change",
			"0 scanned a 20 -60000\n1000 gone a\n1030 appeared a 30", "0 changed a|1080 changed a"},
		{"a file that comes and goes is none",
			"0 appeared a 0\n100 gone a", ""},
		{"the same stamp again is none",
			"0 scanned a 20 -60000\n1000 scanned a 20 -60000", "0 changed a"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := strings.Join(clock(c.script), "|"); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}

func TestQueueHandsOnTheNewestFirst(t *testing.T) {
	var q queue
	q.push(Change{Path: "old"}, 1)
	q.push(Change{Path: "a"}, 2)
	q.push(Change{Path: "touched"}, 1)
	q.push(Change{Path: "new"}, 3)
	q.push(Change{Path: "touched"}, 4)
	q.push(Change{Path: "b"}, 2)
	q.push(Change{Path: "a", Gone: true}, 0)
	if q.len() != 5 {
		t.Errorf("%d changes wait, want one for each path", q.len())
	}
	var got []string
	for {
		c, ok := q.head()
		if !ok {
			break
		}
		q.pop()
		got = append(got, say(c))
	}
	if want := "gone a|changed touched|changed new|changed b|changed old"; strings.Join(got, "|") != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestIgnored(t *testing.T) {
	for name, want := range map[string]bool{
		"a.txt": false, "notes": false, "a.b.md": false, "partial.txt": false, "#1.txt": false,
		".a.txt.swp": true, ".#a.txt": true, "#a.txt#": true, "a.txt~": true, "a.txt.part": true, "a.TMP": true,
		".a.txt.Xy12Zw": true, "a.crdownload": true, ".git": true,
	} {
		if Ignored(name) != want {
			t.Errorf("Ignored(%q) is %v", name, !want)
		}
	}
}
