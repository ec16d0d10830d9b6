package export

import (
	"fmt"
	"io"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// escaping passes JSON on with those characters spelt out that a terminal
// would obey or not show: DEL, C1 and formats, such as those that turn the
// direction of text. C0 is spelt out by package json. To a reader of JSON it is
// the same.
type escaping struct{ w io.Writer }

func (e escaping) Write(json []byte) (int, error) {
	start := json
	var out []byte // all before json, where something was spelt out
	for i := 0; i < len(json); {
		if b := json[i]; b < utf8.RuneSelf && b != '\x7f' {
			i++
			continue
		}
		r, size := utf8.DecodeRune(json[i:])
		if !unicode.In(r, unicode.Cc, unicode.Cf) {
			i += size
			continue
		}
		out = append(out, json[:i]...)
		for _, unit := range utf16.Encode([]rune{r}) {
			out = fmt.Appendf(out, `\u%04x`, unit)
		}
		json, i = json[i+size:], 0
	}
	if out != nil {
		json = append(out, json...)
	}
	if _, err := e.w.Write(json); err != nil {
		return 0, err
	}
	return len(start), nil
}
