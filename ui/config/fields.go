package config

import (
	"encoding"
	"fmt"
	"iter"
	"reflect"
	"slices"
	"strconv"
	"strings"
)

// field is one key of the configuration.
type field struct {
	key   string // dotted: "serve.listen"
	doc   string
	value reflect.Value
}

// fields goes through the keys of a struct, tables before what they hold.
func fields(v reflect.Value, within string) iter.Seq[field] {
	return func(yield func(field) bool) {
		for i := range v.NumField() {
			tag := v.Type().Field(i).Tag
			name, ok := tag.Lookup("toml")
			if !ok {
				continue
			}
			f := field{within + name, tag.Get("doc"), v.Field(i)}
			if !yield(f) {
				return
			}
			if f.value.Kind() != reflect.Struct {
				continue
			}
			for inner := range fields(f.value, f.key+".") {
				if !yield(inner) {
					return
				}
			}
		}
	}
}

func (c *Config) fields() iter.Seq[field] { return fields(reflect.ValueOf(c).Elem(), "") }

// field is the one of a key that a line of text can set.
func (c *Config) field(key string) (field, bool) {
	for f := range c.fields() {
		if f.key == key && f.settable() {
			return f, true
		}
	}
	return field{}, false
}

// settable reports whether a line of text can say the value.
func (f field) settable() bool {
	switch f.value.Kind() {
	case reflect.Struct, reflect.Map:
		return false
	case reflect.Slice:
		return f.value.Type().Elem().Kind() == reflect.String
	}
	return true
}

// set reads the value from text; a list has commas between its parts.
func (f field) set(text string) error {
	if u, ok := f.value.Addr().Interface().(encoding.TextUnmarshaler); ok {
		return u.UnmarshalText([]byte(text))
	}
	switch f.value.Kind() {
	case reflect.String:
		f.value.SetString(text)
	case reflect.Bool:
		b, err := strconv.ParseBool(text)
		if err != nil {
			return fmt.Errorf("%q is neither true nor false", text)
		}
		f.value.SetBool(b)
	case reflect.Slice:
		f.value.Set(reflect.ValueOf(strings.FieldsFunc(text, func(r rune) bool { return r == ',' })))
	}
	return nil
}

// variable is the environment variable of a key.
func variable(key string) string {
	return prefix + strings.ToUpper(strings.ReplaceAll(key, ".", "_"))
}

const prefix = "CRISISDESK_"

// nearest is the one of words that word was most likely meant to be, "" where
// none is near.
func nearest(word string, words []string) string {
	best, at := "", 1+len(word)/3
	for _, w := range words {
		if d := distance(word, w); d <= at {
			best, at = w, d-1
		}
	}
	return best
}

// distance counts the letters to insert, delete or replace between a and b.
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		corner := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			corner, row[j+1] = row[j+1], min(row[j]+1, row[j+1]+1, corner+cost)
		}
	}
	return row[len(b)]
}

// unknown says that there is no such key, and which one may be meant.
func unknown(key string, known []string) string {
	said := fmt.Sprintf("there is no key %s", key)
	if meant := nearest(key, known); meant != "" {
		return said + "; did you mean " + meant + "?"
	}
	return said
}

// keys are all keys, those of the tables in lists among them.
func keys() []string {
	c := Default()
	c.Clocks, c.Alerts = make([]Clock, 1), make([]Alert, 1)
	var out []string
	for f := range c.fields() {
		out = append(out, f.key)
		if f.value.Kind() == reflect.Slice && f.value.Type().Elem().Kind() == reflect.Struct {
			for inner := range fields(f.value.Index(0), f.key+".") {
				out = append(out, inner.key)
			}
		}
	}
	slices.Sort(out)
	return out
}
