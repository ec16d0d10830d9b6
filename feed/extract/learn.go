package extract

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"crisisdesk/feed/language"
	"crisisdesk/feed/lexicon"
	"crisisdesk/model"
)

// Names counts names that no entry of a lexicon knows, over documents that are
// read by any number of goroutines. The zero Names has counted none.
type Names struct {
	mu        sync.Mutex
	mentions  map[string]int
	documents map[string]int
}

// Of reads documents for their unknown names, and finds nothing else in them.
func (n *Names) Of(x *Extractor) func(context.Context, *model.Document, string) (model.Facts, error) {
	return func(ctx context.Context, d *model.Document, text string) (model.Facts, error) {
		found, err := x.Unknown(ctx, d, text)
		n.count(found)
		return model.Facts{Document: d}, err
	}
}

func (n *Names) count(found []string) {
	n.mu.Lock()
	defer n.mu.Unlock()
	if n.mentions == nil {
		n.mentions, n.documents = map[string]int{}, map[string]int{}
	}
	for i, name := range found {
		n.mentions[name]++
		if !slices.Contains(found[:i], name) {
			n.documents[name]++
		}
	}
}

// What is worth proposing, and how much of it.
const (
	leastMentions = 3
	mostProposed  = 100
)

// Proposal is the names met often, the commonest first, as entries for an
// officer to complete: what kind of actor it is, or that it is a place, nobody
// can tell from the name.
func (n *Names) Proposal() string {
	n.mu.Lock()
	defer n.mu.Unlock()
	var names []string
	for name, mentions := range n.mentions {
		if mentions >= leastMentions {
			names = append(names, name)
		}
	}
	slices.SortFunc(names, func(a, b string) int {
		return cmp.Or(cmp.Compare(n.documents[b], n.documents[a]), cmp.Compare(n.mentions[b], n.mentions[a]), strings.Compare(a, b))
	})
	var out strings.Builder
	for _, name := range names[:min(mostProposed, len(names))] {
		fmt.Fprintf(&out, "# %d times in %d documents\n[[actor]]\nid = %q\nname = %q\nkind = \"\"\n\n",
			n.mentions[name], n.documents[name], lexicon.Slug(name), name)
	}
	return out.String()
}

// Unknown are the names that a document mentions and no entry of the lexicon
// knows, each as often as it is met: runs of capitalised words tagged as proper
// names that share no word with a name of the lexicon. Days and months are no
// names. The error is that of ctx.
func (x *Extractor) Unknown(ctx context.Context, doc *model.Document, text string) ([]string, error) {
	p, err := x.unveil(ctx, doc, text)
	if err != nil {
		return nil, err
	}
	var out []string
	for i, s := range p.sentences {
		for start := 0; start < len(s.Tokens); start++ {
			end := start
			for end < len(s.Tokens) && s.Tokens[end].UPOS == language.PROPN && capital(s.Tokens[end].Form) {
				end++
			}
			if end == start {
				continue
			}
			if !slices.ContainsFunc(p.marks[i].names, func(f lexicon.Found[lexicon.Name]) bool { return f.Start < end && start < f.End }) {
				out = append(out, oneLine(p.text[s.Tokens[start].Start:s.Tokens[end-1].End]))
			}
			start = end
		}
	}
	return out, nil
}

// capital reports whether a word begins with a capital letter and is no day or month.
func capital(form string) bool {
	first, _ := utf8.DecodeRuneInString(form)
	return unicode.IsUpper(first) && !ofCalendar(form)
}
