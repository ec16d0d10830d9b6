package train

import (
	"fmt"
	"io"
	"slices"

	"crisisdesk/feed/language/internal/lexis"
	"crisisdesk/feed/language/internal/pack"
	"crisisdesk/feed/language/internal/parsing"
	"crisisdesk/feed/language/internal/tagging"
)

// Corpora are the treebanks that are learnt from, by the names of their files.
var Corpora = []string{"ewt-train", "gum-train"}

// folds is how many parts the data is cut into, to tag each with what the others teach.
const folds = 4

// A course is one run of the training.
type course struct {
	log    io.Writer
	trees  []Tree
	data   []sample
	words  *lexis.Vocabulary
	tags   tagging.Inventory
	tagger *tagging.Tagger
	parser *parsing.Parser
}

// Weights trains all models from the treebanks in dir and from the templates, and
// returns the file that feed/language embeds. It says on log what it is about. The
// same treebanks give the same bytes.
func Weights(dir string, log io.Writer) ([]byte, error) {
	c := course{log: log}
	if err := c.read(dir); err != nil {
		return nil, err
	}
	c.learn()
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

func (c *course) read(dir string) error {
	for _, name := range Corpora {
		t, err := Read(dir, name)
		if err != nil {
			return err
		}
		c.trees = append(c.trees, t...)
	}
	c.words = vocabulary(c.trees, fieldTags())
	c.tags = inventory(c.trees, c.words, fieldTags())
	extra, err := made(1)
	if err != nil {
		return err
	}
	c.data = samples(recased(slices.Concat(c.trees, extra), 1), c.words, &c.tags)
	fmt.Fprintf(c.log, "%d sentences of treebanks, %d of templates; %d words, %d tags\n", len(c.trees), len(extra), c.words.Words(), len(c.tags.Tags))
	return nil
}

// learn trains the tagger and the parser. The parser learns from tags of taggers
// that have not seen the sentence.
func (c *course) learn() {
	fmt.Fprintln(c.log, "tagging each part of the data with a tagger of the others")
	jackknife(c.data, c.words, c.tags, folds)
	fmt.Fprintln(c.log, "training the tagger")
	c.tagger = trainTagger(c.data, c.words, c.tags, 1)
	fmt.Fprintln(c.log, "training the parser")
	c.parser = trainParser(c.data, c.words, c.tags.Tags, relations(c.data, c.words, c.tags.Tags), 1)
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
