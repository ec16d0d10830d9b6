// Package parsing builds dependency trees from left to right with three moves
// (arc-hybrid): shift the next word onto a stack, attach the top of the stack to
// the next word, or attach it to the word below it.
package parsing
