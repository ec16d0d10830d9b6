package ui

import (
	"strings"
	"unicode/utf8"
)

// stretch is bytes start to end of a text.
type stretch struct{ start, end int }

// wrap breaks clean text into rows of at most width cells: at line feeds, else
// between words, else inside a word that is too long for a row.
func wrap(text string, width int) []stretch {
	var rows []stretch
	width = max(1, width)
	for start := 0; start <= len(text); {
		end := len(text)
		if i := strings.IndexByte(text[start:], '\n'); i >= 0 {
			end = start + i
		}
		rows = wrapParagraph(rows, text, start, end, width)
		start = end + 1
	}
	return rows
}

// wrapHanging is wrap with rows that are hang cells narrower after the first.
func wrapHanging(text string, width, hang int) []stretch {
	rows := wrap(text, width)
	if hang == 0 || len(rows) == 1 {
		return rows
	}
	from := rows[1].start
	rows = rows[:1]
	for _, r := range wrap(text[from:], width-hang) {
		rows = append(rows, stretch{from + r.start, from + r.end})
	}
	return rows
}

func wrapParagraph(rows []stretch, text string, start, end, width int) []stretch {
	for {
		fits := fitting(text[start:end], width)
		if start+fits == end {
			return append(rows, stretch{start, end})
		}
		stop, next := start+fits, start+fits
		if text[next] != ' ' {
			if i := strings.LastIndexByte(text[start:stop], ' '); i > 0 {
				stop, next = start+i, start+i
			}
		}
		for next < end && text[next] == ' ' {
			next++
		}
		rows = append(rows, stretch{start, stop})
		if start = next; start == end {
			return rows
		}
	}
}

// fitting is how many bytes of s fit a row; at least one character does.
func fitting(s string, width int) int {
	if isASCII(s[:min(len(s), width+1)]) {
		return min(len(s), width)
	}
	n, _ := cut(s, width)
	if n == 0 {
		_, n = utf8.DecodeRuneInString(s)
	}
	return n
}
