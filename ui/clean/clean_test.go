package clean

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

func TestText(t *testing.T) {
	for name, c := range map[string]struct{ in, want string }{
		"plain":                    {"Blasts in Kabul\non Thursday", "Blasts in Kabul\non Thursday"},
		"carriage return forgery":  {"200 killed\rFAKE", `200 killed\x0dFAKE`},
		"windows line ends":        {"a\r\nb\r\r\n", "a\nb\\x0d\n"},
		"backspace forgery":        {"200\b\b\b  2", `200\x08\x08\x08  2`},
		"escape sequence":          {"\x1b[8mhidden\x1b[m", `\x1b[8mhidden\x1b[m`},
		"unterminated title":       {"\x1b]0;owned", `\x1b]0;owned`},
		"hyperlink":                {"\x1b]8;;http://x\x07y", `\x1b]8;;http://x\x07y`},
		"C1 in UTF-8":              {"\u009b31m", `\u009b31m`},
		"C1 as a byte":             {"\x9b31m", `\x9b31m`},
		"DEL and NUL":              {"a\x7f\x00", `a\x7f\x00`},
		"bytes that are no UTF-8":  {"caf\xe9 \xff", "caf\ufffd \ufffd"},
		"bidi override":            {"\u202egnp", `\u202egnp`},
		"zero width":               {"a\u200bb\ufeff", `a\u200bb\ufeff`},
		"tag characters":           {"a\U000e0041", `a\U000e0041`},
		"line separator":           {"a\u2028b\u2029", `a\u2028b\u2029`},
		"Persian with its joiner":  {"می\u200cخواهد", "می\u200cخواهد"},
		"two joiners":              {"ی\u200c\u200cخ", `ی\u200c\u200cخ`},
		"joiner between emoji":     {"👨\u200d👩", `👨\u200d👩`},
		"emoji and its shape":      {"⚡\ufe0f 🇵🇰 ❤\ufe0f", "⚡ 🇵🇰 ❤"},
		"shapes that hide":         {"❤\ufe0f\ufe0f a\ufe0f", `❤\ufe0f a\ufe0f`},
		"skin tone":                {"👍🏽", `👍\U0001f3fd`},
		"wide":                     {"中文", "中文"},
		"no-break space":           {"10\u00a0km", "10 km"},
		"soft hyphen":              {"co\u00adop", `co\u00adop`},
		"accents":                  {"Ame\u0301lie", "Ame\u0301lie"},
		"five marks on a letter":   {"e\u0301\u0301\u0301\u0301\u0301", "e\u0301\u0301\u0301\u0301" + `\u0301`},
		"a mark on nothing":        {"\u0301a\n\u0301", `\u0301a` + "\n" + `\u0301`},
		"tabs":                     {"ab\tc\n\td\té\te", "ab      c\n        d       é       e"},
		"tabs after rows as is":    {"one\ntwo\nab\tc", "one\ntwo\nab      c"},
		"letters like an escape":   {`\x1b`, `\x1b`},
		"private use and unknown":  {"\ue000\U000e01ff", `\ue000\U000e01ff`},
		"hangul filler":            {"a\u3164b", `a\u3164b`},
		"Urdu with vowel sign":     {"اِسلام", "اِسلام"},
		"invisible plus, C1 mixed": {"x\u2062\u0085y", `x\u2062\u0085y`},
	} {
		t.Run(name, func(t *testing.T) {
			if got := Text(c.in); got != c.want {
				t.Errorf("Text(%q) = %q, want %q", c.in, got, c.want)
			}
		})
	}
}

func TestVerbatim(t *testing.T) {
	for in, want := range map[string]string{
		"a\tb\r\nc\n":        `a\tb\r\n` + "\n" + `c\n` + "\n",
		`a\n`:                `a\\n`,
		"10\u00a0km e\u0301": `10\u00a0km ` + "e\u0301",
		"\x1b[2J\u202e":      `\x1b[2J\u202e`,
	} {
		got, m := Verbatim(in)
		if got != want {
			t.Errorf("Verbatim(%q) = %q, want %q", in, got, want)
		}
		if Text(got) != got {
			t.Errorf("Verbatim(%q) is not clean: %q", in, got)
		}
		if end := m.Out(len(in)); end != len(got) {
			t.Errorf("the end of %q stands at %d of %d", in, end, len(got))
		}
	}
}

func TestLine(t *testing.T) {
	for in, want := range map[string]string{
		"one\ntwo\r\nthree\tfour": "one two three four",
		"evil\x1b[2Jname.txt":     `evil\x1b[2Jname.txt`,
		"plain":                   "plain",
	} {
		if got := Line(in); got != want {
			t.Errorf("Line(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestMapLeadsToTheSameWords(t *testing.T) {
	for _, raw := range []string{
		"plain words here",
		"\ufeffBOM before the words here",
		"CR\r\nLF\tand a tab, the words here",
		"caf\xe9 \x1b[31m the words here \u202e!",
		"❤\ufe0f the words\u00a0here",
	} {
		out, m := TextMap(raw)
		for _, word := range []string{"words", "here"} {
			i := strings.Index(raw, word)
			if at := m.Out(i); !strings.HasPrefix(out[at:], word) {
				t.Errorf("%q: byte %d leads to %q, want %q", raw, i, out[at:], word)
			}
		}
		if got := m.Out(len(raw)); got != len(out) {
			t.Errorf("%q: the end leads to byte %d of %d", raw, got, len(out))
		}
	}
}

func TestPlainTextIsNotCopied(t *testing.T) {
	s := strings.Repeat("A plain sentence.\n", 100)
	if n := testing.AllocsPerRun(10, func() { Text(s) }); n != 0 {
		t.Errorf("%v allocations, want none", n)
	}
}

func FuzzClean(f *testing.F) {
	for _, s := range []string{"", "plain\n", "\x1b[31m", "\x9b\u009b\r\b", "e\u0301\u0301\u0301\u0301\u0301", "می\u200cخ", "a\tb", "❤\ufe0f", "\xf0\x9f"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		text, m := TextMap(s)
		for _, out := range []string{text, Line(s)} {
			if !utf8.ValidString(out) {
				t.Fatalf("%q came out as %q, no UTF-8", s, out)
			}
			for _, r := range out {
				if r != '\n' && unicode.IsControl(r) || unicode.Is(unicode.Cf, r) && !joins(r) {
					t.Fatalf("%U came out of %q", r, s)
				}
			}
			if ansi.Strip(out) != out {
				t.Fatalf("a sequence came out of %q", s)
			}
		}
		if strings.Contains(Line(s), "\n") {
			t.Fatalf("a line feed came out of Line(%q)", s)
		}
		if again := Text(text); again != text {
			t.Fatalf("Text(%q) = %q, and again %q", s, text, again)
		}
		last := 0
		for i := range len(s) + 1 {
			at := m.Out(i)
			if at < last || at > len(text) {
				t.Fatalf("%q: byte %d leads to %d after %d, of %d", s, i, at, last, len(text))
			}
			last = at
		}
	})
}

func BenchmarkLine(b *testing.B) {
	for name, s := range map[string]string{
		"ascii":  "Pakistan's army said more than 200 fighters had been killed along the border on Saturday.",
		"quotes": "Pakistan’s army said “more than 200” fighters had been killed along the border on Saturday.",
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(int64(len(s)))
			for b.Loop() {
				Line(s)
			}
		})
	}
}
