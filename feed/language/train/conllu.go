package train

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// A Word is a line of a treebank.
type Word struct {
	Form, Lemma, UPOS, XPOS string
	Head                    int // index in the sentence, -1 for the root
	Rel                     string
	Glued                   bool // no space after it
}

// A Tree is a sentence of a treebank.
type Tree struct {
	ID        string
	Document  bool // opens a document
	Paragraph bool // opens a paragraph
	Words     []Word
}

// Read reads DIR/NAME.conllu.gz. Words inside a multiword token carry the spacing
// of the whole; empty nodes are left out.
func Read(dir, name string) ([]Tree, error) {
	path := filepath.Join(dir, name+".conllu.gz")
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	r := reader{lines: bufio.NewScanner(z)}
	r.lines.Buffer(nil, 1<<22)
	if err := r.read(); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return r.trees, nil
}

type reader struct {
	lines   *bufio.Scanner
	trees   []Tree
	tree    Tree
	inside  int // last word of the multiword token at hand
	spacing bool
}

func (r *reader) read() error {
	for n := 1; r.lines.Scan(); n++ {
		if err := r.line(r.lines.Text()); err != nil {
			return fmt.Errorf("line %d: %w", n, err)
		}
	}
	r.flush()
	return r.lines.Err()
}

func (r *reader) flush() {
	if len(r.tree.Words) > 0 {
		r.trees = append(r.trees, r.tree)
	}
	r.tree, r.inside = Tree{}, 0
}

func (r *reader) line(s string) error {
	switch {
	case s == "":
		r.flush()
	case strings.HasPrefix(s, "# newdoc"):
		r.tree.Document = true
	case strings.HasPrefix(s, "# newpar"):
		r.tree.Paragraph = true
	case strings.HasPrefix(s, "# sent_id = "):
		r.tree.ID = s[len("# sent_id = "):]
	case s[0] != '#':
		return r.word(strings.Split(s, "\t"))
	}
	return nil
}

func (r *reader) word(f []string) error {
	if len(f) != 10 {
		return fmt.Errorf("%d columns, want 10", len(f))
	}
	glued := strings.Contains(f[9], "SpaceAfter=No")
	if _, last, ok := strings.Cut(f[0], "-"); ok {
		r.inside, _ = strconv.Atoi(last)
		r.spacing = glued
		return nil
	}
	if strings.Contains(f[0], ".") {
		return nil
	}
	id, err := strconv.Atoi(f[0])
	if err != nil {
		return err
	}
	head, err := strconv.Atoi(f[6])
	if err != nil {
		return err
	}
	switch {
	case id < r.inside:
		glued = true
	case id == r.inside:
		glued = r.spacing
	}
	r.tree.Words = append(r.tree.Words, Word{f[1], f[2], f[3], f[4], head - 1, f[7], glued})
	return nil
}

// Genres returns the trees of GUM documents of the given genres.
func Genres(trees []Tree, genres ...string) []Tree {
	var out []Tree
	for _, t := range trees {
		for _, g := range genres {
			if strings.HasPrefix(t.ID, "GUM_"+g+"_") {
				out = append(out, t)
			}
		}
	}
	return out
}
