package document

import "strings"

// line is one line of a file that holds more than white space.
type line struct {
	start, end int    // bytes of the file, white space at both ends left out
	text       string // what lies between
	gap        bool   // a blank line, or the start of the file, lies before it
}

// splitLines cuts text into its lines, blank ones dropped.
func splitLines(text string) []line {
	var out []line
	gap := true
	for at := 0; at < len(text); {
		end, next := len(text), len(text)
		if i := strings.IndexAny(text[at:], "\n\r"); i >= 0 {
			end, next = at+i, at+i+1
			if strings.HasPrefix(text[end:], "\r\n") {
				next++
			}
		}
		body := strings.TrimLeft(text[at:end], blank)
		start := end - len(body)
		if body = strings.TrimRight(body, blank); body != "" {
			out = append(out, line{start: start, end: start + len(body), text: body, gap: gap})
		}
		gap = body == ""
		at = next
	}
	return out
}

// blank is the white space, and the invisible marks, that a line may begin and end with.
const blank = " \t\f\v\u00A0\u2002\u2003\u2009\u200B\u3000\uFEFF"
