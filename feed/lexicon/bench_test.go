package lexicon

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Load(General(), layer("af-pk")); err != nil {
			b.Fatal(err)
		}
	}
}

// news is real text beside the checkout, or a paragraph of our own.
func news(b *testing.B) (tokens []string, size int64) {
	text := "Pakistan's foreign ministry said on Sunday that Kabul had agreed to hold fire along the Durand Line after clashes near Torkham ."
	files, _ := filepath.Glob("../../../shared/corpus/docs/t0[0-9][1-4].txt")
	for _, name := range files {
		raw, err := os.ReadFile(name)
		if err != nil {
			b.Fatal(err)
		}
		text += "\n" + string(raw)
	}
	return strings.Fields(text), int64(len(text))
}

func BenchmarkFold(b *testing.B) {
	l := Default()
	tokens, size := news(b)
	b.SetBytes(size)
	b.ReportAllocs()
	for b.Loop() {
		l.Fold(tokens)
	}
}

func BenchmarkMatch(b *testing.B) {
	l := Default()
	tokens, size := news(b)
	text := l.Fold(tokens)
	b.SetBytes(size)
	b.ReportAllocs()
	for b.Loop() {
		l.Match(text)
	}
}

// BenchmarkSentences looks everything up in sentences of 25 tokens, as extraction does.
func BenchmarkSentences(b *testing.B) {
	l := Default()
	tokens, size := news(b)
	b.SetBytes(size)
	b.ReportAllocs()
	for b.Loop() {
		for sentence := range slices.Chunk(tokens, 25) {
			text := l.Fold(sentence)
			l.Match(text)
			l.Events(text)
			l.Tolls(text)
			l.People(text)
			l.Speech(text)
			l.Hedges(text)
			l.Bearings(text)
		}
	}
}
