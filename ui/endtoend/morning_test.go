package endtoend

import (
	"os"
	"strings"
	"testing"
)

// A morning's work: what came overnight, who says so and where, a note, an open
// question, the texts, a filter that gets a name, a citation; and the next
// screen is as this one was left.
func TestAMorningsWork(t *testing.T) {
	watched, desk := newDesk(t)
	write(t, watched, "talks.txt", talks)
	write(t, watched, "story.txt", strings.ReplaceAll(strikes, "14 militants", "11 militants"))
	term := start(t, 120, 40, "--dir", watched, "--desk", desk)
	term.hasRead("2 documents")
	quit(t, term)

	write(t, watched, "story.txt", strikes) // overnight
	term = start(t, 120, 40, "--dir", watched, "--desk", desk)
	term.shows("14d") // what overnight has changed is read
	term.shows("unread")
	term.press("1u")
	term.press("\r")
	term.shows("document") // the key that opens one
	term.press("\r")
	term.shows("p/P earlier")
	term.shows(" of ") // which fact one is on
	term.press("p")
	term.shows("VERSION OF")
	term.shows("11 militants")
	term.press("\x1b")
	term.loses("VERSION OF")
	term.press("a")
	term.shows("note: ")
	term.press("call the army's spokesman\r")
	term.shows("noted (U takes it back)")

	term.press("4")
	term.shows("Open questions")
	term.press("\r")
	term.shows("esc back")
	term.press("1F")
	term.shows("find in texts")
	term.press("zarkhel")
	term.shows("Texts: 2 documents") // with the version of yesterday
	term.press("\x1b")
	term.loses("find in texts")
	term.press("/nangarhar\r")
	term.shows("/nangarhar")
	term.press(":save east\r")
	term.shows("the filter is saved as east")
	term.press("\ty") // from the questions, of which none is left, to the incidents
	term.shows("sent to the clipboard")
	term.press("o")
	term.shows("by arrival")
	quit(t, term)

	term = start(t, 120, 40, "--dir", watched, "--desk", desk)
	term.shows("by arrival")
	term.press("f")
	term.shows("east")
	term.press("\r")
	term.shows("/nangarhar")
	quit(t, term)
	if left, err := os.ReadDir(watched); err != nil || len(left) != 2 {
		t.Errorf("the watched folder holds %v, %v", left, err)
	}
}
