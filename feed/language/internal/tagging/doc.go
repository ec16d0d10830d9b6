// Package tagging gives each word a part of speech, from left to right, by the
// words around it and the tags before it.
package tagging
