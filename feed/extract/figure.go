package extract

import (
	"slices"
	"strconv"
	"strings"

	"crisisdesk/feed/language"
	"crisisdesk/feed/lexicon"
	"crisisdesk/model"
)

// figure is a number of people or things: the tokens [start, end) of a
// sentence, hedges included, and the bounds by the annotation guide.
type figure struct {
	start, end int
	number     int // token at which the number itself starts
	min, max   int // max is model.NoLimit where open
}

var cardinals = map[string]int{
	"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
	"eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
	"eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
	"eighty": 80, "ninety": 90,
}

// magnitudes multiply; as a plural without a number they are open figures:
// "dozens" is two dozen at the least.
var magnitudes = map[string]int{
	"dozen": 12, "hundred": 100, "thousand": 1_000, "lakh": 100_000, "million": 1_000_000, "m": 1_000_000, "bn": 1_000_000_000,
	"billion": 1_000_000_000,
}

var crowds = map[string]int{
	"dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2_000, "tens": 20,
}

// figures finds the numbers of a sentence, without those that are part of a
// date. Digits, words, ranges ("15-20"), "dozens" and hedges ("more than").
func figures(s *language.Sentence, dates []moment) []figure {
	r := numberReader{tokens: s.Tokens}
	var out []figure
	for i := 0; i < len(s.Tokens); {
		if d := dateAt(dates, i); d != nil {
			i = max(d.end, i+1)
			continue
		}
		f, ok := r.figure(i)
		if !ok {
			i++
			continue
		}
		if !r.uncounting(&f) {
			out = append(out, f)
		}
		i = f.end
	}
	return out
}

// unnamed is the figures that are not part of a name, as that of a rescue service.
func unnamed(all []figure, names []lexicon.Found[lexicon.Name]) []figure {
	return slices.DeleteFunc(all, func(f figure) bool {
		return slices.ContainsFunc(names, func(n lexicon.Found[lexicon.Name]) bool { return n.Start <= f.number && f.number < n.End })
	})
}

// dateAt is the time expression that a token belongs to, nil where none does.
func dateAt(dates []moment, token int) *moment {
	for i := range dates {
		if token >= dates[i].start && token < dates[i].end {
			return &dates[i]
		}
	}
	return nil
}

type numberReader struct {
	tokens []language.Token
}

func (r *numberReader) word(i int) string {
	if i < 0 || i >= len(r.tokens) {
		return ""
	}
	return lower(r.tokens[i].Form)
}

// figure reads a number at token i with its hedge on either side.
func (r *numberReader) figure(i int) (figure, bool) {
	n, end, open := r.number(i)
	if end == i {
		return figure{}, false
	}
	f := figure{start: i, number: i, end: end, min: n, max: n}
	if open {
		f.max = model.NoLimit
	}
	if w := r.word(end); (isDash(w) || w == "to" || w == "or") && !open {
		if m, e, o := r.number(end + 1); e > end+1 && !o && m > n && m < 100*n {
			f.max, f.end = m, e
		}
	}
	if r.word(i-1) == "between" && r.word(f.end) == "and" {
		if m, e, _ := r.number(f.end + 1); m > n {
			f.max, f.end = m, e
		}
	}
	if f.max == f.min || f.max == model.NoLimit {
		r.hedge(&f)
	}
	for at := f.end; at < f.end+2; at++ { // "40 or more", "107 people or more"
		if r.word(at) == "or" && r.word(at+1) == "more" {
			f.max = model.NoLimit
		}
	}
	return f, true
}

