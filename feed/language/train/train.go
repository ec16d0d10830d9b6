package train

import (
	"fmt"
	"io"
	"slices"
	"sync"

	"crisisdesk/feed/language/internal/lexis"
	"crisisdesk/feed/language/internal/neural"
	"crisisdesk/feed/language/internal/pack"
	"crisisdesk/feed/language/internal/parsing"
	"crisisdesk/feed/language/internal/tagging"
)

// Corpora are the treebanks that are learnt from, by the names of their files.
var Corpora = []string{"ewt-train", "gum-train"}

const (
	folds        = 4 // parts of the data, each tagged with what the others teach
	teacherCount = 3
)

// A course is one run of the training.
type course struct {
	log    io.Writer
	trees  []Tree
	data   []sample // of the treebanks
	raw    []sample // of raw text
	words  *lexis.Vocabulary
	tags   tagging.Inventory
	tagger *tagging.Tagger
	parser *parsing.Parser
}

// Weights trains all models from the treebanks in dir, and from the raw text of
// the documents in texts if it is not empty, and returns the file that
// feed/language embeds. It says on log what it is about. The same input gives the
// same bytes.
func Weights(dir, texts string, log io.Writer) ([]byte, error) {
	c := course{log: log}
	if err := c.read(dir, texts); err != nil {
		return nil, err
	}
	c.learnTags()
	c.learnTrees()
	var w pack.Writer
	c.words.Append(&w)
	c.tagger.Append(&w)
	c.parser.Append(&w)
	lemmaTable(c.trees).Write(&w, pennTags(c.trees))
	confidence, err := c.calibrate(dir)
	if err != nil {
		return nil, err
	}
	w.Floats(confidence)
	return w.Bytes, nil
}

func (c *course) read(dir, texts string) error {
	for _, name := range Corpora {
		t, err := Read(dir, name)
		if err != nil {
			return err
		}
		c.trees = append(c.trees, t...)
	}
	raw, err := readTexts(texts)
	if err != nil {
		return err
	}
	c.words = vocabulary(slices.Concat(raw, c.trees), fieldTags())
	c.tags = inventory(c.trees, c.words, fieldTags())
	extra, err := made(1)
	if err != nil {
		return err
	}
	c.data = samples(recased(slices.Concat(c.trees, extra), 1), c.words, &c.tags)
	c.raw = samples(raw, c.words, &c.tags)
	for i := range c.raw {
		c.raw[i].gold, c.raw[i].tree = nil, nil
	}
	fmt.Fprintf(c.log, "%d sentences of treebanks, %d of templates, %d of raw text; %d words, %d tags\n", len(c.trees), len(extra), len(raw), c.words.Words(), len(c.tags.Tags))
	return nil
}

// learnTags trains the tagger and leaves in the samples the tags that the parser
// is to learn from: those of a tagger that has not seen the sentence.
func (c *course) learnTags() {
	fmt.Fprintln(c.log, "tagging each part of the treebanks with a tagger of the others")
	jackknife(c.data, c.words, c.tags, taggerSchedule, folds, 100)
	fmt.Fprintf(c.log, "training %d taggers\n", teacherCount)
	nets := each(teacherCount, func(k int) *neural.Net {
		_, net := trainTagger(c.data, c.words, c.tags, taggerSchedule, nil, uint64(10+k))
		return net
	})
	fmt.Fprintln(c.log, "training the tagger from those")
	c.tagger, _ = trainTagger(slices.Concat(c.raw, c.data), c.words, c.tags, taggerSchedule, nets, 1)
	var scratch tagging.Scratch
	for i := range c.raw {
		c.tagger.Tag(c.raw[i].words, c.raw[i].tags, &scratch)
	}
}

func (c *course) learnTrees() {
	inv := relations(c.data, c.words, c.tags.Tags)
	fmt.Fprintf(c.log, "training %d parsers\n", teacherCount)
	nets := each(teacherCount, func(k int) parserNets {
		_, net := trainParser(c.data, c.words, c.tags.Tags, inv, parserSchedule, nil, uint64(20+k))
		return net
	})
	fmt.Fprintln(c.log, "training the parser from those")
	c.parser, _ = trainParser(slices.Concat(c.raw, c.data), c.words, c.tags.Tags, inv, parserSchedule, nets, 1)
}

// each calls f for 0 to n-1 at once and returns what it returned, in that order.
func each[T any](n int, f func(int) T) []T {
	out := make([]T, n)
	var wg sync.WaitGroup
	for i := range n {
		wg.Go(func() { out[i] = f(i) })
	}
	wg.Wait()
	return out
}

// pennTags lists the Penn tags of the trees.
func pennTags(trees []Tree) []string {
	counts := map[string]int{}
	for _, t := range trees {
		for _, w := range t.Words {
			counts[w.XPOS]++
		}
	}
	return frequent(counts, 1)
}
