// Package parsing builds dependency trees from left to right with three moves
// (arc-hybrid): shift the next word onto a stack, attach the top of the stack to
// the next word, or attach it to the word below it. It takes words and tags and
// gives each word a head, a relation and how sure both are. Several trees are
// built side by side; what they have in common is worked out once.
package parsing
