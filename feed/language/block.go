package language

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	wrapMin     = 50  // bytes; a narrower longest line is not taken for a wrapped one
	wrapMax     = 140 // bytes; a longer line is a paragraph of its own
	headingMax  = 140 // bytes in a heading
	captionTail = 60  // bytes at the end of a caption that hold its credit

	maxBlock = 64 << 10 // bytes of a block: what goes on for longer is no paragraph
)

// line is a line of a passage without the white space around it.
type line struct{ start, end int }

// Blocks splits text[from:to], a kept passage, into blocks. Blank lines part
// blocks. Neighbouring lines stay one block where the text is hard-wrapped: the
// next line's first word would not have fitted, or it goes on in lower case.
// What is longer than 64 KiB is cut between words.
func Blocks(text string, from, to int) []Block {
	from, to = max(from, 0), min(to, len(text))
	var blocks []Block
	var group []line
	for from < to {
		group, from = nextGroup(group[:0], text, from, to)
		blocks = appendGroup(blocks, text, group)
	}
	return blocks
}

// nextGroup appends the lines up to the next blank line to group, and returns
// where to go on.
func nextGroup(group []line, text string, from, to int) ([]line, int) {
	for from < to {
		end := to
		next := to
		if i := strings.IndexByte(text[from:to], '\n'); i >= 0 {
			end, next = from+i, from+i+1
		}
		l := trim(text, from, end)
		from = next
		for l.end-l.start > maxBlock {
			at := l.start + lastGap(text[l.start:l.start+maxBlock])
			group = append(group, trim(text, l.start, at))
			l = trim(text, at, l.end)
		}
		if l.start < l.end {
			group = append(group, l)
		} else if len(group) > 0 {
			break
		}
	}
	return group, from
}

// lastGap is where the last word of a text begins that goes on; where there is
// but one, where its last character does.
func lastGap(s string) int {
	if at := strings.LastIndexFunc(s, unicode.IsSpace); at > 0 {
		return at
	}
	at := len(s) - 1
	for at > len(s)-utf8.UTFMax && !utf8.RuneStart(s[at]) {
		at--
	}
	return at
}

func trim(text string, start, end int) line {
	s := strings.TrimLeftFunc(text[start:end], unicode.IsSpace)
	start = end - len(s)
	s = strings.TrimRightFunc(s, unicode.IsSpace)
	return line{start, start + len(s)}
}

// appendGroup joins the wrapped lines of a group and appends the blocks.
func appendGroup(blocks []Block, text string, group []line) []Block {
	width := 0
	for _, l := range group {
		width = max(width, l.end-l.start)
	}
	for i := 0; i < len(group); {
		b := Block{Start: group[i].start, End: group[i].end}
		lines := 1
		for i++; i < len(group) && group[i].end-b.Start <= maxBlock && wraps(text, group[i-1], group[i], width); i++ {
			b.End = group[i].end
			lines++
		}
		b.Kind = blockKind(text[b.Start:b.End], lines)
		blocks = append(blocks, b)
	}
	return blocks
}

// wraps reports whether next continues prev.
func wraps(text string, prev, next line, width int) bool {
	a, b := text[prev.start:prev.end], text[next.start:next.end]
	if _, item := bullet(b); item {
		return false
	}
	if r, _ := utf8.DecodeRuneInString(b); unicode.IsLower(r) {
		return true
	}
	if width < wrapMin || width > wrapMax {
		return false
	}
	word := strings.IndexFunc(b, unicode.IsSpace)
	if word < 0 {
		word = len(b)
	}
	return len(a)+1+word > width && (len(b) > width/2 || ended(b))
}

func blockKind(s string, lines int) BlockKind {
	switch {
	case isCaption(s):
		return Caption
	case isItem(s):
		return ListItem
	case lines <= 2 && isHeading(s):
		return Heading
	}
	return Paragraph
}

func isItem(s string) bool {
	_, item := bullet(s)
	return item
}

// bullet returns the length of the mark that opens a list item ("-", "•",
// "3.", "(b)") with the space after it.
func bullet(s string) (int, bool) {
	r, n := utf8.DecodeRuneInString(s)
	switch {
	case strings.ContainsRune("-*•‣◦▪●·–", r):
	case r == '(' || isDigit(r) || 'a' <= r && r <= 'z':
		if r == '(' {
			n = 0
		}
		n = enumerator(s)
	default:
		return 0, false
	}
	if n == 0 || n >= len(s) || s[n] != ' ' && s[n] != '\t' {
		return 0, false
	}
	return n + 1, true
}

// enumerator returns the length of "3.", "12)", "(4)", "b)" or "(b)", 0 for
// anything else: a longer number is a year or an amount.
func enumerator(s string) int {
	i := 0
	open := s[0] == '('
	if open {
		i++
	}
	from := i
	for i < len(s) && i < from+2 && '0' <= s[i] && s[i] <= '9' {
		i++
	}
	letter := i == from
	if letter && i < len(s) && 'a' <= s[i] && s[i] <= 'z' {
		i++
	}
	if i == from || i >= len(s) {
		return 0
	}
	if s[i] == ')' || s[i] == '.' && !open && !letter {
		return i + 1
	}
	return 0
}

var captionWords = []string{"Photo:", "Photo by", "File photo", "Image:", "Image credit", "Picture:", "Caption:", "Photograph:", "FILE PHOTO", "FILE -", "FILE –", "FILE —"}

var credits = []string{"/AFP", "/Reuters", "/AP", "AP Photo", "Getty Images", "/EPA", "Photo:", "Photograph:", "File photo", "[File", "via AFP", "via AP", "via Reuters"}

// isCaption knows a caption by its first word or by the credit at its end.
func isCaption(s string) bool {
	for _, w := range captionWords {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	tail := s[max(0, len(s)-captionTail):]
	i := strings.LastIndexAny(tail, "[(")
	if i < 0 || !strings.HasSuffix(tail, "]") && !strings.HasSuffix(tail, ")") {
		return false
	}
	for _, c := range credits {
		if strings.Contains(tail[i:], c) {
			return true
		}
	}
	return false
}

// isHeading takes a short block that does not end as a sentence does.
func isHeading(s string) bool {
	if len(s) > headingMax || ended(s) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s)
	return !unicode.IsLower(r) && strings.ContainsFunc(s, unicode.IsLetter)
}

// ended reports whether s closes as a sentence or a lead-in does.
func ended(s string) bool {
	s = strings.TrimRight(s, "\"'”’»)]")
	return s == "" || strings.ContainsRune(".!…:;,", lastRune(s))
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' }
