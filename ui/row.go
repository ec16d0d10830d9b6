package ui

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"crisisdesk/ui/clean"
)

// row writes one row of the screen, exactly as wide as it was made. Whatever
// is put into it is cleaned: no text reaches a terminal but through here.
type row struct {
	*theme
	buf      []byte
	left     int      // cells still free
	match    []string // words to be marked, ASCII letters in lower case
	inPieces bool     // what is put is part of a text that is isolated as a whole
}

func newRow(t *theme, width int) *row {
	return &row{theme: t, buf: make([]byte, 0, width+32), left: width}
}

// put writes s as a cell of n columns, cut or padded, as far as there is room.
func (r *row) put(s string, n int, st style) {
	if n = min(n, r.left); n <= 0 {
		return
	}
	if s == "" {
		r.gap(n)
		return
	}
	r.left -= n
	r.buf = append(r.buf, st.open...)
	start := len(r.buf)
	r.fit(clean.Line(s), n)
	if len(r.match) > 0 {
		r.marked(start, st)
	}
	r.buf = append(r.buf, st.close...)
}

// column writes a cell and the gap to the next.
func (r *row) column(s string, n int, st style) {
	r.put(s, n, st)
	r.gap(1)
}

// text writes s at its own width, cut where the row ends.
func (r *row) text(s string, st style) {
	s = clean.Line(s)
	r.put(s, ansi.StringWidthWc(s), st)
}

// gap leaves n cells blank.
func (r *row) gap(n int) {
	n = max(0, min(n, r.left))
	r.buf = append(r.buf, blanks(n)...)
	r.left -= n
}

// fill draws sign, one cell wide, to the column that leaves n free.
func (r *row) fill(sign string, n int, st style) {
	if r.left <= n {
		return
	}
	r.buf = append(r.buf, st.open...)
	for ; r.left > n; r.left-- {
		r.buf = append(r.buf, sign...)
	}
	r.buf = append(r.buf, st.close...)
}

// done is the row, padded.
func (r *row) done() string {
	r.gap(r.left)
	return string(r.buf)
}

// squeeze cleans s and leaves one space between words, so that no text can
// set words where another column stands.
func squeeze(s string) string {
	s = clean.Line(s)
	if !strings.Contains(s, "  ") && !strings.Contains(s, "\u3000") {
		return s
	}
	return strings.Join(strings.Fields(s), " ")
}

// blank is as long as most rows are wide.
var blank = strings.Repeat(" ", 256)

// blanks is n spaces.
func blanks(n int) string {
	if n <= len(blank) {
		return blank[:max(0, n)]
	}
	return strings.Repeat(" ", n)
}

// fit writes s, which is clean, in exactly n cells.
func (r *row) fit(s string, n int) {
	if isASCII(s) {
		if len(s) > n {
			r.buf = append(r.buf, s[:n-1]...)
			r.buf = append(r.buf, r.ellipsis...)
			return
		}
		r.buf = append(r.buf, s...)
		r.buf = append(r.buf, blanks(n-len(s))...)
		return
	}
	w := ansi.StringWidthWc(s)
	if w > n {
		var head int
		head, w = cut(s, n-1)
		s = s[:head] + r.ellipsis
		w++
	}
	r.buf = append(r.buf, r.isolate(s)...)
	r.buf = append(r.buf, blanks(n-w)...)
}

// cut is how many bytes of s fit n cells, and how many cells they take. A
// letter is parted from its marks only where the two alone are too wide.
func cut(s string, n int) (bytes, width int) {
	for bytes < len(s) {
		cluster, w := ansi.FirstGraphemeCluster(s[bytes:], ansi.WcWidth)
		if width+w > n {
			break
		}
		bytes += len(cluster)
		width += w
	}
	if bytes > 0 {
		return bytes, width
	}
	for i, r := range s {
		w := ansi.StringWidthWc(string(r))
		if width+w > n {
			return i, width
		}
		width += w
	}
	return len(s), width
}

func isASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}
