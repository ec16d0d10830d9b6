package language

// UPOS is a universal part of speech (universaldependencies.org/u/pos).
type UPOS uint8

// The seventeen universal parts of speech; NoUPOS marks a token that has not been tagged.
const (
	NoUPOS UPOS = iota
	ADJ
	ADP
	ADV
	AUX
	CCONJ
	DET
	INTJ
	NOUN
	NUM
	PART
	PRON
	PROPN
	PUNCT
	SCONJ
	SYM
	VERB
	X
)

var uposNames = [...]string{
	"_", "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM",
	"PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X",
}

// String returns the name that CoNLL-U uses, "_" for NoUPOS.
func (u UPOS) String() string {
	if int(u) < len(uposNames) {
		return uposNames[u]
	}
	return uposNames[NoUPOS]
}

// ParseUPOS returns the part of speech of that name, NoUPOS where there is none.
func ParseUPOS(name string) UPOS {
	for u, n := range uposNames {
		if n == name {
			return UPOS(u)
		}
	}
	return NoUPOS
}
