package archive

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"crisisdesk/model"
)

const (
	longestSnippet = 240 // bytes
	mostFound      = 500 // words looked at for one snippet
)

// found is a place in a text where one of the words stands.
type found struct {
	Stretch
	word, paragraph int
}

// snippet cuts out of a text the stretch that holds most of different words,
// the first such, and says where they stand in it.
func snippet(text string, words []string) (model.Span, []Stretch) {
	all := find(text, words)
	if len(all) == 0 {
		return model.Span{}, nil
	}
	var first, last found
	best := 0
	for i, a := range all {
		seen := map[int]bool{}
		for _, b := range all[i:] {
			if b.End-a.Start > longestSnippet || b.paragraph != a.paragraph {
				break
			}
			if seen[b.word] = true; len(seen) > best {
				first, last, best = a, b, len(seen)
			}
		}
	}
	start, end := widen(text, first.Start, last.End)
	var in []Stretch
	for _, f := range all {
		if f.Start >= start && f.End <= end {
			in = append(in, f.Stretch)
		}
	}
	return model.Span{Start: start, End: end, Text: text[start:end]}, in
}

// find lists where words stand at the start of words of text.
func find(text string, words []string) []found {
	var out []found
	paragraph, end := 0, 0
	for start := 0; start < len(text) && len(out) < mostFound; {
		r, size := utf8.DecodeRuneInString(text[start:])
		if !inWord(r) {
			start += size
			continue
		}
		if gap.MatchString(text[end:start]) {
			paragraph++
		}
		end = start + wordLength(text[start:])
		word := foldWord(text[start:end])
		if i := slices.IndexFunc(words, func(w string) bool { return strings.HasPrefix(word, w) }); i >= 0 {
			out = append(out, found{Stretch{start, end}, i, paragraph})
		}
		start = end
	}
	return out
}

// gap ends a paragraph: an empty line, which also stands for what was not kept.
var gap = regexp.MustCompile(`\n[ \t\r]*\n`)

// widen takes whole words around a stretch into it, evenly on both sides, as
// far as the paragraph and the length of a snippet allow.
func widen(text string, start, end int) (int, int) {
	room := max(0, longestSnippet-(end-start)) / 2
	lead, tail := text[max(0, start-room):start], text[end:min(len(text), end+room)]
	if gaps := gap.FindAllStringIndex(lead, -1); gaps != nil {
		lead = lead[gaps[len(gaps)-1][1]:]
	} else if len(lead) == room {
		lead = lead[strings.IndexByte(lead, ' ')+1:]
	}
	if at := gap.FindStringIndex(tail); at != nil {
		tail = tail[:at[0]]
	} else if len(tail) == room {
		tail = tail[:max(0, strings.LastIndexByte(tail, ' '))]
	}
	lead, tail = strings.TrimLeftFunc(lead, unicode.IsSpace), strings.TrimRightFunc(tail, unicode.IsSpace)
	return start - len(lead), end + len(tail)
}

func wordLength(s string) int {
	if n := strings.IndexFunc(s, func(r rune) bool { return !inWord(r) }); n >= 0 {
		return n
	}
	return len(s)
}

// foldWord makes spellings of a word equal that the index takes for equal.
func foldWord(s string) string {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return strings.Map(func(r rune) rune {
				if unicode.Is(unicode.Mn, r) {
					return -1
				}
				return unicode.ToLower(r)
			}, norm.NFD.String(s))
		}
	}
	return strings.ToLower(s)
}

// foldedWords are the words of s.
func foldedWords(s string) []string {
	words := strings.FieldsFunc(s, func(r rune) bool { return !inWord(r) })
	for i, w := range words {
		words[i] = foldWord(w)
	}
	return words
}
