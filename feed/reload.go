package feed

import (
	"crisisdesk/feed/document"
	"crisisdesk/model/archive"
)

// Rules are what documents are read with. New ones take the place of those
// before while a folder is followed; what they do not touch stays on the board
// as it is.
type Rules struct {
	Desk    document.Desk
	Extract Extract
	Memory  *archive.Memory        // of what these rules find; nil remembers nothing
	Touches func(text string) bool // whether they may read a document otherwise than those before
}

// rereading is what a file is read again for.
type rereading struct {
	touches func(text string) bool
	memory  *archive.Memory // of what the rules before found; goes over to that of the new ones
}

// obey puts new rules in force: every file is looked at again, and what they
// touch of it is extracted again. What those before found is theirs to remember.
func (r *runner) obey(rules Rules) {
	before := r.opts.Memory
	r.opts.Desk, r.opts.Extract, r.opts.Memory = rules.Desk, rules.Extract, rules.Memory
	r.opts.rules++
	r.remember()
	close(r.memos)
	r.rememberIn(rules.Memory)
	for path := range r.sums {
		next := &rereading{rules.Touches, before}
		if waits := r.reread[path]; waits != nil { // it has not been read since the change before this one
			next = &rereading{func(text string) bool { return waits.touches(text) || rules.Touches(text) }, waits.memory}
		}
		r.reread[path] = next
		if _, busy := r.busy[path]; !busy {
			r.start(path)
		}
	}
}
