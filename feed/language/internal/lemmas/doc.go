// Package lemmas finds the lemma of a word from its form and its Penn tag: whole
// forms first ("went"), then what the longest known ending says to cut and to add.
package lemmas
