package lexicon

import "strings"

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
		end, leaves := t.longest(words[i:])
		if end == 0 {
			i++
			continue
		}
		run := words[i : i+end]
		f := Found[T]{Start: int(run[0].token), End: int(run[end-1].token) + 1, from: i, to: i + end}
		for _, l := range leaves {
			if fits(l.capitals, run) {
				f.Entries = append(f.Entries, l.value)
			}
		}
		for _, w := range run {
			f.Obfuscated = f.Obfuscated || w.obfuscated
		}
		found = append(found, f)
		i += end
	}
	return found
}

// longest returns how many words the longest match at the head of words takes,
// and the leaves there.
func (t *trie[T]) longest(words []word) (end int, leaves []leaf[T]) {
	if id := words[0].id; id == unknown || int(id) >= len(t.first) {
		return 0, nil
	}
	node := t.first[words[0].id]
	for n := 1; node != 0; n++ {
		if l := t.leaves[node]; anyFits(l, words[:n]) {
			end, leaves = n, l
		}
		if n == len(words) || words[n].id == unknown {
			break
		}
		node = t.next[edge{node, words[n].id}]
	}
	return end, leaves
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
		if w.id == unknown || int(w.id) >= len(t.first) {
			continue
		}
		node := t.first[w.id]
		for n := i + 1; node != 0; n++ {
			for _, l := range t.leaves[node] {
				if fits(l.capitals, text.words[i:n]) {
					f(int(w.token), int(text.words[n-1].token)+1, l.value)
				}
			}
			if n == len(text.words) || text.words[n].id == unknown {
				break
			}
			node = t.next[edge{node, text.words[n].id}]
		}
	}
}
