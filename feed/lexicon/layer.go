package lexicon

import (
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/BurntSushi/toml"
)

// Problem is something wrong with an entry of a lexicon file.
type Problem struct {
	File   string
	Line   int    // 0 where not known
	Entry  string // "actor ttp"; empty for the file as a whole
	Reason string
}

func (p *Problem) Error() string {
	where := p.File
	if p.Line > 0 {
		where = fmt.Sprintf("%s:%d", where, p.Line)
	}
	if p.Entry != "" {
		where += ": " + p.Entry
	}
	return where + ": " + p.Reason
}

// file is one TOML file of a layer: any of the tables that doc.go describes.
type file struct {
	Desk      Desk        `toml:"desk"`
	States    []State     `toml:"state"`
	Actors    []Actor     `toml:"actor"`
	Places    []Place     `toml:"place"`
	Outlets   []Outlet    `toml:"outlet"`
	Questions []Question  `toml:"question"`
	Events    []wordGroup `toml:"event"`
	Tolls     []wordGroup `toml:"toll"`
	People    []wordGroup `toml:"people"`
	Speech    []wordGroup `toml:"speech"`
	Hedges    []wordGroup `toml:"hedge"`
	Irregular struct {
		Verbs map[string][]string `toml:"verbs"`
		Nouns map[string][]string `toml:"nouns"`
	} `toml:"irregular"`

	name string
	text string
}

// problem reports a fault of the entry that the file introduces with id.
func (f *file) problem(table, id, format string, args ...any) *Problem {
	p := &Problem{File: f.name, Entry: strings.TrimSpace(table + " " + id), Reason: fmt.Sprintf(format, args...)}
	if at := strings.Index(f.text, fmt.Sprintf("id = %q", id)); id != "" && at >= 0 {
		p.Line = 1 + strings.Count(f.text[:at], "\n")
	}
	return p
}

// readLayer decodes every .toml file at the top of fsys, in the order of their names.
func readLayer(fsys fs.FS) ([]*file, []error) {
	names, err := fs.Glob(fsys, "*.toml")
	if err != nil {
		return nil, []error{err}
	}
	slices.Sort(names)
	read := make([]*file, len(names))
	errs := make([]error, len(names))
	var done sync.WaitGroup
	for i, name := range names {
		done.Go(func() { read[i], errs[i] = readFile(fsys, name) })
	}
	done.Wait()
	var files []*file
	var problems []error
	for i := range names {
		if errs[i] != nil {
			problems = append(problems, errs[i])
			continue
		}
		files = append(files, read[i])
	}
	if len(names) == 0 {
		problems = append(problems, fmt.Errorf("no .toml file in the lexicon folder"))
	}
	return files, problems
}

func readFile(fsys fs.FS, name string) (*file, error) {
	text, err := fs.ReadFile(fsys, name)
	if err != nil {
		return nil, err
	}
	f := &file{name: path.Base(name), text: string(text)}
	if own, ok := fsys.(folder); ok {
		f.name = filepath.Join(own.dir, name)
	}
	meta, err := toml.Decode(f.text, f)
	if parse, ok := err.(toml.ParseError); ok {
		return nil, &Problem{File: f.name, Line: parse.Position.Line, Reason: parse.Message}
	}
	if err != nil {
		return nil, &Problem{File: f.name, Reason: err.Error()}
	}
	if keys := meta.Undecoded(); len(keys) > 0 {
		p := f.problem("", "", "unknown key %s", keys[0])
		p.Line = lineOf(f.text, keys[0][len(keys[0])-1])
		return nil, p
	}
	return f, nil
}

// lineOf is the first line that sets a key, 0 where none does.
func lineOf(text, key string) int {
	n := 0
	for line := range strings.Lines(text) {
		n++
		for part := range strings.SplitSeq(line, ",") {
			name, _, sets := strings.Cut(strings.TrimLeft(part, " \t{[\""), "=")
			if sets && strings.TrimRight(name, " \t\"") == key {
				return n
			}
		}
	}
	return 0
}
