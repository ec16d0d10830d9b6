package config

import (
	"bytes"
	"fmt"
	"io"
	"reflect"
	"strings"

	"github.com/BurntSushi/toml"
)

// Show writes the configuration as a file that says the same, each key with
// its documentation and where its value comes from.
func (c *Config) Show(w io.Writer) error {
	var b bytes.Buffer
	for f := range c.fields() {
		if err := show(&b, f, c.From(f.key)); err != nil {
			return err
		}
	}
	_, err := w.Write(b.Bytes())
	return err
}

func show(b *bytes.Buffer, f field, from string) error {
	table, name := "", f.key
	if dot := strings.LastIndexByte(f.key, '.'); dot >= 0 {
		table, name = f.key[:dot], f.key[dot+1:]
	}
	switch {
	case f.value.Kind() == reflect.Struct:
		fmt.Fprintf(b, "# %s\n[%s]\n\n", f.doc, f.key)
		return nil
	case !f.settable():
		fmt.Fprintf(b, "# %s\n", f.doc)
		if f.value.Kind() == reflect.Slice { // of tables
			for inner := range fields(reflect.New(f.value.Type().Elem()).Elem(), "") {
				fmt.Fprintf(b, "#   %s: %s\n", inner.key, inner.doc)
			}
		}
		if f.value.Len() == 0 {
			fmt.Fprintf(b, "# [%s]: none\n\n", f.key)
			return nil
		}
		var whole any = map[string]any{name: f.value.Interface()}
		if table != "" {
			whole = map[string]any{table: whole}
		}
		text, err := toml.Marshal(whole)
		if err == nil {
			fmt.Fprintf(b, "%s\n", strings.TrimPrefix(string(text), "["+table+"]\n"))
		}
		return err
	}
	text, err := literal(f.value)
	if err != nil {
		return err
	}
	fmt.Fprintf(b, "# %s (%s)\n%s = %s\n\n", f.doc, from, name, text)
	return nil
}

// literal is a value as TOML writes it.
func literal(v reflect.Value) (string, error) {
	if v.Kind() == reflect.Slice && v.Len() == 0 {
		return "[]", nil
	}
	text, err := toml.Marshal(map[string]any{"x": v.Interface()})
	return strings.TrimSpace(strings.TrimPrefix(string(text), "x =")), err
}
