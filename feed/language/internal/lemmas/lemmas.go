package lemmas

import (
	"unicode"
	"unicode/utf8"
)

// MaxSuffix is the length of the longest ending, in bytes.
const MaxSuffix = 5

// An Edit cuts bytes off the end of a form and adds others.
type Edit struct {
	Cut int
	Add string
}

// Rules are the edits for one tag: by whole forms, by endings ("" is the default).
type Rules struct {
	Forms, Endings map[string]Edit
}

// Table holds the rules of each tag; a tag without rules leaves the form as it is.
type Table map[string]*Rules

// Append appends the lemma of a form with that tag to dst.
func (t Table) Append(dst []byte, form, tag string) []byte {
	from := len(dst)
	dst = appendLower(dst, form)
	rules := t[tag]
	if rules == nil {
		return dst
	}
	e := rules.Edit(dst[from:])
	if e.Cut > len(dst)-from {
		return dst
	}
	return append(dst[:len(dst)-e.Cut], e.Add...)
}

// Edit returns what to do with a form in lower case.
func (r *Rules) Edit(form []byte) Edit {
	if e, ok := r.Forms[string(form)]; ok {
		return e
	}
	for n := min(MaxSuffix, len(form)); n >= 0; n-- {
		if e, ok := r.Endings[string(form[len(form)-n:])]; ok {
			return e
		}
	}
	return Edit{}
}

// appendLower appends form in lower case with plain apostrophes.
func appendLower(dst []byte, form string) []byte {
	for i := 0; i < len(form); {
		c := form[i]
		if c < utf8.RuneSelf {
			if 'A' <= c && c <= 'Z' {
				c += 'a' - 'A'
			}
			dst = append(dst, c)
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(form[i:])
		switch {
		case r == '’':
			dst = append(dst, '\'')
		case r == utf8.RuneError && n == 1:
			dst = append(dst, c)
		default:
			dst = utf8.AppendRune(dst, unicode.ToLower(r))
		}
		i += n
	}
	return dst
}
