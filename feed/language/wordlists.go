package language

import "strings"

// A wordSet holds words in lower case.
type wordSet map[string]bool

// set makes a set of the words of a string.
func set(words string) wordSet {
	m := wordSet{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}

// longestListed is the length of the longest word of any list.
const longestListed = 16

// has reports whether the set has s in lower case, without a copy.
func (m wordSet) has(s string) bool {
	var buf [longestListed]byte
	return len(s) <= longestListed && m[string(appendASCIILower(buf[:0], s))]
}

func appendASCIILower(dst []byte, s string) []byte {
	for i := range len(s) {
		c := s[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		dst = append(dst, c)
	}
	return dst
}

// contractionCut returns where a contraction written as one word comes apart, 0
// for any other word.
func contractionCut(s string) int {
	var buf [longestListed]byte
	if len(s) > longestListed {
		return 0
	}
	return contractions[string(appendASCIILower(buf[:0], s))]
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

// closing are abbreviations that end a sentence before any capital.
var closing = set(`etc a.m p.m`)

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

// clitics are tokens behind an apostrophe.
var clitics = set(`s re ve ll d m`)

// contractions are words written together that UD takes apart, with the length of the first.
var contractions = map[string]int{
	"cannot": 3, "gonna": 3, "gotta": 3, "wanna": 3, "lemme": 3, "gimme": 3, "dont": 2, "didnt": 4, "doesnt": 5, "wont": 2,
}

func keepsHyphen(before string) bool {
	return hyphenated.has(before)
}

// keepsPeriod reports whether a period after s is part of the word.
func keepsPeriod(s string) bool {
	if len(s) > 8 {
		return false
	}
	if dotted(s) {
		return len(s) > 1 || s >= "A" && s <= "Z" && s != "I"
	}
	if capitalOnly[s] {
		return false
	}
	return titles.has(s) || abbreviations.has(s)
}

func isDomain(s string) bool {
	i := 0
	for i < len(s) && 'a' <= s[i] && s[i] <= 'z' {
		i++
	}
	return i > 1 && domains[s[:i]] && i < 4
}
