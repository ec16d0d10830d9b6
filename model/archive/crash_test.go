package archive

import (
	"bufio"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"crisisdesk/model"
)

// The environment of a process that a test starts as an officer at work.
const (
	officerAt   = "ARCHIVE_TEST_DESK"
	officerSeed = "ARCHIVE_TEST_SEED"
)

// officerOfSeed is whose work it is: two seeds share each officer.
func officerOfSeed(seed uint64) model.Officer {
	sum := sha256.Sum256([]byte(fmt.Sprint(seed / 2)))
	return KeyHolder("SHA256:" + base64.RawStdEncoding.EncodeToString(sum[:]))
}

// workUntilKilled writes entries and puts documents, and prints a line for
// each that was acknowledged: its text, or its number in the corpus of the seed.
func workUntilKilled(dir, seedText string) int {
	seed, err := strconv.ParseUint(seedText, 10, 64)
	if err != nil {
		return 2
	}
	warn := func(s string) { fmt.Println("warning", s) }
	a, err := Open(dir, Options{Warn: warn})
	if err != nil {
		warn(err.Error())
		return 1
	}
	c := newCorpus(seed)
	for n := 0; ; n++ {
		text := fmt.Sprintf("%d.%d", seed, n)
		if _, err := a.Append(note(officerOfSeed(seed), text)); err != nil {
			warn(err.Error())
			continue
		}
		fmt.Println("entry", text)
		switch err := a.Put(background, version, c.next()); {
		case err != nil:
			warn(err.Error())
		default:
			fmt.Println("facts", n)
		}
	}
}

// acknowledged is what processes have printed.
type acknowledged struct {
	mu       sync.Mutex
	entries  []string
	facts    map[uint64][]int // numbers of documents by seed
	warnings []string
}

// officer runs one process and kills it soon after it first says something.
func (k *acknowledged) officer(t *testing.T, dir string, seed uint64, patience time.Duration) {
	work := exec.Command(os.Args[0])
	work.Env = append(os.Environ(), officerAt+"="+dir, officerSeed+"="+fmt.Sprint(seed))
	out, err := work.StdoutPipe()
	if err == nil {
		err = work.Start()
	}
	if err != nil {
		t.Error(err)
		return
	}
	defer work.Wait()
	var lines []string
	kill := sync.OnceFunc(func() { time.AfterFunc(patience, func() { work.Process.Kill() }) })
	for r := bufio.NewReader(out); ; {
		line, err := r.ReadString('\n')
		if err != nil { // what stands there is cut short
			break
		}
		lines = append(lines, strings.TrimSuffix(line, "\n"))
		kill()
	}
	kill()
	k.mu.Lock()
	defer k.mu.Unlock()
	for _, line := range lines {
		switch what, rest, _ := strings.Cut(line, " "); what {
		case "entry":
			k.entries = append(k.entries, rest)
		case "facts":
			n, err := strconv.Atoi(rest)
			if err != nil {
				t.Error(err)
			}
			k.facts[seed] = append(k.facts[seed], n)
		default:
			k.warnings = append(k.warnings, line)
		}
	}
}

// TestKilledAgainAndAgain lets five processes work on one desk, and kills each
// of them at a random moment, 200 times in all.
func TestKilledAgainAndAgain(t *testing.T) {
	const officers = 5
	rounds := 40
	if testing.Short() {
		rounds = 4
	}
	dir := t.TempDir()
	k := &acknowledged{facts: map[uint64][]int{}}
	var all sync.WaitGroup
	for o := range officers {
		all.Go(func() {
			for round := range rounds {
				seed := uint64(o + round*officers)
				k.officer(t, dir, seed, time.Duration(rand.IntN(150_000))*time.Microsecond)
			}
		})
	}
	all.Wait()
	documents := 0
	for _, numbers := range k.facts {
		documents += len(numbers)
	}
	t.Logf("%d processes were killed; they had %d entries and %d documents acknowledged", officers*rounds, len(k.entries), documents)
	if len(k.entries) < officers*rounds/2 {
		t.Errorf("only %d entries were acknowledged", len(k.entries))
	}
	for _, w := range slices.Compact(slices.Sorted(slices.Values(k.warnings))) {
		if !strings.Contains(w, errBusy.Error()) { // its document is extracted again another time
			t.Error(w)
		}
	}
	k.checkJournals(t, dir)
	k.checkFacts(t, dir)
}

func (k *acknowledged) checkJournals(t *testing.T, dir string) {
	a, _ := openDesk(t, dir)
	entries, err := a.newFollower().poll()
	if err != nil {
		t.Fatal(err)
	}
	there := map[string]bool{}
	numbered := map[model.EntryID]string{}
	for _, e := range entries {
		there[e.Text] = true
		if other, ok := numbered[e.ID()]; ok {
			t.Errorf("entries %s and %s are both %s", e.Text, other, e.ID())
		}
		numbered[e.ID()] = e.Text
	}
	for _, text := range k.entries {
		if !there[text] {
			t.Errorf("entry %s was acknowledged and is lost", text)
		}
	}
}

func (k *acknowledged) checkFacts(t *testing.T, dir string) {
	a, warned := openDesk(t, dir)
	c, err := a.facts.connect()
	if err != nil {
		t.Fatal(err)
	}
	var sound string
	if err := c.reader.QueryRow(`PRAGMA integrity_check`).Scan(&sound); err != nil || sound != "ok" {
		t.Errorf("the database is %s, %v", sound, err)
	}
	if len(warned.all) > 0 {
		t.Errorf("warnings: %q", warned.all)
	}
	for seed, numbers := range k.facts {
		put := records(seed, slices.Max(numbers)+1)
		for _, n := range numbers {
			if diff := cmp.Diff(put[n].Facts, get(t, a, put[n])); diff != "" {
				t.Fatalf("facts that were acknowledged are others (-put +got):\n%s", diff)
			}
		}
	}
}
