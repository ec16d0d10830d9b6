package config

import (
	"reflect"
	"strings"

	"github.com/spf13/pflag"
)

// Flags are what the command line says of keys. The zero Flags say nothing.
type Flags struct{ said []saying }

type saying struct{ flag, key, text string }

// Add makes flags of keys that one line can say; the help of each is what the
// key's documentation says. The keys are some of [Config]; serve.host_key
// becomes --host-key.
func (f *Flags) Add(to *pflag.FlagSet, keys ...string) {
	for _, key := range keys {
		flag := strings.ReplaceAll(key[strings.LastIndexByte(key, '.')+1:], "_", "-")
		of, _ := Default().field(key)
		added := to.VarPF(&flagValue{of: of, said: func(text string) {
			f.said = append(f.said, saying{flag, key, text})
		}}, flag, "", of.doc)
		if of.value.Kind() == reflect.Bool {
			added.NoOptDefVal = "true"
		}
	}
}

// flagValue is a key as package pflag sees it.
type flagValue struct {
	of   field // of a configuration of its own: values are tried on it
	said func(text string)
}

// Set takes what a flag says, if it makes sense.
func (v *flagValue) Set(text string) error {
	if err := v.of.set(text); err != nil {
		return err
	}
	v.said(text)
	return nil
}

// String is the value so far, which help prints as the default.
func (v *flagValue) String() string {
	if !v.of.value.IsValid() { // pflag asks a zero value, too
		return ""
	}
	text, err := literal(v.of.value)
	if err != nil || v.of.value.IsZero() {
		return ""
	}
	return strings.Trim(text, `"`)
}

// Type is what help calls the value.
func (v *flagValue) Type() string {
	switch v.of.value.Kind() {
	case reflect.Bool:
		return "bool"
	case reflect.Int:
		return "int"
	case reflect.Int64:
		return "duration"
	case reflect.Slice:
		return "strings"
	}
	return "string"
}
