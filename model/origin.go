package model

// Origin is who a report really comes from: the earliest source that the
// text credits, else the outlet, else the document itself. Two reports with
// the same Key are one origin, and an echo adds no support.
type Origin struct {
	Key  string // compared
	Name string // shown
}
