package parsing

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"crisisdesk/feed/language/internal/lexis"
)

// TestPartsOfAStateHaveTheFeaturesOfTheWhole makes moves at random and compares
// the features of each state with those of its nodes, with their words and
// children apart, and of what is about several words together.
func TestPartsOfAStateHaveTheFeaturesOfTheWhole(t *testing.T) {
	vocabulary := lexis.New([]string{"the", "army", "said", "so"}, []string{"e", "he", "the"}, []string{"th"})
	p := New(vocabulary, []string{"VERB VBD", "NOUN NN", "DET DT"}, Inventory{Relations: []string{"nsubj", "det", "obj"}})
	rapid.Check(t, func(t *rapid.T) {
		forms := rapid.SliceOfN(rapid.SampledFrom([]string{"the", "army", "said", "so", "Kabul", ","}), 1, 12).Draw(t, "forms")
		v := Sentence{Words: vocabulary.AppendWords(nil, len(forms), func(i int) string { return forms[i] })}
		v.Tags = rapid.SliceOfN(rapid.Int32Range(0, 2), len(forms), len(forms)).Draw(t, "tags")
		p.Prepare(&v)
		var nodes Nodes
		nodes.Reset(len(forms))
		var s State
		for s.Reset(&nodes); !s.Done(); {
			whole := p.MoveFeatures(nil, &v, &s)
			x := s.together()
			parts := p.viewFeatures(nil, &v, &x)
			for role, id := range s.inRoles() {
				for _, n := range apart(&nodes, id) {
					x := n.role(role)
					parts = p.viewFeatures(parts, &v, &x)
				}
			}
			slices.Sort(whole)
			slices.Sort(parts)
			if !slices.Equal(whole, parts) {
				t.Fatalf("the whole has %v, its parts %v", whole, parts)
			}
			move := rapid.SampledFrom(s.Legal()).Draw(t, "move")
			if move == Shift {
				s.Push()
				continue
			}
			rel := rapid.Int32Range(0, 2).Draw(t, "relation")
			s.Attach(move, rel, p.Group(rel))
		}
	})
}

// apart returns a node's word without children and its children without the word.
func apart(nodes *Nodes, id int32) []Node {
	n := nodes.keys[id]
	if id == 0 {
		return []Node{n}
	}
	return []Node{nodes.keys[leaf(n.Word)], without(n)}
}
