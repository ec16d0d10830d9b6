package language

import (
	"strings"
	"testing"
)

func TestPlain(t *testing.T) {
	for text, want := range map[string]string{
		"Strikes on Kabul killed 14.":                    "Strikes on Kabul killed 14.",
		"Str\u200bikes on Ka\u2060\u200dbul":             "Strikes on Kabul",
		"killed 1\u200b4, not 1,\u200b400 nor 1\u200b.5": "killed 14, not 1,400 nor 1.5",
		"cease\u200b-fire, the army\u200b's":             "cease-fire, the army's",
		"killed\u200b14 there.\u200bThe army":            "killed\u200b14 there.\u200bThe army", // spaces, perhaps
		"\u200bThe \u202etext\u202c ends\u200b":          "\u200bThe \u202etext\u202c ends\u200b",
		"co\u00adoperation":                              "cooperation",
		"caf\xe9 \xffKa\u200bbul":                        "caf\xe9 \xffKabul",
		"a\u200b":                                        "a\u200b",
	} {
		if got, _ := Plain(text); got != want {
			t.Errorf("Plain(%q) = %q, want %q", text, got, want)
		}
	}
}

// A stretch of the plain text lies in the text with all the signs within it and
// none beside it.
func TestSignsLeadBack(t *testing.T) {
	const text = "On Ka\u200bb\u2060\u200bul, 1\u200b4 \xffdied co\u00adldly"
	plain, signs := Plain(text)
	for words, want := range map[string]string{
		"Kabul": "Ka\u200bb\u2060\u200bul", "Ka": "Ka", "b": "b", "ul": "ul", "14": "1\u200b4", "\xffdied": "\xffdied", "coldly": "co\u00adldly",
	} {
		start := strings.Index(plain, words)
		end := start + len(words)
		if got := text[signs.Start(start):signs.End(end)]; got != want {
			t.Errorf("%q of the plain text is %q in the text, want %q", words, got, want)
		}
		if a, b := signs.In(signs.Start(start)), signs.In(signs.End(end)); a != start || b != end {
			t.Errorf("%q stands at %d to %d, and there and back at %d to %d", words, start, end, a, b)
		}
		if got, want := signs.Hide(start, end), strings.ContainsAny(want, "\u200b\u2060"); got != want {
			t.Errorf("%q hides signs: %v, want %v", words, got, want)
		}
	}
	if none, signs := Plain("nothing"); none != "nothing" || signs.Start(3) != 3 || signs.End(3) != 3 || signs.In(3) != 3 {
		t.Error("text without signs is not led to itself")
	}
}
