package train

import (
	"maps"
	"slices"
	"strings"

	"crisisdesk/feed/language/internal/lemmas"
)

// lemmaTable learns how forms of a tag become lemmas: an ending is kept where it
// says otherwise than the shorter one, a form where the endings get it wrong.
func lemmaTable(trees []Tree) lemmas.Table {
	seen := map[string]map[string]map[string]int{} // tag, form, lemma
	for _, t := range trees {
		for _, w := range t.Words {
			if w.UPOS == "X" || w.XPOS == "GW" || w.Lemma == "_" {
				continue
			}
			form := strings.ReplaceAll(strings.ToLower(w.Form), "’", "'")
			count(count(seen, w.XPOS), form)[strings.ToLower(w.Lemma)]++
		}
	}
	for _, v := range strings.Split(irregular, ",") {
		f := strings.Fields(v)
		count(count(seen, "VBD"), f[1])[f[0]] += 2
		count(count(seen, "VBN"), f[2])[f[0]] += 2
	}
	regular(seen)
	table := lemmas.Table{}
	for tag, forms := range seen {
		if r := lemmaRules(forms); len(r.Forms)+len(r.Endings) > 0 {
			table[tag] = r
		}
	}
	return table
}

// regular adds the words of the field, the regular forms of verbs that were seen only in others, and of
// nouns as if they were verbs ("bombed" from "bomb"), so that endings that mislead
// are known as forms.
func regular(seen map[string]map[string]map[string]int) {
	add := func(tag, form, base string) {
		if seen[tag][form] == nil {
			count(count(seen, tag), form)[base] = 2
		}
	}
	for _, f := range field() {
		add(f.xpos, f.form, f.lemma)
	}
	for _, base := range bases(seen) {
		stem, doubles := stem(base)
		if doubles {
			continue
		}
		add("VBG", stem+"ing", base)
		past := stem + "ed"
		if strings.HasSuffix(base, "y") && !vowel(base[len(base)-2]) {
			past = base[:len(base)-1] + "ied"
		}
		add("VBD", past, base)
		add("VBN", past, base)
	}
}

// bases returns the verbs and nouns of more than three letters that occur in
// their base form, in order; not those whose past is irregular.
func bases(seen map[string]map[string]map[string]int) []string {
	known := map[string]bool{}
	for _, tag := range []string{"VB", "VBP", "NN"} {
		for form, lemma := range seen[tag] {
			if lemma[form] > 1 && len(form) > 3 && !strings.ContainsFunc(form, func(r rune) bool { return r < 'a' || r > 'z' }) {
				known[form] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(known))
}

// stem returns what -ing follows, and whether the last letter may double before
// it, which spelling alone does not tell of longer words.
func stem(base string) (string, bool) {
	n := len(base)
	last := base[n-1]
	switch {
	case last == 'e' && !vowel(base[n-2]):
		return base[:n-1], false
	case strings.IndexByte("bdgklmnprt", last) >= 0 && vowel(base[n-2]) && !vowel(base[n-3]):
		return base, true
	}
	return base, false
}

func vowel(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }

func count[K comparable, V any](m map[string]map[K]V, key string) map[K]V {
	if m[key] == nil {
		m[key] = map[K]V{}
	}
	return m[key]
}

// edit returns the edit that makes lemma of form.
func edit(form, lemma string) lemmas.Edit {
	n := 0
	for n < len(form) && n < len(lemma) && form[n] == lemma[n] {
		n++
	}
	return lemmas.Edit{Cut: len(form) - n, Add: lemma[n:]}
}

func lemmaRules(forms map[string]map[string]int) *lemmas.Rules {
	r := &lemmas.Rules{Forms: map[string]lemmas.Edit{}, Endings: map[string]lemmas.Edit{}}
	gold := map[string]lemmas.Edit{}
	often := map[string]int{}
	for form, counts := range forms {
		lemma := frequent(counts, 1)[0]
		gold[form], often[form] = edit(form, lemma), counts[lemma]
	}
	for n := 0; n <= lemmas.MaxSuffix; n++ {
		votes := map[string]map[lemmas.Edit]int{}
		for form, e := range gold {
			if len(form) > n {
				count(votes, form[len(form)-n:])[e]++
			}
		}
		for ending, v := range votes {
			if best, n := plurality(v); (n > 1 || ending == "") && r.Edit([]byte(ending)) != best {
				r.Endings[ending] = best
			}
		}
	}
	for form, e := range gold {
		if r.Edit([]byte(form)) != e && often[form] > 1 {
			r.Forms[form] = e
		}
	}
	return r
}

// plurality returns the edit with the most votes; of equals the one that cuts
// less, then the first by what it adds.
func plurality(votes map[lemmas.Edit]int) (lemmas.Edit, int) {
	var best lemmas.Edit
	most := 0
	for e, n := range votes {
		if n > most || n == most && (e.Cut < best.Cut || e.Cut == best.Cut && e.Add < best.Add) {
			best, most = e, n
		}
	}
	return best, most
}

// irregular verbs of English: base, past, participle.
const irregular = `arise arose arisen,awake awoke awoken,beat beat beaten,become became become,begin began begun,
bend bent bent,bet bet bet,bind bound bound,bite bit bitten,bleed bled bled,blow blew blown,break broke broken,
breed bred bred,bring brought brought,build built built,burst burst burst,buy bought bought,cast cast cast,
catch caught caught,choose chose chosen,cling clung clung,come came come,cost cost cost,creep crept crept,
cut cut cut,deal dealt dealt,dig dug dug,draw drew drawn,drink drank drunk,drive drove driven,eat ate eaten,
fall fell fallen,feed fed fed,feel felt felt,fight fought fought,find found found,flee fled fled,fling flung flung,
fly flew flown,forbid forbade forbidden,foresee foresaw foreseen,forget forgot forgotten,forgive forgave forgiven,
freeze froze frozen,get got gotten,give gave given,go went gone,grind ground ground,grow grew grown,hang hung hung,
hear heard heard,hide hid hidden,hit hit hit,hold held held,hurt hurt hurt,keep kept kept,kneel knelt knelt,
know knew known,lay laid laid,lead led led,leap leapt leapt,leave left left,lend lent lent,let let let,
lie lay lain,light lit lit,lose lost lost,make made made,mean meant meant,meet met met,mislead misled misled,
overcome overcame overcome,overrun overran overrun,oversee oversaw overseen,overtake overtook overtaken,
overthrow overthrew overthrown,pay paid paid,put put put,quit quit quit,read read read,rebuild rebuilt rebuilt,
ride rode ridden,ring rang rung,rise rose risen,run ran run,say said said,see saw seen,seek sought sought,
sell sold sold,send sent sent,set set set,shake shook shaken,shed shed shed,shine shone shone,shoot shot shot,
show showed shown,shrink shrank shrunk,shut shut shut,sing sang sung,sink sank sunk,sit sat sat,slay slew slain,
sleep slept slept,slide slid slid,speak spoke spoken,speed sped sped,spend spent spent,spin spun spun,
split split split,spread spread spread,spring sprang sprung,stand stood stood,steal stole stolen,stick stuck stuck,
strike struck struck,string strung strung,strive strove striven,swear swore sworn,sweep swept swept,
swim swam swum,swing swung swung,take took taken,teach taught taught,tear tore torn,tell told told,
think thought thought,throw threw thrown,undergo underwent undergone,understand understood understood,
undertake undertook undertaken,uphold upheld upheld,wake woke woken,wear wore worn,weep wept wept,win won won,
wind wound wound,withdraw withdrew withdrawn,withhold withheld withheld,withstand withstood withstood,write wrote written`
