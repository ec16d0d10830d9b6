package language

import "crisisdesk/feed/language/vectors"

// BlockKind says what a block of text is.
type BlockKind uint8

const (
	Paragraph BlockKind = iota
	Heading
	ListItem
	Caption
)

var blockKindNames = [...]string{"paragraph", "heading", "list item", "caption"}

func (k BlockKind) String() string { return blockKindNames[k] }

// Block is a run of text that no sentence crosses: a paragraph (hard-wrapped or
// on one line), a heading, an item of a list, a caption. Start and End are byte
// offsets into the text; white space around the block is left out.
type Block struct {
	Kind       BlockKind
	Start, End int
}

// Quote types a quotation mark.
type Quote uint8

const (
	NoQuote Quote = iota
	OpenQuote
	CloseQuote
)

// Token is a word, a clitic, a number or a mark, split as UD English splits.
type Token struct {
	Start, End int    // byte offsets into the text
	Form       string // text[Start:End], not a copy
	Lemma      string // lower-cased lemma
	XPOS       string // Penn Treebank tag
	UPOS       UPOS
	Quote      Quote        // which way a quotation mark faces
	Vector     vectors.Word // of the form, or else of the lemma, in vectors.Default()
	Head       int          // index of the head in the sentence; -1 for the root, and for all where the sentence is not Parsed
	Rel        string       // UD relation with its subtype, as "nsubj:pass"; empty where the sentence is not Parsed
	Conf       float32      // how likely the arc and its relation are right, 0 to 1
}

// Sentence is a sentence of a block with its tokens.
type Sentence struct {
	Block      int // index of its block
	Start, End int // byte offsets into the text
	Tokens     []Token
	Parsed     bool // false where it was too long for a tree: tags only
}
