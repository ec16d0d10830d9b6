// Package endtoend tests the built program as its users run it: its commands
// by scripts, its screen in a pseudo-terminal, and the house itself by the
// directions of its imports. It holds tests only.
package endtoend
