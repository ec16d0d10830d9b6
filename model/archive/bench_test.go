package archive

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"crisisdesk/model"
)

// largeDir is removed at the end of the tests.
var largeDir string

// large is the folder of a desk that holds 20,000 documents, made once.
var large = sync.OnceValues(func() (dir string, err error) {
	if dir, err = os.MkdirTemp("", "desk"); err != nil {
		return "", err
	}
	largeDir = dir
	a, err := Open(dir, Options{})
	if err != nil {
		return "", err
	}
	defer a.Close()
	c := newCorpus(1)
	for range 20_000 / 100 {
		var batch []Record
		for range 100 {
			batch = append(batch, c.next())
		}
		if err := a.Put(background, version, batch...); err != nil {
			return "", err
		}
	}
	return dir, nil
})

func openLarge(b *testing.B) *Archive {
	b.Helper()
	dir, err := large()
	if err != nil {
		b.Fatal(err)
	}
	a, _ := openDesk(b, dir)
	return a
}

// BenchmarkAll is a warm start with 20,000 documents.
func BenchmarkAll(b *testing.B) {
	a := openLarge(b)
	b.ReportAllocs()
	for b.Loop() {
		n := 0
		for batch, err := range a.All(b.Context(), version) {
			if err != nil {
				b.Fatal(err)
			}
			n += len(batch)
		}
		if n != 20_000 {
			b.Fatalf("%d documents", n)
		}
	}
	a.Close()
	info, err := os.Stat(filepath.Join(a.dir, "facts.db"))
	if err != nil {
		b.Fatal(err)
	}
	b.ReportMetric(float64(info.Size())/20_000, "disk-B/doc")
}

// BenchmarkSearch looks for words that stand in many and in few of 20,000 documents.
func BenchmarkSearch(b *testing.B) {
	for _, words := range []string{"pakistan", "kabul ceasefire torkham", "pak", "baka", "shidor"} {
		b.Run(words, func(b *testing.B) {
			a := openLarge(b)
			b.ReportAllocs()
			for b.Loop() {
				if _, err := a.Search(b.Context(), words, 50); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkGet is one document that another process has put.
func BenchmarkGet(b *testing.B) {
	a := openLarge(b)
	r := records(1, 200)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		if get(b, a, r[i%len(r)]) == nil {
			b.Fatal("not there")
		}
	}
}

// BenchmarkPut stores documents, so many in a batch.
func BenchmarkPut(b *testing.B) {
	for _, n := range []int{1, 100} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			a, _ := openDesk(b, b.TempDir())
			c := newCorpus(2)
			b.ReportAllocs()
			done := 0
			for b.Loop() {
				b.StopTimer()
				batch := make([]Record, n)
				for i := range batch {
					batch[i] = c.next()
				}
				b.StartTimer()
				put(b, a, batch...)
				done += n
			}
			b.ReportMetric(float64(done)/b.Elapsed().Seconds(), "docs/s")
		})
	}
}

// BenchmarkPutBesideOthers is one document, or a hundred, put while four others
// hold the desk open and put without rest: the longest wait, and how often it was in vain.
func BenchmarkPutBesideOthers(b *testing.B) {
	for _, n := range []int{1, 100} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			dir := b.TempDir()
			ctx, cancel := context.WithCancel(b.Context())
			var others sync.WaitGroup
			for o := range 4 {
				a, _ := openDesk(b, dir)
				batch := records(uint64(10+o), 200)
				others.Go(func() {
					for i := 0; ctx.Err() == nil; i++ {
						from := i * n % len(batch)
						a.Put(ctx, fmt.Sprint("extractor ", i), batch[from:from+n]...)
					}
				})
			}
			a, _ := openDesk(b, dir)
			c := newCorpus(9)
			var longest time.Duration
			busy := 0
			for b.Loop() {
				r := c.next()
				start := time.Now()
				if err := a.Put(ctx, version, r); errors.Is(err, errBusy) {
					busy++
				}
				longest = max(longest, time.Since(start))
			}
			cancel()
			others.Wait()
			b.ReportMetric(longest.Seconds()*1000, "longest-ms")
			b.ReportMetric(float64(busy)/float64(b.N), "busy/op")
		})
	}
}

// BenchmarkEncode and BenchmarkDecode are the facts of one document.
func BenchmarkEncode(b *testing.B) {
	f := records(1, 1)[0].Facts
	b.ReportAllocs()
	for b.Loop() {
		encodeFacts(f)
	}
	b.ReportMetric(float64(len(encodeFacts(f))), "B/doc")
}

func BenchmarkDecode(b *testing.B) {
	body := encodeFacts(records(1, 1)[0].Facts)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := decodeFacts(body); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkAppend is one entry, on disk.
func BenchmarkAppend(b *testing.B) {
	a, _ := openDesk(b, b.TempDir())
	e := model.Entry{Officer: Self(), Name: "Amina", Action: model.WriteNote, Of: []model.Item{"report:a"}, Text: "two sources, one origin"}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := a.Append(e); err != nil {
			b.Fatal(err)
		}
	}
}
