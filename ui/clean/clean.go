package clean

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

const (
	maxMarks = 4 // combining marks left on one letter
	tabStop  = 8
)

// Line cleans s for one row: line ends become a space, a tab one space.
func Line(s string) string { return run(s, false, nil) }

// Text cleans s for many rows: line feeds stay, CR LF becomes a line feed,
// and tabs reach to the next column that eight divides.
func Text(s string) string { return run(s, true, nil) }

// Verbatim is [Text] with what Text lets pass unseen spelt out, too: line
// feeds, carriage returns and tabs as \n, \r and \t, a backslash as \\, blanks
// other than the space by their number. After a line feed a new row begins.
func Verbatim(s string) (string, Map) {
	var m Map
	c := cleaner{in: s, multiline: true, spell: true, offsets: &m}
	c.out.Grow(len(s) + len(s)/8)
	c.clean(0)
	return c.out.String(), m
}

func run(s string, multiline bool, m *Map) string {
	i := plain(s, multiline)
	if i == len(s) {
		return s
	}
	c := cleaner{in: s, multiline: multiline, offsets: m}
	c.out.Grow(len(s) + len(s)/8)
	c.out.WriteString(s[:i])
	if i > 0 && s[i-1] != '\n' {
		c.last = rune(s[i-1])
	}
	c.clean(i)
	return c.out.String()
}

// plain is how many bytes at the start of s are ASCII that needs no cleaning.
func plain(s string, multiline bool) int {
	for i := 0; i < len(s); i++ {
		if b := s[i]; b < ' ' && (b != '\n' || !multiline) || b > '~' {
			return i
		}
	}
	return len(s)
}

type cleaner struct {
	in        string
	multiline bool
	spell     bool // what passes unseen, too
	out       strings.Builder
	last      rune // the character before that came out as itself; 0 where none did
	marks     int  // combining marks on it so far
	column    int  // of the row, at byte measured of what is out
	measured  int
	offsets   *Map // nil where nobody asked
}

func (c *cleaner) clean(i int) {
	for i < len(c.in) {
		r, size := utf8.DecodeRuneInString(c.in[i:])
		c.offsets.add(i, c.out.Len())
		if r == utf8.RuneError && size == 1 {
			c.invalid(c.in[i])
		} else if c.spell && c.spelled(r) {
			c.last, c.marks = 0, 0
		} else if r == '\r' && strings.HasPrefix(c.in[i:], "\r\n") {
			c.lineFeed()
			size = 2
		} else {
			c.char(r, i+size)
		}
		i += size
	}
	c.offsets.add(i, c.out.Len())
}

// spelled writes r in letters where it would pass unseen, or be taken for such
// letters; it reports whether it did.
func (c *cleaner) spelled(r rune) bool {
	switch {
	case r == '\n':
		c.out.WriteString("\\n")
		c.lineFeed()
	case r == '\r':
		c.out.WriteString("\\r")
	case r == '\t':
		c.out.WriteString("\\t")
	case r == '\\':
		c.out.WriteString("\\\\")
	case r != ' ' && unicode.Is(unicode.Zs, r):
		c.visible(r)
	default:
		return false
	}
	return true
}

// char lets r out; next is where the text goes on.
func (c *cleaner) char(r rune, next int) {
	switch {
	case r == '\n':
		c.lineFeed()
	case r == '\t':
		c.tab()
	case r < ' ' || r == 0x7f:
		c.show("\\x%02x", r)
	case r < 0x7f:
		c.pass(r)
	case r == emojiShape || r == textShape:
		// It chooses a drawing, one cell cannot honour it, and terminals
		// disagree on its width: it goes where it has something to choose.
		if !hasShapes(c.last) || c.marks > 0 {
			c.visible(r)
			return
		}
		c.marks++
	case joins(r) && arabicLetter(c.last) && c.before(next):
		c.pass(r)
	case hidden(r):
		c.visible(r)
	case unicode.Is(unicode.Zs, r) && r != ideographicSpace:
		c.pass(' ')
	case unicode.IsMark(r):
		c.mark(r)
	default:
		c.pass(r)
	}
}

const (
	textShape        = '\ufe0e'
	emojiShape       = '\ufe0f'
	ideographicSpace = '\u3000'
)

func joins(r rune) bool { return r == '\u200c' || r == '\u200d' }

// hasShapes reports whether r may be drawn as text or as an emoji.
func hasShapes(r rune) bool {
	return r > 0x7f && (unicode.IsSymbol(r) || unicode.IsPunct(r)) || // ❤, ↔, ‼
		r >= '0' && r <= '9' || r == '#' || r == '*' // keycaps
}

func arabicLetter(r rune) bool { return unicode.Is(unicode.Arabic, r) && unicode.IsLetter(r) }

// before reports whether an Arabic letter stands at byte i of what comes in.
func (c *cleaner) before(i int) bool {
	r, _ := utf8.DecodeRuneInString(c.in[i:])
	return arabicLetter(r)
}

// hidden reports whether a terminal would show nothing for r, or something
// that depends on the font, or join it to what stands around it.
func hidden(r rune) bool {
	return !unicode.IsPrint(r) && !unicode.Is(unicode.Zs, r) ||
		unicode.In(r, unicode.Variation_Selector, unicode.Other_Default_Ignorable_Code_Point) ||
		r >= 0x1f3fb && r <= 0x1f3ff // skin tones, which widen or colour what stands before
}

// pass lets r out as itself.
func (c *cleaner) pass(r rune) {
	c.out.WriteRune(r)
	if !joins(r) {
		c.last, c.marks = r, 0
	} else {
		c.last = 0 // a joiner joins once
	}
}

// mark lets a combining mark out on the letter before it, if there is one and
// it does not carry too many.
func (c *cleaner) mark(r rune) {
	if c.last == 0 || c.marks >= maxMarks {
		c.visible(r)
		return
	}
	c.out.WriteRune(r)
	c.marks++
}

// show writes r in letters; nothing can combine with them.
func (c *cleaner) show(format string, r rune) {
	fmt.Fprintf(&c.out, format, r)
	c.last, c.marks = 0, 0
}

func (c *cleaner) visible(r rune) {
	if r > 0xffff {
		c.show("\\U%08x", r)
		return
	}
	c.show("\\u%04x", r)
}

// invalid shows a byte that is no part of UTF-8; terminals of old read those
// from 0x80 to 0x9f as controls.
func (c *cleaner) invalid(b byte) {
	if b < 0xa0 {
		c.show("\\x%02x", rune(b))
		return
	}
	c.pass(utf8.RuneError)
}

func (c *cleaner) lineFeed() {
	if c.multiline {
		c.out.WriteByte('\n')
		c.column, c.measured = 0, c.out.Len()
	} else {
		c.out.WriteByte(' ')
	}
	c.last, c.marks = 0, 0
}

func (c *cleaner) tab() {
	if !c.multiline {
		c.pass(' ')
		return
	}
	row := c.out.String()[c.measured:]
	if i := strings.LastIndexByte(row, '\n'); i >= 0 { // a row that needed no cleaning
		row, c.column = row[i+1:], 0
	}
	c.column += ansi.StringWidthWc(row)
	n := tabStop - c.column%tabStop
	for range n {
		c.pass(' ')
	}
	c.column, c.measured = c.column+n, c.out.Len()
}
