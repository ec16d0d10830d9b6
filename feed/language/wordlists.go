package language

import "strings"

// set makes a set of the words of a string.
func set(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}

// lower is strings.ToLower that leaves the common case alone.
func lower(s string) string {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c >= 0x80 || 'A' <= c && c <= 'Z' {
			return strings.ToLower(s)
		}
	}
	return s
}

// titles are abbreviations that a name or a number follows: their period never
// ends a sentence.
var titles = set(`mr mrs ms dr st ft gen lt col maj sgt capt cpl cmdr cdr adm brig pvt
	sen rep reps gov rev hon prof pres supt insp det amb atty fr msgr sr vs v no nos fig figs vol art
	sec ch pp approx ca esp cf op brig-gen messrs mme mlle`)

// abbreviations keep their period too, and may end a sentence.
var abbreviations = set(`jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs
	fri sat inc ltd co corp bros jr etc al est dept div assn univ ave blvd rd hwy mt govt
	yrs yr hrs hr mins min ext tel misc avg a.m p.m e.g i.e u.s u.k u.n d.c ph.d`)

// capitalOnly are abbreviations only when capitalised: "sun", "no" and "fig" are words.
var capitalOnly = set(`no mar sat sun mon wed fri jan art est co jun gen rep gov col fig hon sec min
	ch ft mt rev det fr`)

// starters are words that, capitalised after an abbreviation, open a sentence.
var starters = set(`the a an this that these those it he she they we i you there here but and in on at
	for from after before when while if as however his her its their our what who how why since with
	both some many most several more another one two no not by during according also meanwhile although though
	officials police`)

// reporters are verbs of speech; one close behind a quoted question or
// exclamation carries the sentence on: “Who fired first?” Khan asked.
var reporters = set(`said says asked asks wondered replied answered added shouted cried exclaimed demanded
	told tells wrote queried inquired declared responded screamed quipped`)

// units leave the number that they follow without a space.
var units = set(`am pm AM PM a.m. p.m. a.m p.m km kms kg kgs mm cm m ft k K mph kph GMT bn mn million
	billion lb lbs mb MB GB gb kW MW hr hrs min mins sec x in kmh km/h`)

// hyphenated are prefixes that keep their hyphen: "anti-government" is one token.
var hyphenated = set(`non e re anti co pro pre mid post over sub semi pan multi ex counter mini socio psycho
	neo inter micro intra un ultra trans hyper de`)

// domains end a host name.
var domains = set(`com org net gov edu co.uk pk af in uk`)

// contractions are words written together that UD takes apart, with the length of the first.
var contractions = map[string]int{
	"cannot": 3, "gonna": 3, "gotta": 3, "wanna": 3, "lemme": 3, "gimme": 3, "dont": 2, "didnt": 4, "doesnt": 5, "wont": 2,
}

func keepsHyphen(before string) bool {
	return len(before) <= 7 && hyphenated[lower(before)]
}

// keepsPeriod reports whether a period after s is part of the word.
func keepsPeriod(s string) bool {
	if len(s) > 8 {
		return false
	}
	if dotted(s) {
		return len(s) > 1 || s >= "A" && s <= "Z" && s != "I"
	}
	l := lower(s)
	if capitalOnly[l] && l == s {
		return false
	}
	return titles[l] || abbreviations[l]
}

func isDomain(s string) bool {
	i := 0
	for i < len(s) && 'a' <= s[i] && s[i] <= 'z' {
		i++
	}
	return i > 1 && domains[s[:i]] && i < 4
}
