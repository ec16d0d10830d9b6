package extract

import (
	"strconv"

	"crisisdesk/feed/language"
	"crisisdesk/feed/linear"
)

// insideNames are the classes of a word: it is part of what somebody is said
// to say, or it is not.
var insideNames = []string{"outside", "inside"}

// markInside gives every word how likely it is part of what somebody says.
func (x *Extractor) markInside(d *discourse) {
	m := x.models.statements.inside
	if m == nil {
		return
	}
	var f linear.Features
	var p [2]float32
	d.eachWord(func(i int, v *view) {
		d.insideFeatures(&f, i, v)
		m.Probabilities(&f, p[:])
		d.words[i].inside = p[1]
	})
}

// view is what the words of a sentence see of its speech words.
type view struct {
	stretch
	block  string
	quotes bool
	left   int // nearest speech word at or before the word in hand, -1 without one
	right  []int
	that   int // nearest "that" behind left
	comma  int // nearest comma behind left
}

// eachWord walks the words that are no marks, sentence by sentence.
func (d *discourse) eachWord(visit func(int, *view)) {
	var next []int
	for n, s := range d.bounds {
		v := view{stretch: s, block: d.blocks[d.blockOf(n)].Kind.String(), left: -1, that: -1, comma: -1}
		next = append(next[:0], make([]int, s.to-s.from+1)...)
		near := -1
		for i := s.to - 1; i >= s.from; i-- {
			if w := &d.words[i]; w.speech != nil && w.quotation == 0 {
				near = i
			}
			next[i-s.from] = near
			v.quotes = v.quotes || d.words[i].quotation > 0
		}
		v.right = next
		for i := s.from; i < s.to; i++ {
			w := &d.words[i]
			switch {
			case w.speech != nil && w.quotation == 0:
				v.left, v.that, v.comma = i, -1, -1
			case w.lemma == "that" && v.that < 0:
				v.that = i
			case w.Form == ",":
				v.comma = i
			}
			if !w.mark() {
				visit(i, &v)
			}
		}
	}
}

// insideFeatures describes word i in its sentence.
func (d *discourse) insideFeatures(f *linear.Features, i int, v *view) {
	f.Reset()
	w := &d.words[i]
	left, leftTag := "none", "none"
	if v.left >= 0 {
		left, leftTag = d.words[v.left].speech.Lemma, d.words[v.left].speech.POS+d.words[v.left].XPOS
	}
	right, rightTag := "none", "none"
	after := -1
	if i+1 < v.to {
		after = v.right[i+1-v.from]
	}
	if after >= 0 {
		right, rightTag = d.words[after].speech.Lemma, d.words[after].speech.POS+d.words[after].XPOS
	}
	quoted := strconv.FormatBool(w.quotation > 0)
	that := strconv.FormatBool(v.that >= 0 && v.that < i)
	comma := strconv.FormatBool(v.comma >= 0)
	for k, at := range [...]string{"-2", "-1", "0", "1", "2"} {
		n := d.at(i+k-2, i)
		f.Add("word", at, n.lemma)
		f.Add("tag", at, n.XPOS)
	}
	f.Add("tags", d.at(i-1, i).XPOS, w.XPOS, d.at(i+1, i).XPOS)
	f.Add("quoted", quoted)
	f.Add("left", left, that, comma)
	f.Add("left tag", leftTag, that, comma, quoted)
	f.Add("left distance", left, bucket(i-v.left))
	f.Add("left tag distance", leftTag, bucket(i-v.left), that)
	f.Add("right", right)
	f.Add("both", leftTag, rightTag, that, comma, quoted)
	f.Add("right tag", rightTag, bucket(after-i), strconv.FormatBool(v.left >= 0))
	f.Add("block", v.block, leftTag)
	f.Add("sentence quotes", strconv.FormatBool(v.quotes), quoted)
	f.Add("place", bucket(i-v.from), leftTag)
	f.Add("end", bucket(v.to-i), rightTag)
	f.Add("opening", d.at(v.from, i).lemma, leftTag)
	if after >= 0 && after+1 < v.to {
		f.Add("behind right", rightTag, d.words[after+1].UPOS.String(), bucket(v.to-after))
	}
	if v.left >= 0 && v.left+1 < v.to {
		f.Add("behind left", left, d.words[v.left+1].lemma)
		f.Add("tag behind left", leftTag, d.words[v.left+1].UPOS.String(), comma)
	}
	if w.mention > 0 {
		f.Add("mention", d.mentionClass(w.mention-1), leftTag)
	}
	if w.Rel != "" {
		d.ancestorFeatures(f, i, leftTag)
	}
}

// ancestorFeatures tell by which clauses of the tree a word hangs on what.
func (d *discourse) ancestorFeatures(f *linear.Features, i int, leftTag string) {
	f.Add("rel", d.words[i].Rel, leftTag)
	const deepest = 12
	n := i
	for range deepest {
		h := d.head(n)
		switch d.words[n].Rel {
		case "ccomp", "parataxis", "advcl", "acl", "acl:relcl", "conj", "xcomp", "obj", "nsubj", "obl":
			side := strconv.FormatBool(n < h)
			if h >= 0 {
				class := ""
				if s := d.words[h].speech; s != nil {
					class = s.POS
				}
				f.Add("hangs", d.words[n].Rel, class, side)
				if d.words[n].Rel == "ccomp" || d.words[n].Rel == "parataxis" {
					f.Add("clause of", d.words[n].Rel, d.words[h].lemma, side)
				}
			}
		}
		if n = h; n < 0 || d.words[n].Rel == "root" || d.words[n].UPOS == language.NoUPOS {
			break
		}
	}
}

// insideShare is how much of a stretch is likely said by somebody: a class.
func (d *discourse) insideShare(s stretch) string {
	sum, n := float32(0), 0
	for i := s.from; i < s.to; i++ {
		if !d.words[i].mark() {
			sum += d.words[i].inside
			n++
		}
	}
	if n == 0 {
		return "empty"
	}
	return strconv.Itoa(int(5.99 * sum / float32(n)))
}
