package ui

import (
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"crisisdesk/model"
	"crisisdesk/ui/config"
)

// arrives puts a document on the board and returns what the screen has the
// terminal do about it.
func (s *screen) arrives(r *reading) string {
	s.board.Apply([]model.Update{r.update()}, model.Progress{Complete: true, Watch: "inotify"})
	ring := s.app.receive(s.app.await()().(snapshotMsg))
	if ring == nil {
		return ""
	}
	return ring().(tea.RawMsg).Msg.(string)
}

func TestAlerts(t *testing.T) {
	strikes := config.Alert{Name: "strikes", Where: "kind:airstrike place:kabul"}
	for name, c := range map[string]struct {
		how     config.How
		where   config.Filter
		quiet   config.QuietHours
		environ []string
		rings   string
		shown   string
	}{
		"a bell":              {how: "bell", rings: "\a", shown: "ALERT strikes: 1 incident"},
		"a notification":      {how: "notify", rings: "\x1b]9;crisisdesk: strikes: 1 incident\x07", shown: "!!!"},
		"one of rxvt":         {how: "notify", environ: []string{"TERM=rxvt-unicode"}, rings: "\x1b]777;notify;crisisdesk;crisisdesk: strikes: 1 incident\x07", shown: "!!!"},
		"in GNU screen":       {how: "notify", environ: []string{"TERM=screen"}, rings: "\x1b]9;crisisdesk: strikes: 1 incident\x07\x1bP\x1b]9;crisisdesk: strikes: 1 incident\x07\x1b\\", shown: "!!!"},
		"a mark":              {how: "mark", shown: "!!!"},
		"something else":      {how: "bell", where: "place:doha", shown: "UPD 1 incident"},
		"what is new":         {how: "bell", where: "is:unread outlet:courier", rings: "\a", shown: "ALERT strikes: 1 incident"},
		"in quiet hours":      {how: "bell", quiet: config.QuietHours{From: 12 * 60, To: 14 * 60}, shown: "!!!"},
		"after quiet hours":   {how: "bell", quiet: config.QuietHours{From: 22 * 60, To: 6 * 60}, rings: "\a", shown: "!!!"},
		"quiet over midnight": {how: "bell", quiet: config.QuietHours{From: 13 * 60, To: 6 * 60}, shown: "!!!"},
	} {
		t.Run(name, func(t *testing.T) {
			s := newScreen(t, desk(), 120, 40, func(o *Options) { // where it is 13:12 at the first clock
				alert := strikes
				if alert.How = c.how; c.where != "" {
					alert.Where = c.where
				}
				o.Config.Alerts, o.Config.QuietHours, o.Environ = []config.Alert{alert}, c.quiet, append(o.Environ, c.environ...)
			})
			if got := s.arrives(opinion()); got != c.rings {
				t.Errorf("the terminal is sent %q, want %q", got, c.rings)
			}
			if !s.sees(c.shown) {
				t.Errorf("the screen does not show %q:\n%s", c.shown, ansi.Strip(s.app.frame()))
			}
			s.press("u", "j")
			if s.app.panes[0].signs["!!!"] != "" {
				t.Error("the sign of the alert outlives its reading")
			}
		})
	}
}

// Alerts that follow each other ring once; what one finds when one comes is no alarm.
func TestAlertsLeaveOneInPeace(t *testing.T) {
	now := noon
	s := newScreen(t, desk(), 120, 40, func(o *Options) {
		o.Config.Alerts = []config.Alert{{Name: "all", How: "bell"}}
		o.Now = func() time.Time { return now }
		o.Desk = &Desk{Read: hadRead(nil)}
	})
	if !s.sees("!!!") || !s.app.rang.IsZero() {
		t.Error("what came while one was away is not marked, or rang")
	}
	if first, second := s.arrives(hostile()), s.arrives(numbered(1)); first != "\a" || second != "" {
		t.Errorf("two alerts at once rang %q and %q", first, second)
	}
	now = now.Add(ringsApart)
	if later := s.arrives(numbered(2)); later != "\a" {
		t.Errorf("an alert later on rang %q", later)
	}
}

func TestNotificationsCannotBeForged(t *testing.T) {
	got := notification(nil, "a\x07\x1b]0;owned\x07")
	if want := "\x1b]9;crisisdesk: a\\x07\\x1b]0;owned\\x07\x07"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// In a pause nothing moves; what came is counted, and comes in at its end.
func TestPause(t *testing.T) {
	s := newScreen(t, desk(), 120, 40, func(o *Options) { o.Config.Alerts = []config.Alert{{Name: "all", How: "bell"}} })
	s.press("p")
	if !s.sees("PAUSED") || !s.sees("what comes is held back (p lets it in)") {
		t.Errorf("the screen does not say that it is paused:\n%s", ansi.Strip(s.app.frame()))
	}
	if s.arrives(hostile()) != "\a" {
		t.Error("an alert does not ring in a pause")
	}
	s.arrives(numbered(3))
	if !s.sees("PAUSED, 4 held back") || s.sees("14OCT25") || s.app.unread() != 0 {
		t.Errorf("in the pause the screen shows:\n%s", ansi.Strip(s.app.frame()))
	}
	s.press("p")
	if s.sees("PAUSED") || !s.sees("14OCT25") || s.app.unread() != 4 {
		t.Errorf("after the pause %d are unread:\n%s", s.app.unread(), ansi.Strip(s.app.frame()))
	}
}

func TestMarkRead(t *testing.T) {
	s := newScreen(t, desk(), 120, 40, nil)
	s.arrives(hostile())
	s.arrives(numbered(3))
	s.press("tab", "r")
	if !s.sees("2 marked as read") || s.app.unread() != 2 {
		t.Errorf("%d are unread:\n%s", s.app.unread(), ansi.Strip(s.app.frame()))
	}
	s.press("r")
	if !s.sees("nothing unread here") {
		t.Error("nothing says that there was nothing to mark")
	}
}

func TestPausedScreensSayHow(t *testing.T) {
	keys, err := NewKeys(map[string][]string{"pause": {"P"}})
	if err != nil {
		t.Fatal(err)
	}
	s := newScreen(t, desk(), 120, 40, func(o *Options) { o.Keys = keys })
	if s.press("P"); !strings.Contains(s.app.notice, "(P lets it in)") {
		t.Errorf("the notice is %q", s.app.notice)
	}
}
