// Package lexis turns the forms of tokens into the numbers that the tagger and
// the parser know: a word of the vocabulary, affixes, a shape.
package lexis
