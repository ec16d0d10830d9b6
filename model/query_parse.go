package model

import (
	"fmt"
	"slices"
	"strings"
)

// QueryError says where a query makes no sense, and why.
type QueryError struct {
	At     int // byte of the text
	Reason string
}

func (e *QueryError) Error() string { return fmt.Sprintf("at character %d: %s", e.At+1, e.Reason) }

// ParseQuery reads a query as [Query] describes it. Its errors are of type
// *[QueryError].
func ParseQuery(text string) (Query, error) {
	q := Query{text: text}
	for at := 0; ; {
		for at < len(text) && isBlank(text[at]) {
			at++
		}
		if at == len(text) {
			return q, nil
		}
		word, end, err := queryWord(text, at)
		if err == nil {
			err = q.add(word)
		}
		if err != nil {
			return Query{}, &QueryError{at, err.Error()}
		}
		at = end
	}
}

func isBlank(b byte) bool { return b == ' ' || b == '\t' || b == '\n' }

// token is one word of a query: -field:value, of which only the value need be there.
type token struct {
	not   bool
	field string
	named bool // a field is
	value string
}

// queryWord reads the word at byte at and says where it ends. Quotation marks
// keep blanks and colons in a value.
func queryWord(text string, at int) (t token, end int, err error) {
	var value strings.Builder
	quoted, plain := false, true
	for end = at; end < len(text) && (quoted || !isBlank(text[end])); end++ {
		switch c := text[end]; {
		case c == '"':
			quoted, plain = !quoted, false
		case c == '-' && end == at && len(text) > at+1 && !isBlank(text[at+1]):
			t.not = true
		case c == ':' && plain && !t.named && isFieldName(value.String()):
			t.field, t.named = strings.ToLower(value.String()), true
			value.Reset()
		default:
			value.WriteByte(c)
		}
	}
	if quoted {
		return t, end, fmt.Errorf("the quotation mark is not closed")
	}
	t.value = strings.ToLower(value.String())
	return t, end, nil
}

// isFieldName tells kind: from 10:30.
func isFieldName(s string) bool {
	return s != "" && !strings.ContainsFunc(s, func(r rune) bool { return (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') })
}

// add takes one word into the query.
func (q *Query) add(t token) error {
	switch {
	case !t.named && t.value == "":
		return nil
	case !t.named && t.not:
		q.terms = append(q.terms, term{not: true, values: []string{t.value}})
		return nil
	case !t.named:
		if len(q.words) < maxWords {
			q.words = append(q.words, t.value)
		}
		return nil
	case !slices.Contains(QueryFields, t.field):
		return fmt.Errorf("%s: is none of %s; quotation marks make a word of it", t.field, strings.Join(QueryFields, ", "))
	}
	values := slices.DeleteFunc(strings.Split(t.value, ","), func(v string) bool { return v == "" })
	if len(values) == 0 {
		return fmt.Errorf("%s: of what?", t.field)
	}
	x := term{field: field(t.field), not: t.not, values: values}
	if err := x.check(); err != nil {
		return err
	}
	q.terms = append(q.terms, x)
	return nil
}

// check reads the values of those fields that do not take any words.
func (t *term) check() error {
	switch t.field {
	case since, until:
		w, err := ParseEDTF(t.values[0])
		if err != nil {
			return err
		}
		if t.within = Between(w.From, 0); t.field == until {
			t.within = Between(0, w.To)
		}
	case is:
		for _, v := range t.values {
			if v != isUnread && v != isStarred && v != isDisputed {
				return fmt.Errorf("is:%s is none of is:%s, is:%s, is:%s", v, isUnread, isStarred, isDisputed)
			}
		}
	}
	return nil
}
