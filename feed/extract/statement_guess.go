package extract

import (
	"strings"

	"crisisdesk/feed/language"
)

// guess gives words without a tag one by their form.
func (d *discourse) guess(from, to int) {
	for i := from; i < to; i++ {
		w := &d.words[i]
		if w.UPOS != language.NoUPOS {
			return
		}
		t := *w.Token
		l := strings.ToLower(t.Form)
		switch {
		case w.mark():
			t.UPOS = language.PUNCT
			if l == "'s" || l == "’s" {
				t.UPOS = language.PART
			}
		case closed[l] != 0:
			t.UPOS = closed[l]
			if l == "his" || l == "its" || l == "their" || l == "her" || l == "our" || l == "my" || l == "your" {
				t.XPOS = "PRP$"
			}
		case w.speech != nil && w.speech.POS == "verb" && !w.capital():
			t.UPOS, t.XPOS = language.VERB, "VBD"
		case l[0] >= '0' && l[0] <= '9':
			t.UPOS = language.NUM
		case w.capital():
			t.UPOS = language.PROPN
		case strings.HasSuffix(l, "ed"):
			t.UPOS, t.XPOS = language.VERB, "VBD"
		case strings.HasSuffix(l, "ing"):
			t.UPOS, t.XPOS = language.VERB, "VBG"
		case strings.HasSuffix(l, "ly"):
			t.UPOS = language.ADV
		default:
			t.UPOS, t.XPOS = language.NOUN, "NN"
			if strings.HasSuffix(l, "s") {
				t.XPOS = "NNS"
			}
		}
		w.Token = &t
	}
}

var closed = func() map[string]language.UPOS {
	m := map[string]language.UPOS{}
	for u, s := range map[language.UPOS]string{
		language.DET: "the a an this these those its his her their our my your every each some any no all",
		language.ADP: "of in on at by for with from to into over under after before against between during since until across as about",
		language.PRON: "he she it they i we you him them us who which one both others those",
		language.AUX: "is are was were be been being has have had do does did will would can could may might must should shall ca wo",
		language.CCONJ: "and or but nor", language.SCONJ: "that if because while although whether",
		language.PART: "not n't",
		language.ADV: "also then there here when where how why so too only",
		language.ADJ: "senior former foreign new top local chief interim security military several many afghan pakistani",
	} {
		for _, w := range strings.Fields(s) {
			m[w] = u
		}
	}
	return m
}()
