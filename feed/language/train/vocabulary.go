package train

import (
	"cmp"
	"maps"
	"slices"

	"crisisdesk/feed/language/internal/lexis"
	"crisisdesk/feed/language/internal/tagging"
)

// Words and affixes seen less often are unknown.
const (
	minWord  = 3
	minAffix = 6
)

// form returns the form of a word as the models are given it.
func (w *Word) form() string {
	if w.UPOS == "PUNCT" && (w.XPOS == "``" || w.XPOS == "''") {
		return w.XPOS
	}
	return w.Form
}

func (t *Tree) form(i int) string { return t.Words[i].form() }

// vocabulary numbers the words of the trees and, behind them, those of the field.
func vocabulary(trees []Tree, field map[string][]string) *lexis.Vocabulary {
	words, suffixes, prefixes := map[string]int{}, map[string]int{}, map[string]int{}
	for _, t := range trees {
		for i := range t.Words {
			key := lexis.AppendKey(nil, t.form(i))
			words[string(key)]++
			for n := range lexis.Suffixes {
				suffixes[string(lexis.Suffix(key, n))]++
			}
			for n := range lexis.Prefixes {
				prefixes[string(lexis.Prefix(key, n))]++
			}
		}
	}
	known := frequent(words, minWord)
	for _, w := range slices.Sorted(maps.Keys(field)) {
		if words[w] < minWord {
			known = append(known, w)
		}
	}
	return lexis.New(known, frequent(suffixes, minAffix), frequent(prefixes, minAffix))
}

// frequent returns the keys seen at least so often, the most frequent first.
func frequent[K cmp.Ordered](counts map[K]int, least int) []K {
	keys := slices.Collect(maps.Keys(counts))
	keys = slices.DeleteFunc(keys, func(k K) bool { return counts[k] < least })
	slices.SortFunc(keys, func(a, b K) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b))
	})
	return keys
}

func (w *Word) tag() string { return w.UPOS + " " + w.XPOS }

// sure is how often a word must be seen for its tags to be all that it may have.
const sure = 8

// inventory lists the tags, and for each word of the vocabulary which it may have.
// A word of the field that is seldom seen may have the tags that field gives it.
func inventory(trees []Tree, v *lexis.Vocabulary, field map[string][]string) tagging.Inventory {
	counts, rare := map[string]int{}, map[string]int{}
	byWord := make([]map[string]int, v.Words())
	for _, t := range trees {
		for i := range t.Words {
			tag := t.Words[i].tag()
			counts[tag]++
			id := v.ID(string(lexis.AppendKey(nil, t.form(i))))
			if id == lexis.Unknown {
				rare[tag]++
			} else if byWord[id] == nil {
				byWord[id] = map[string]int{tag: 1}
			} else {
				byWord[id][tag]++
			}
		}
	}
	inv := tagging.Inventory{Tags: frequent(counts, 5)}
	b := classBuilder{number: map[string]int32{}}
	for i, t := range inv.Tags {
		b.number[t] = int32(i)
	}
	if b.open = b.tags(frequent(rare, 10)); len(b.open) == 0 {
		b.open = b.tags(inv.Tags)
	}
	b.add(b.open)
	for _, seen := range byWord {
		inv.ByWord = append(inv.ByWord, b.class(seen))
	}
	for _, word := range slices.Sorted(maps.Keys(field)) {
		tags := field[word]
		if id := v.ID(word); total(byWord[id]) < sure && len(b.tags(tags)) > 0 {
			inv.ByWord[id] = b.add(b.tags(slices.Concat(tags, slices.Collect(maps.Keys(byWord[id])))))
		}
	}
	inv.Classes = b.classes
	return inv
}

type classBuilder struct {
	number  map[string]int32
	open    []int32
	classes [][]int32
}

func (b *classBuilder) tags(names []string) []int32 {
	var tags []int32
	for _, n := range names {
		if t, ok := b.number[n]; ok {
			tags = append(tags, t)
		}
	}
	slices.Sort(tags)
	return slices.Compact(tags)
}

// add returns the number of a class.
func (b *classBuilder) add(tags []int32) int32 {
	for i, c := range b.classes {
		if slices.Equal(c, tags) {
			return int32(i)
		}
	}
	b.classes = append(b.classes, tags)
	return int32(len(b.classes) - 1)
}

// class returns the class of a word by how often it was seen with each tag.
func (b *classBuilder) class(seen map[string]int) int32 {
	often := total(seen)
	tags := b.tags(frequent(seen, 1+often/400))
	if often < sure {
		tags = append(tags, b.open...)
		slices.Sort(tags)
		tags = slices.Compact(tags)
	}
	if len(tags) == 0 {
		return 0
	}
	return b.add(tags)
}

func total[K comparable](counts map[K]int) int {
	n := 0
	for _, c := range counts {
		n += c
	}
	return n
}
