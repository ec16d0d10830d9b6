package train

import (
	_ "embed"
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"
)

//go:embed templates.txt
var templateText string

// copies is how many sentences are made of each template.
const copies = 30

// made returns sentences made of the templates, with their trees.
func made(seed uint64) ([]Tree, error) {
	random := rand.New(rand.NewPCG(seed, 5))
	lists := map[string][]string{}
	var templates []string
	for line := range strings.Lines(templateText) {
		line = strings.TrimSpace(line)
		if name, words, ok := strings.Cut(strings.TrimPrefix(line, "= "), ": "); ok && strings.HasPrefix(line, "= ") {
			lists[name] = strings.Fields(words)
		} else if line != "" && line[0] != '#' {
			templates = append(templates, line)
		}
	}
	var out []Tree
	for _, t := range templates {
		for range copies {
			tree, err := fillTemplate(t, lists, random)
			if err != nil {
				return nil, err
			}
			out = append(out, tree)
		}
	}
	return out, nil
}

// fillTemplate makes a tree of a template.
func fillTemplate(template string, lists map[string][]string, random *rand.Rand) (Tree, error) {
	var t Tree
	for _, word := range strings.Fields(template) {
		f := strings.Split(word, "/")
		if len(f) != 5 {
			return t, fmt.Errorf("template word %q: %d parts, want 5", word, len(f))
		}
		head, err := strconv.Atoi(f[3])
		if err != nil {
			return t, fmt.Errorf("template word %q: %w", word, err)
		}
		form := f[0]
		if slot, ok := strings.CutPrefix(form, "{"); ok {
			slot = strings.TrimSuffix(slot, "}")
			words := lists[strings.ToLower(slot)]
			if len(words) == 0 {
				return t, fmt.Errorf("template word %q: no such list", word)
			}
			form = words[random.IntN(len(words))]
			if slot != strings.ToLower(slot) {
				form = Capitalise(form)
			}
		}
		t.Words = append(t.Words, Word{Form: form, Lemma: form, UPOS: f[1], XPOS: f[2], Head: head - 1, Rel: f[4]})
	}
	return t, nil
}
