package lexicon

import (
	"fmt"
	"slices"
	"strings"
)

// Review lists what is no fault in a lexicon and yet may not be meant: names
// that two actors, or two outlets, share; names that say the same twice; names
// and patterns that no text can match.
func (l *Lexicon) Review() []string {
	r := reviewer{seen: map[string]string{}}
	for a := range l.Actors() {
		r.entry("actor", a.ID, slices.Concat([]string{a.Name}, a.Aliases))
	}
	for o := range l.Outlets() {
		r.entry("outlet", o.ID, slices.Concat([]string{o.Name}, o.Aliases))
	}
	for p := range l.Places() {
		r.names("place "+p.ID, slices.Concat([]string{p.Name}, p.Aliases))
	}
	for _, q := range l.Questions() {
		r.question(q)
	}
	return r.found
}

// reviewer collects what is found.
type reviewer struct {
	seen  map[string]string // who has a name first, by table and folded name
	found []string
}

func (r *reviewer) say(format string, args ...any) {
	r.found = append(r.found, fmt.Sprintf(format, args...))
}

// entry looks at the names of an entry that are to be its own.
func (r *reviewer) entry(table, id string, names []string) {
	for _, name := range r.names(table+" "+id, names) {
		key := table + " " + name
		switch other := r.seen[key]; other {
		case "", id:
			r.seen[key] = id
		default:
			r.say("%s %s: the name %q is that of %s, too", table, id, name, other)
		}
	}
}

// names looks at the names of one entry, and returns them folded, each once.
func (r *reviewer) names(of string, names []string) []string {
	var out []string
	for i, name := range names {
		folded := strings.ReplaceAll(Slug(name), "-", " ")
		switch {
		case folded == "":
			r.say("%s: no text can match the name %q", of, name)
		case slices.Contains(names[:i], name):
			r.say("%s: the name %q stands there twice", of, name)
		case !slices.Contains(out, folded):
			out = append(out, folded)
		}
	}
	return out
}

// question looks for parts of patterns that nothing can meet.
func (r *reviewer) question(q Question) {
	if len(q.About) == 0 {
		r.say("question %s: nothing says what it is about, so that no sentence bears on it", q.ID)
	}
	for _, pattern := range q.About {
		for part := range strings.SplitSeq(pattern, " + ") {
			if !slices.ContainsFunc(strings.Split(part, "|"), func(w string) bool { return Slug(w) != "" }) {
				r.say("question %s: no text can match a part of %q", q.ID, pattern)
			}
		}
	}
}
