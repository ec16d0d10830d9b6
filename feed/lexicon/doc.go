// Package lexicon knows the names and words that extraction looks for: actors,
// places, outlets, words for incidents, tolls, speech and doubt, and the questions
// that a desk tracks. In go layers of TOML; out comes an immutable Lexicon that
// finds them in folded tokens.
package lexicon
