package document

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// maxInvalid is the share of bytes that may be no UTF-8 in what is still taken
// for text: a few bytes of another character set in a page pasted together.
const maxInvalid = 0.02

// maxLines is the most lines that a page may have: what a line costs, whatever
// stands on it, is bounded by it. An article has a hundred.
const maxLines = 100_000

// notText says why raw is not UTF-8 text, and else how many bytes of it are not.
func notText(raw string) (invalid int, why error) {
	switch {
	case len(raw) == 0:
		return 0, Refusal("an empty file")
	case len(raw) > MaxSize:
		return 0, tooLarge(int64(len(raw)))
	case strings.HasPrefix(raw, "\xFF\xFE"), strings.HasPrefix(raw, "\xFE\xFF"):
		return 0, Refusal("not read: UTF-16 where UTF-8 is wanted")
	case strings.IndexByte(raw, 0) >= 0:
		return 0, Refusal("not text: it contains NUL bytes")
	case len(strings.TrimSpace(raw)) == 0:
		return 0, Refusal("an empty file: nothing but white space")
	case lineBreaks(raw) > maxLines:
		return 0, Refusal(fmt.Sprintf("too large: %d lines, the limit is %d", lineBreaks(raw), maxLines))
	}
	controls := 0
	for rest := raw; len(rest) > 0; {
		r, n := utf8.DecodeRuneInString(rest)
		switch {
		case r == utf8.RuneError && n == 1:
			invalid++
		case r < ' ' && r != '\n' && r != '\r' && r != '\t' && r != '\f' && r != 0x1B:
			controls++
		}
		rest = rest[n:]
	}
	if float64(invalid) > maxInvalid*float64(len(raw))+3 {
		return 0, Refusal(fmt.Sprintf("not UTF-8 text: %d of %d bytes cannot be decoded", invalid, len(raw)))
	}
	if float64(controls) > maxInvalid*float64(len(raw))+3 {
		return 0, Refusal(fmt.Sprintf("not text: %d of %d bytes are control characters", controls, len(raw)))
	}
	return invalid, nil
}

// lineBreaks counts the ends of lines, as any system writes them.
func lineBreaks(raw string) int {
	return strings.Count(raw, "\n") + strings.Count(raw, "\r") - strings.Count(raw, "\r\n")
}
