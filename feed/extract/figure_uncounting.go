package extract

import (
	"crisisdesk/feed/language"
	"crisisdesk/model"
)

// uncounting reports whether a number counts nobody and nothing.
func (r *numberReader) uncounting(f *figure) bool { return r.hour(f) || r.age(f) || r.item(f) }

// hour reports whether a number is that of a clock: "a little after ten", "at
// about ten on Friday".
func (r *numberReader) hour(f *figure) bool {
	if f.max > 12 || f.max == model.NoLimit {
		return false
	}
	next := r.word(f.end)
	part := dayParts[r.word(f.end+1)] || (next == "on" || next == "in") && dayParts[r.word(f.end+2)]
	switch r.word(f.start - 1) {
	case "after", "before", "past", "until", "till":
		return part || next == "on" || weekdayWords[next] != 0 || f.end >= len(r.tokens) || r.tokens[f.end].UPOS == language.PUNCT
	case "at":
		return part // "the dead at twelve on Friday"
	}
	return false
}

// age reports whether a number is how old somebody is: "a girl of nine", "aged
// between five and seven", "Laleh Parvizi, 63,".
func (r *numberReader) age(f *figure) bool {
	const oldest = 110
	if f.min > oldest || f.max == model.NoLimit {
		return false
	}
	before, at := r.word(f.start-1), f.start-1
	if before == "between" {
		before, at = r.word(f.start-2), f.start-2
	}
	switch before {
	case "aged", "age":
		return true
	case "of":
		return r.word(at-1) == "age" || ofAge[r.word(at-1)] && (r.word(at-2) == "a" || r.word(at-2) == "the")
	case ",":
		return at > 0 && r.tokens[at-1].UPOS == language.PROPN && f.end == f.start+1 && r.word(f.end) == ","
	}
	return false
}

// ofAge are those whose age is told behind an of: "a girl of nine".
var ofAge = wordSet("girl boy child baby toddler youth teenager man woman son daughter pupil student orphan infant")

// item reports whether a number is that of an item or a page: "7.", "(3)", "p. 3".
func (r *numberReader) item(f *figure) bool {
	if f.end != f.start+1 || f.max > 999 {
		return false
	}
	next := r.word(f.end)
	switch {
	case f.start == 0:
		return next == "." || next == ")"
	case f.start == 1 && r.word(0) == "(":
		return next == ")"
	}
	page := r.word(f.start - 1)
	return page == "p." || page == "pp." || page == "." && r.word(f.start-2) == "p"
}

var dayParts = wordSet("morning afternoon evening night")
