package document

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// decode turns the bytes of a text into UTF-8: by their byte-order mark, as
// UTF-8 where that is what they are, by the declared name of their character
// set, else as windows-1252. Bytes that are UTF-8, also those with a few
// others among them, stay as they are. The note names any other set.
func decode(raw []byte, declared string) (text, note string) {
	switch {
	case bytes.HasPrefix(raw, []byte{0xFF, 0xFE}):
		return decoded(raw, unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM)), "read as UTF-16"
	case bytes.HasPrefix(raw, []byte{0xFE, 0xFF}):
		return decoded(raw, unicode.UTF16(unicode.BigEndian, unicode.ExpectBOM)), "read as UTF-16"
	case utf8.Valid(raw):
		return string(raw), ""
	}
	if set, name := charset.Lookup(declared); set != nil && name != "utf-8" && name != "replacement" {
		return decoded(raw, set), "read as " + name
	}
	if declared != "" || bytes.IndexByte(raw, 0) >= 0 || hasUTF8(raw) || controls(raw) {
		return string(raw), ""
	}
	return decoded(raw, charmap.Windows1252), "read as windows-1252"
}

// controls reports whether raw has more control characters than text has.
func controls(raw []byte) bool {
	n := 0
	for _, c := range raw {
		if c < ' ' && !bytes.ContainsRune([]byte("\n\r\t\f\x1b"), rune(c)) {
			n++
		}
	}
	return float64(n) > maxInvalid*float64(len(raw))+3
}

// hasUTF8 reports whether a character of more than one byte stands in raw.
func hasUTF8(raw []byte) bool {
	for len(raw) > 0 {
		r, n := utf8.DecodeRune(raw)
		if r != utf8.RuneError && n > 1 {
			return true
		}
		raw = raw[n:]
	}
	return false
}

// decoded is raw out of set; what is no text in it becomes U+FFFD.
func decoded(raw []byte, set encoding.Encoding) string {
	out, err := set.NewDecoder().Bytes(raw)
	if err != nil {
		return strings.ToValidUTF8(string(raw), "\uFFFD")
	}
	return string(out)
}