// hedge takes in the words before a number that open it: "more than", "at
// least", "over"; "up to" leaves only the upper bound.
func (r *numberReader) hedge(f *figure) {
	a, b, c := r.word(f.start-1), r.word(f.start-2), r.word(f.start-3)
	switch {
	case a == "than" && (b == "more" || b == "greater" || b == "higher"), a == "least" && b == "at":
		f.start, f.max = f.start-2, model.NoLimit
	case a == "of" && (b == "upwards" || b == "excess"):
		f.start, f.max = f.start-2, model.NoLimit
	case a == "over" || a == "above":
		f.start, f.max = f.start-1, model.NoLimit
	case a == "to" && b == "up":
		f.start -= 2
	case a == "as" && (b == "many" || b == "few") && c == "as":
		f.start -= 3
	case a == "to" && b == "close":
		f.start -= 2
	case a == "about" || a == "around" || a == "some" || a == "nearly" || a == "almost" || a == "roughly" || a == "approximately" || a == "another":
		f.start--
	}
}

// number reads one number; end is the token after it, i where there is none.
func (r *numberReader) number(i int) (n, end int, open bool) {
	w := r.word(i)
	if c, ok := crowds[w]; ok {
		if r.word(i+1) == "of" && crowds[r.word(i+2)] != 0 {
			return 20_000, i + 3, true
		}
		return c, i + 1, true
	}
	if w == "a" || w == "several" || w == "half" {
		at := i + 1
		if w == "half" && r.word(at) == "a" {
			at++
		}
		m := magnitudes[r.word(at)]
		switch {
		case m == 0 || m == 1_000_000 && r.word(at) == "m":
			return 0, i, false
		case w == "several":
			return 2 * m, at + 1, true
		case w == "half":
			return m / 2, at + 1, false
		}
		return r.spelled(i, 1)
	}
	if n, ok := cardinals[w]; ok {
		return r.spelled(i, n)
	}
	return r.digits(i)
}

// spelled reads the rest of "twenty-three", "three hundred and thirty".
func (r *numberReader) spelled(i, n int) (int, int, bool) {
	end := i + 1
	if n >= 20 && isDash(r.word(end)) {
		if u := cardinals[r.word(end+1)]; u > 0 && u < 10 {
			n, end = n+u, end+2
		}
	} else if n >= 20 {
		if u := cardinals[r.word(end)]; u > 0 && u < 10 {
			n, end = n+u, end+1
		}
	}
	for m := magnitudes[r.word(end)]; m > 1 && r.word(end) != "m" && n < 1_000_000; m = magnitudes[r.word(end)] {
		n, end = n*m, end+1
		at := end
		if r.word(at) == "and" {
			at++
		}
		if u, ok := cardinals[r.word(at)]; ok && u < m && magnitudes[r.word(at+1)] == 0 {
			rest, e, _ := r.spelled(at, u)
			return n + rest, e, false
		}
	}
	return n, end, false
}

// partOfName reports whether digits are the tail of a name: "G-11", "LS-6".
func (r *numberReader) partOfName(i int) bool {
	if i < 2 || !isDash(r.word(i-1)) || r.tokens[i-1].End != r.tokens[i].Start || r.tokens[i-2].End != r.tokens[i-1].Start {
		return false
	}
	c := r.tokens[i-2].Form[0]
	return c < '0' || c > '9'
}

// measure reports whether a number measures something other than people.
func (r *numberReader) measure(end int) bool {
	switch r.word(end) {
	case "%", "percent", "per", "km", "kilometres", "kilometers", "miles", "metres", "pm", "am", "hours", "GMT", "million-dollar":
		return true
	}
	return false
}

// digits reads "1,391", "11.6 million", "40".
func (r *numberReader) digits(i int) (int, int, bool) {
	if i >= len(r.tokens) {
		return 0, i, false
	}
	form := r.tokens[i].Form
	if len(form) > 12 || form[0] < '0' || form[0] > '9' {
		return 0, i, false
	}
	v, err := strconv.ParseFloat(strings.ReplaceAll(form, ",", ""), 64)
	if err != nil || v < 0 || v > 1e10 {
		return 0, i, false
	}
	end := i + 1
	if m := magnitudes[r.word(end)]; m > 12 {
		v, end = v*float64(m), end+1
	}
	if v != float64(int(v)) || r.partOfName(i) || r.measure(end) {
		return 0, i, false
	}
	return int(v), end, false
}
