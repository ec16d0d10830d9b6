package language_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"crisisdesk/feed/language"
)

// news returns the sentences of conflict news in testdata as running text.
func news(tb testing.TB) string {
	tb.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "facts.txt"))
	if err != nil {
		tb.Fatal(err)
	}
	var lines []string
	for line := range strings.Lines(string(data)) {
		if line[0] != '\t' && line[0] != '#' {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "")
}

// BenchmarkAnnotate reports tokens a second and allocations a token, from raw
// text to trees, on one goroutine.
func BenchmarkAnnotate(b *testing.B) {
	text := strings.Repeat(news(b), 10)
	tokens := 0
	for _, s := range annotate(text) {
		tokens += len(s.Tokens)
	}
	allocations := testing.AllocsPerRun(5, func() { annotate(text) })
	b.ReportAllocs()
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		annotate(text)
	}
	b.ReportMetric(float64(tokens)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
	b.ReportMetric(allocations/float64(tokens), "allocs/token")
}

func BenchmarkSplit(b *testing.B) {
	text := strings.Repeat(news(b), 10)
	b.ReportAllocs()
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		language.Split(text, language.Blocks(text, 0, len(text)))
	}
}

func BenchmarkLoad(b *testing.B) {
	weights, err := os.ReadFile("weights.bin")
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := language.Load(weights); err != nil {
			b.Fatal(err)
		}
	}
}
