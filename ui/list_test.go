package ui

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

// letters are items of one letter each.
type letters string

func (l letters) len() int        { return len(l) }
func (l letters) id(i int) string { return string(l[i]) }
func (l letters) find(id string) int {
	if id == "" {
		return -1
	}
	return strings.Index(string(l), id)
}
func (l letters) height(int) int                { return 1 }
func (l letters) draw(r *row, i, _ int, _ sign) { r.put(string(l[i]), 1, style{}) }

func TestListKeepsItsPlace(t *testing.T) {
	for name, c := range map[string]struct {
		keys   []action
		before letters
		after  letters
		want   string // the window, the cursor in capitals
	}{
		"new items above":                {[]action{down, down, down, down}, "defghij", "abcdefghij", "fgHi"},
		"at the top they come into view": {nil, "defghij", "bcdefghij", "bcDe"},
		"at the top, more than fit":      {nil, "wxyz", "abcdefwxyz", "defW"},
		"items below":                    {[]action{down}, "abcd", "abcdefgh", "aBcd"},
		"the item goes, the place stays": {[]action{down, down}, "abcdefg", "abdefg", "abDe"},
		"the last goes":                  {[]action{last}, "abcdef", "abcde", "bcdE"},
		"all go":                         {[]action{down}, "abc", "", ""},
		"order turns":                    {[]action{down}, "abcdef", "fedcba", "dcBa"},
	} {
		t.Run(name, func(t *testing.T) {
			l := newList(c.before, newTheme(true, "mono"))
			l.resize(4, 4)
			l.note()
			for _, k := range c.keys {
				l.do(k)
			}
			l.items = c.after
			l.changed()
			if got := window(&l); got != c.want {
				t.Errorf("the window shows %q, want %q", got, c.want)
			}
		})
	}
}

func TestListGivesTheCursorBackToItsItem(t *testing.T) {
	l := newList(letters("abcdefgh"), newTheme(true, "mono"))
	l.resize(4, 4)
	l.move(5)
	l.items = letters("ab") // a filter hides it
	l.filtered()
	l.items = letters("abcdefgh")
	l.filtered()
	if l.current != "f" {
		t.Errorf("the cursor came back to %q, want f", l.current)
	}
}

func TestListPinnedStaysAtTheFirstItem(t *testing.T) {
	l := newList(letters("m"), newTheme(true, "mono"))
	l.pinned = true
	l.resize(4, 4)
	l.items = letters("abcdefm")
	l.changed()
	if got := window(&l); got != "Abcd" {
		t.Errorf("the window shows %q, want Abcd", got)
	}
}

// window is what a list of letters shows, the one under the cursor in capitals.
func window(l *list) string {
	var out strings.Builder
	for _, r := range l.view(nil, true) {
		s := strings.TrimSpace(ansi.Strip(r))
		if strings.HasPrefix(s, ">") {
			s = strings.ToUpper(s[1:])
		}
		out.WriteString(s)
	}
	return out.String()
}

func TestListMotions(t *testing.T) {
	for _, c := range []struct {
		keys []action
		want string // the window, the cursor in capitals
	}{
		{[]action{last}, "wxyZ"},
		{[]action{last, first}, "Abcd"},
		{[]action{pageDown}, "bcdE"},
		{[]action{pageDown, pageDown, pageUp}, "Efgh"},
		{[]action{halfDown}, "abCd"},
		{[]action{halfDown, halfUp}, "Abcd"},
		{[]action{up}, "Abcd"},
		{[]action{last, down}, "wxyZ"},
		{[]action{down, down, down}, "abcD"},
		{[]action{down, down, down, down}, "cdEf"}, // beyond the window half a page turns
		{[]action{last, up, up, up, up}, "uVwx"},
	} {
		l := newList(letters("abcdefghijklmnopqrstuvwxyz"), newTheme(true, "mono"))
		l.resize(4, 4)
		for _, k := range c.keys {
			l.do(k)
		}
		if got := window(&l); got != c.want {
			t.Errorf("%v: the window shows %q, want %q", c.keys, got, c.want)
		}
	}
}
