// Package vectors knows how English words are used: words that stand in like
// company have vectors that point alike.
//
// In: a word in lower case. Out: its number, and its vector of [Dim] numbers.
// They were learnt from newswire and an encyclopaedia by others (see the
// NOTICE), cut to their main directions and to one byte a number by the
// trainer, and know nothing of any crisis.
//
// It promises: the same word has the same vector; looking one up allocates
// nothing; a Table does not change and may be read by any number of goroutines
// at once.
package vectors
