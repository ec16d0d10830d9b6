package lexicon

import (
	"slices"
	"strings"
)

// vocabulary numbers the folded words of all entries, from 1.
type vocabulary map[string]uint32

// fold numbers the words of tokens.
func (v vocabulary) fold(tokens []string) Text {
	t := Text{words: make([]word, 0, len(tokens)+len(tokens)/4)}
	var s scratch
	for i, token := range tokens {
		s.split(token, func(folded []byte, c capitals, obfuscated bool) {
			t.words = append(t.words, word{id: v[string(folded)], token: int32(i), capitals: c, obfuscated: obfuscated})
		})
	}
	return t
}

// numbering gives numbers to the words of entries while a Lexicon is built.
type numbering struct {
	ids     vocabulary
	scratch scratch
	words   []word // of the last phrase
}

// phrase numbers the words of a phrase; the result is good until the next call.
func (n *numbering) phrase(phrase string) []word {
	n.words = n.words[:0]
	for token := range strings.FieldsSeq(phrase) {
		n.scratch.split(token, func(folded []byte, c capitals, _ bool) {
			if folded == nil {
				return
			}
			id, ok := n.ids[string(folded)]
			if !ok {
				id = uint32(len(n.ids) + 1)
				n.ids[string(folded)] = id
			}
			n.words = append(n.words, word{id: id, capitals: c})
		})
	}
	return n.words
}

// trie maps phrases to values. It is built once and then only read.
type trie[T comparable] struct {
	first  []uint32 // by word number: the node after that word at the root
	next   map[edge]uint32
	leaves [][]leaf[T] // by node
	values [][]T       // by node: the values of its leaves, once the trie is sealed
}

type edge struct{ node, word uint32 }

// leaf is a value and the capitals that its phrase asks for, word by word.
type leaf[T comparable] struct {
	capitals []capitals
	value    T
}

func newTrie[T comparable]() *trie[T] {
	return &trie[T]{next: map[edge]uint32{}, leaves: make([][]leaf[T], 1)}
}

// add files value under the words. A value is kept once for a phrase, with the
// fewest capitals asked for.
func (t *trie[T]) add(words []word, value T) {
	if len(words) == 0 {
		return
	}
	node := uint32(0)
	for _, w := range words {
		node = t.child(node, w.id)
	}
	for _, l := range t.leaves[node] {
		if l.value == value {
			for i, w := range words {
				l.capitals[i] = min(l.capitals[i], w.capitals)
			}
			return
		}
	}
	need := make([]capitals, len(words))
	for i, w := range words {
		need[i] = w.capitals
	}
	t.leaves[node] = append(t.leaves[node], leaf[T]{need, value})
}

// child finds or makes the node that word leads to.
func (t *trie[T]) child(node, word uint32) uint32 {
	if node == 0 {
		for int(word) >= len(t.first) {
			t.first = append(t.first, 0)
		}
		if t.first[word] == 0 {
			t.first[word] = t.grow()
		}
		return t.first[word]
	}
	e := edge{node, word}
	if t.next[e] == 0 {
		t.next[e] = t.grow()
	}
	return t.next[e]
}

func (t *trie[T]) grow() uint32 {
	t.leaves = append(t.leaves, nil)
	return uint32(len(t.leaves) - 1)
}

// Found is a run of tokens [Start, End) and all that the lexicon has for it: proper
// names before others, earlier layers before later. Two finds share a token that
// holds both ("Pakistan-Afghanistan"). Obfuscated is set where the words match only
// after hidden or lookalike characters were taken away.
type Found[T any] struct {
	Start, End int
	Entries    []T
	Obfuscated bool

	from, to int // the same in words of the Text
}

// match returns the leftmost, longest matches, which do not overlap.
func (t *trie[T]) match(text Text) []Found[T] {
	var found []Found[T]
	words := text.words
	for i := 0; i < len(words); {
		end, node := t.longest(words[i:])
		if end == 0 {
			i++
			continue
		}
		run := words[i : i+end]
		f := Found[T]{Start: int(run[0].token), End: int(run[end-1].token) + 1, from: i, to: i + end}
		f.Entries = t.entries(node, run)
		for _, w := range run {
			f.Obfuscated = f.Obfuscated || w.obfuscated
		}
		found = append(found, f)
		i += end
	}
	return found
}

// seal readies the trie for matching, after the last add.
func (t *trie[T]) seal() {
	t.values = make([][]T, len(t.leaves))
	for node, leaves := range t.leaves {
		for _, l := range leaves {
			t.values[node] = append(t.values[node], l.value)
		}
		t.values[node] = slices.Clip(t.values[node])
	}
}

// entries are the values at node that fit the words: most often all of them, and
// then the trie's own slice.
func (t *trie[T]) entries(node uint32, words []word) []T {
	leaves := t.leaves[node]
	if !slices.ContainsFunc(leaves, func(l leaf[T]) bool { return !fits(l.capitals, words) }) {
		return t.values[node]
	}
	var out []T
	for _, l := range leaves {
		if fits(l.capitals, words) {
			out = append(out, l.value)
		}
	}
	return out
}

// longest returns how many words the longest match at the head of words takes,
// and the node it ends at.
func (t *trie[T]) longest(words []word) (end int, last uint32) {
	for n, node := 1, t.root(words[0]); node != 0; n++ {
		if anyFits(t.leaves[node], words[:n]) {
			end, last = n, node
		}
		if n == len(words) {
			break
		}
		node = t.after(node, words[n])
	}
	return end, last
}

// root is the node after w at the head of a phrase; 0 is none.
func (t *trie[T]) root(w word) uint32 {
	if int(w.id) >= len(t.first) {
		return 0
	}
	return t.first[w.id]
}

// after is the node that w leads to from node; 0 is none.
func (t *trie[T]) after(node uint32, w word) uint32 {
	if w.id == unknown {
		return 0
	}
	return t.next[edge{node, w.id}]
}

func anyFits[T comparable](leaves []leaf[T], words []word) bool {
	for _, l := range leaves {
		if fits(l.capitals, words) {
			return true
		}
	}
	return false
}

func fits(need []capitals, words []word) bool {
	for i, c := range need {
		if words[i].capitals < c {
			return false
		}
	}
	return true
}

// each calls f for every match, however they overlap.
func (t *trie[T]) each(text Text, f func(start, end int, value T)) {
	for i, w := range text.words {
		node := t.root(w)
		for n := i + 1; node != 0; n++ {
			for _, l := range t.leaves[node] {
				if fits(l.capitals, text.words[i:n]) {
					f(int(w.token), int(text.words[n-1].token)+1, l.value)
				}
			}
			if n == len(text.words) {
				break
			}
			node = t.after(node, text.words[n])
		}
	}
}
