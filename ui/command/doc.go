// Package command holds the commands that are about the program itself: its
// configuration, its manual, its completion in shells, its version.
//
// In: the tree of all commands, the configuration. Out: commands for it. None
// of them reads a document.
package command
