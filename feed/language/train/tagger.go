package train

import (
	"math/rand/v2"
	"slices"

	"crisisdesk/feed/language/internal/lexis"
	"crisisdesk/feed/language/internal/tagging"
)

// A schedule says how a network is trained.
type schedule struct {
	hidden  int
	arcs    int // hidden units of the network of relations
	epochs  int
	rate    float32 // falls to a twentieth over the epochs
	dropout float32
}

// rarely is how often in an epoch a feature must be met to be kept.
const rarely = 8

func (s schedule) at(epoch int) float32 {
	done := float32(epoch) / float32(s.epochs)
	return s.rate * max(0.05, 1-done)
}

var taggerSchedule = schedule{hidden: 96, epochs: 10, rate: 0.06, dropout: 0.3}

// A sample is a sentence as the models see it.
type sample struct {
	words []lexis.Word
	gold  []int32 // tags, -1 for one that is not in the inventory
	tags  []int32 // as predicted
	tree  *Tree
}

func samples(trees []Tree, v *lexis.Vocabulary, inv *tagging.Inventory) []sample {
	number := map[string]int32{}
	for i, t := range inv.Tags {
		number[t] = int32(i)
	}
	out := make([]sample, len(trees))
	for i := range trees {
		t := &trees[i]
		s := sample{words: v.AppendWords(nil, len(t.Words), t.form), tree: t, tags: make([]int32, len(t.Words))}
		for j := range t.Words {
			tag, ok := number[t.Words[j].tag()]
			if !ok {
				tag = -1
			}
			s.gold = append(s.gold, tag)
		}
		out[i] = s
	}
	return out
}

// blank is how often a word of the vocabulary is hidden in training, so that the
// affixes and the context learn to do without it: the rarer, the oftener.
func blank(words []lexis.Word, into []lexis.Word, random *rand.Rand, v *lexis.Vocabulary) []lexis.Word {
	into = append(into[:0], words...)
	for i := range into {
		if id := into[i].ID; id >= lexis.First && random.Float32() < 0.05+0.5*float32(id)/float32(v.Words()) {
			into[i].ID = lexis.Unknown
		}
	}
	return into
}

// taggerTrainer trains the network of a tagger.
type taggerTrainer struct {
	tagger *tagging.Tagger
	net    *network
	random *rand.Rand
	rows   []int32
	words  []lexis.Word
	tags   []int32
}

// trainTagger trains a tagger on the samples.
func trainTagger(data []sample, v *lexis.Vocabulary, inv tagging.Inventory, seed uint64) *tagging.Tagger {
	t := &taggerTrainer{tagger: tagging.New(v, inv), random: rand.New(rand.NewPCG(seed, 3))}
	plan := taggerSchedule
	t.net = newNetwork(t.tagger.Rows(), plan.hidden, len(inv.Tags), seed)
	t.net.dropout = plan.dropout
	order := t.random.Perm(len(data))
	for epoch := range plan.epochs {
		t.net.rate = plan.at(epoch)
		t.random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, k := range order {
			t.learn(&data[k], v, epoch > 0)
		}
	}
	t.tagger.SetNet(t.net.quantise(int32(rarely * plan.epochs)))
	return t.tagger
}

// learn goes through one sentence; the tags before a word are the gold ones or,
// to explore, those just predicted.
func (t *taggerTrainer) learn(s *sample, v *lexis.Vocabulary, explore bool) {
	t.words = blank(s.words, t.words, t.random, v)
	t.tags = slices.Grow(t.tags[:0], len(t.words))[:len(t.words)]
	for i := range t.words {
		candidates := t.tagger.Candidates(t.words[i])
		if len(candidates) == 1 {
			t.tags[i] = candidates[0]
			continue
		}
		t.rows = t.tagger.Features(t.rows[:0], t.words, t.tags, i)
		p := t.net.rehearse(t.rows, candidates)
		t.tags[i] = candidates[likeliest(p)]
		if !slices.Contains(candidates, s.gold[i]) {
			continue
		}
		t.net.correct(t.rows, candidates, func(c int32) bool { return c == s.gold[i] })
		if !explore {
			t.tags[i] = s.gold[i]
		}
	}
}
