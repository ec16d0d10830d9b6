package ui

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Keys are the keys of every place of the screen.
type Keys []keymap // by location

// keymap is the keys of one place.
type keymap struct {
	bindings []binding
	byKey    map[string]action
	best     map[action]string // the key that an action is best known by
	hints    []hint
}

// hint is what the bottom row says of a key: "j/k move".
type hint struct {
	action action
	text   string
}

// NewKeys are the keys where bound replaces those of the actions that it
// names; none leaves an action without keys. Arrows, PgUp and PgDn, home and
// end, enter, esc and ctrl+c stay what they are. It is an error to name an
// action or a key that there is not, and to ask for two actions by one key.
func NewKeys(bound map[string][]string) (Keys, error) {
	for _, name := range slices.Sorted(maps.Keys(bound)) {
		if !isAction(action(name)) {
			return nil, fmt.Errorf("the keys %s: there is no action %q; there are %s",
				strings.Join(bound[name], " "), name, strings.Join(actionNames(), ", "))
		}
		for _, key := range bound[name] {
			if !isKey(key) {
				return nil, fmt.Errorf("the keys of %s: no key is called %q", name, key)
			}
		}
	}
	keys := make(Keys, len(bindings))
	for at, all := range bindings {
		var err error
		if keys[at], err = newKeymap(all, bound); err != nil {
			return nil, fmt.Errorf("%s: %w", placeTitles[at], err)
		}
	}
	return keys, nil
}

func newKeymap(all []binding, bound map[string][]string) (keymap, error) {
	m := keymap{bindings: slices.Clone(all), byKey: map[string]action{}, best: map[action]string{}}
	for i := range m.bindings {
		b := &m.bindings[i]
		if keys, ok := bound[string(b.action)]; ok {
			b.keys = keys
		}
		for _, key := range b.all() {
			if other, taken := m.byKey[key]; taken && other != b.action {
				return keymap{}, fmt.Errorf("the key %s asks for both %s and %s", key, other, b.action)
			}
			m.byKey[key] = b.action
		}
		if keys := b.all(); len(keys) > 0 {
			m.best[b.action] = spelt(keys[0])
		}
	}
	for _, group := range m.groups() {
		if h := m.hint(group); h.text != "" {
			m.hints = append(m.hints, h)
		}
	}
	return m, nil
}

// all are the keys of a binding, those that can be replaced first.
func (b binding) all() []string { return slices.Concat(b.keys, b.always) }

// groups are the bindings that the help tells of together: one, or one and its
// opposite.
func (m keymap) groups() [][]binding {
	var out [][]binding
	for i, b := range m.bindings {
		if b.help == "" && i > 0 {
			out[len(out)-1] = append(out[len(out)-1], b)
		} else {
			out = append(out, []binding{b})
		}
	}
	return out
}

// mostShown is how many keys of an action the help shows.
const mostShown = 2

// shown are the keys of a group as the help shows them: "j k, down up".
func shown(group []binding) string {
	var ways []string
	for i := range mostShown {
		var keys []string
		for _, b := range group {
			if all := b.all(); i < len(all) && all[i] != escTwice {
				keys = append(keys, spelt(all[i]))
			}
		}
		if len(keys) > 0 {
			ways = append(ways, strings.Join(keys, " "))
		}
	}
	return strings.Join(ways, ", ")
}

// hint is what the bottom row says of a group: "j/k move", "tab pane", or of
// the views "1-8 views"; nothing where no key asks for it.
func (m keymap) hint(group []binding) hint {
	b, key := group[0], m.best[group[0].action]
	switch {
	case b.hint == "" || key == "":
		return hint{}
	case b.action == showBoard:
		key += "-" + m.best[showPlaces]
	case len(group) > 1 && len(key) == 1:
		key += "/" + m.best[group[1].action]
	}
	return hint{b.action, key + " " + b.hint}
}

// offer tells behind a notice which key does something about it; nothing where
// no key does.
func (m keymap) offer(act action, does string) string {
	if key := m.best[act]; key != "" {
		return " (" + key + " " + does + ")"
	}
	return ""
}

// spelt is a key as it is written on the key.
func spelt(key string) string {
	switch key {
	case "pgdown":
		return "PgDn"
	case "pgup":
		return "PgUp"
	}
	return key
}

func isAction(a action) bool {
	return slices.ContainsFunc(bindings[:], func(all []binding) bool {
		return slices.ContainsFunc(all, func(b binding) bool { return b.action == a })
	})
}

// actionNames are the actions that keys can be bound to.
func actionNames() []string {
	names := map[string]bool{}
	for _, all := range bindings {
		for _, b := range all {
			names[string(b.action)] = true
		}
	}
	return slices.Sorted(maps.Keys(names))
}

// namedKeys are the keys, besides those that write a character, that every
// terminal sends.
var namedKeys = strings.Fields("enter tab esc space backspace delete insert up down left right home end pgup pgdown " +
	"f1 f2 f3 f4 f5 f6 f7 f8 f9 f10 f11 f12")

// isKey reports whether a key is a character or a key's name, perhaps behind
// ctrl+, alt+ or shift+.
func isKey(s string) bool {
	for _, with := range []string{"ctrl+", "alt+", "shift+"} {
		s = strings.TrimPrefix(s, with)
	}
	r, n := utf8.DecodeRuneInString(s)
	return n == len(s) && n > 0 && unicode.IsPrint(r) && r != ' ' || slices.Contains(namedKeys, s)
}
