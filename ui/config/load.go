package config

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"
	"github.com/adrg/xdg"
)

// DefaultFile is the file that is read where none is named; it need not exist.
func DefaultFile() string { return filepath.Join(xdg.ConfigHome, "crisisdesk", "config.toml") }

// Load puts the configuration together out of the file ("" stands for
// [DefaultFile]), the environment and what flags say.
func Load(file string, environ []string, flags *Flags) (*Config, error) {
	c := Default()
	environment := variables(environ)
	if file == "" {
		file = environment[prefix+"CONFIG"]
	}
	delete(environment, prefix+"CONFIG")
	if err := c.read(file); err != nil {
		return nil, err
	}
	if err := c.obey(environment); err != nil {
		return nil, err
	}
	for _, s := range flags.said {
		f, _ := c.field(s.key)
		if err := f.set(s.text); err != nil {
			return nil, fmt.Errorf("--%s: %w", s.flag, err)
		}
		c.from[s.key] = "--" + s.flag
	}
	return c, nil
}

// read takes in the file; that of the default place may be absent.
func (c *Config) read(file string) error {
	named := file != ""
	if !named {
		file = DefaultFile()
	}
	c.File = file
	text, err := os.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) && !named {
		return nil
	}
	if err != nil {
		return fmt.Errorf("the configuration: %w", err)
	}
	return c.parse(file, string(text))
}

// parse takes in the text of a file. The errors are all those of unknown keys,
// or the first of another kind.
func (c *Config) parse(file, text string) error {
	meta, err := toml.Decode(text, c)
	if parse, ok := errors.AsType[toml.ParseError](err); ok {
		return fmt.Errorf("%s:%d: %s", file, parse.Position.Line, said(parse))
	}
	if err != nil {
		return fmt.Errorf("%s: %s", file, strings.TrimPrefix(err.Error(), "toml: "))
	}
	var faults []error
	for _, key := range meta.Undecoded() {
		faults = append(faults, fmt.Errorf("%s:%d: %s", file, lineOf(text, key), unknown(key.String(), keys())))
	}
	for _, key := range meta.Keys() {
		c.from[key.String()] = fmt.Sprintf("%s:%d", file, lineOf(text, key))
	}
	return errors.Join(faults...)
}

// said is what a fault of the file is, with the key where one is known.
func said(e toml.ParseError) string {
	what := e.Message
	if inner := errors.Unwrap(e); what == "" && inner != nil {
		what = inner.Error()
	}
	if e.LastKey == "" {
		return what
	}
	return e.LastKey + ": " + what
}

// lineOf is the line of the text that sets a key, or the table around it.
func lineOf(text string, key toml.Key) int {
	want, table, best := key.String(), "", 0
	n := 0
	for line := range strings.SplitSeq(text, "\n") {
		n++
		line = strings.TrimSpace(line)
		name, _, assigns := strings.Cut(line, "=")
		if strings.HasPrefix(line, "[") {
			table = strings.Trim(line, "[] ") + "."
			name, assigns = "", true
		}
		at := strings.TrimSuffix(table+strings.TrimSpace(name), ".")
		if !assigns {
			continue
		}
		if at == want {
			return n
		}
		if strings.HasPrefix(want, at+".") {
			best = n
		}
	}
	return best
}

// variables are those of the environment that are the program's.
func variables(environ []string) map[string]string {
	out := map[string]string{}
	for _, v := range environ {
		if name, value, ok := strings.Cut(v, "="); ok && strings.HasPrefix(name, prefix) {
			out[name] = value
		}
	}
	return out
}

// obey takes in the environment.
func (c *Config) obey(environment map[string]string) error {
	var known []string
	for f := range c.fields() {
		if !f.settable() {
			continue
		}
		name := variable(f.key)
		known = append(known, name)
		text, ok := environment[name]
		if !ok {
			continue
		}
		if err := f.set(text); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		c.from[f.key] = name
	}
	for name := range environment {
		if !slices.Contains(known, name) {
			return fmt.Errorf("the environment: %s", unknown(name, known))
		}
	}
	return nil
}
