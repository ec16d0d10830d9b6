package serve

import (
	"errors"
	"io"
	"strings"
	"testing"
	"time"

	gossh "golang.org/x/crypto/ssh"

	"crisisdesk/model"
	"crisisdesk/ui"
	"crisisdesk/ui/config"
)

func TestAnOfficerSeesTheBoard(t *testing.T) {
	s := start(t, nil)
	one := s.open(amina)
	one.shows("word 0")
	s.arrive(1)
	one.shows("word 1")
	one.press("q")
	if err := one.ends(); err != nil {
		t.Errorf("q ended the session with %v", err)
	}
	s.until("the end in the log", func() bool { return strings.Contains(s.logged(), "reason=quit") })
	for _, told := range []string{"officer=Amina", fingerprint(amina), "role=officer", "127.0.0.1"} {
		if !strings.Contains(s.logged(), told) {
			t.Errorf("the log does not tell %s:\n%s", told, s.logged())
		}
	}
}

func TestWhoIsThere(t *testing.T) {
	s := start(t, nil)
	one := s.open(amina)
	one.shows("1 here")
	other := s.open(bashir)
	one.shows("2 here")
	other.press(":who\r")
	other.shows("2 here: Amina, Bashir")
	other.client.Close()
	one.shows("1 here")
}

func TestPresenceCanBeOff(t *testing.T) {
	s := start(t, func(o *Options) { o.Config.Presence = false })
	one := s.open(amina)
	one.press(":who\r")
	one.shows("who is here is not told")
}

// The screen is asked for with the officer of the key that proved itself.
func TestOfficersAndReaders(t *testing.T) {
	var asked []Officer
	s := start(t, func(o *Options) {
		o.Config.Names = map[string]string{fingerprint(bashir): "Night desk"}
		screen := o.Screen
		o.Screen = func(who Officer) ui.Options {
			asked = append(asked, who)
			return screen(who)
		}
	})
	for _, seed := range []byte{amina, bashir, karim} {
		one := s.open(seed)
		one.shows("word 0")
		one.press("q")
		one.ends()
	}
	want := []Officer{
		{fingerprint(amina), "Amina", false}, {fingerprint(bashir), "Night desk", false}, {fingerprint(karim), "Karim", true},
	}
	for i, who := range want {
		if i >= len(asked) || asked[i] != who {
			t.Errorf("session %d is of %+v, want %+v", i, asked, who)
		}
		if id := who.ID(); id != model.Officer("key:"+who.Fingerprint) {
			t.Errorf("the journal of %s is that of %s", who.Name, id)
		}
	}
}

func TestAPanicEndsOneSession(t *testing.T) {
	s := start(t, func(o *Options) {
		screen := o.Screen
		o.Screen = func(who Officer) ui.Options {
			options := screen(who)
			if who.Name == "Bashir" {
				options.Now = func() time.Time { panic("\x1b[31mred\x9b") }
			}
			return options
		}
	})
	one := s.open(amina)
	one.shows("word 0")
	other := s.open(bashir)
	other.shows("a fault of the program ended this screen")
	if err := other.ends(); err == nil {
		t.Error("a session with a fault ended as if it had been quit")
	}
	s.arrive(1)
	one.shows("word 1")
	s.until("the panic in the log", func() bool { return strings.Contains(s.logged(), `panic="\x1b[31mred\x9b"`) })
	if strings.IndexByte(s.logged(), 0x1b) >= 0 || strings.IndexByte(s.logged(), 0x9b) >= 0 {
		t.Errorf("the log would colour a terminal: %q", s.logged())
	}
}

func TestCtrlZDoesNotStopTheServer(t *testing.T) {
	s := start(t, nil)
	one := s.open(amina)
	one.shows("word 0")
	one.press("\x1a")
	one.shows("only a crisisdesk on your own terminal can be suspended")
	s.arrive(1)
	one.shows("word 1")
}

func TestHowSessionsEnd(t *testing.T) {
	for _, c := range []struct {
		name string
		with func(*Options)
		do   func(s *served, one *terminal)
		says string // to the officer
		log  string
	}{
		{"idle", func(o *Options) { o.Config.Idle = config.Duration(time.Second) }, nil, "no key was pressed for 1s", "no key was pressed"},
		{"longest", func(o *Options) { o.Config.Longest = config.Duration(time.Second) }, nil, "a session lasts 1s; connect again", "a session lasts"},
		{"stopped", nil, func(s *served, _ *terminal) { s.stop() }, "the desk is being stopped", "the desk is being stopped"},
		{"key removed", nil, func(s *served, _ *terminal) {
			writeKeys(s.t, s.keys, line(bashir, "Bashir"))
			if err := s.Reload(s.options.Config); err != nil {
				s.t.Fatal(err)
			}
		}, "your key was taken from the keys", "your key was taken"},
		{"made a reader", nil, func(s *served, _ *terminal) {
			to := s.options.Config
			to.Readers = []string{fingerprint(amina)}
			if err := s.Reload(to); err != nil {
				s.t.Fatal(err)
			}
		}, "what your key may do here has changed", "what your key may do"},
		{"terminal gone", nil, func(_ *served, one *terminal) { one.client.Close() }, "", "your terminal went away"},
		{"input ended", nil, func(_ *served, one *terminal) { one.keys.(io.Closer).Close() }, "your terminal went away", "your terminal went away"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := start(t, c.with)
			one := s.open(amina)
			one.shows("1 here")
			if c.do != nil {
				c.do(s, one)
			}
			if c.says != "" {
				one.shows(c.says)
			}
			var status *gossh.ExitError
			if err := one.ends(); c.says != "" && (!errors.As(err, &status) || status.ExitStatus() != 1) {
				t.Errorf("the session ended with %v, want status 1", err)
			}
			s.until(c.log, func() bool { return strings.Contains(s.logged(), c.log) })
		})
	}
}

// A terminal that sends what never becomes a key does not fill the memory.
func TestAnEndlessPasteEndsTheSession(t *testing.T) {
	s := start(t, nil)
	one := s.open(amina)
	one.shows("word 0")
	io.WriteString(one.keys, "\x1b[200~"+strings.Repeat("paste ", 200_000)) // the session may end before it is all written
	one.ends()
}

// What cannot be read leaves the keys of before in force.
func TestReloadFails(t *testing.T) {
	s := start(t, nil)
	one := s.open(amina)
	one.shows("1 here")
	writeKeys(t, s.keys, "nonsense\n")
	if err := s.Reload(s.options.Config); err == nil || !strings.Contains(err.Error(), "line 1") {
		t.Errorf("a broken file reloads with %v", err)
	}
	s.open(bashir).shows("2 here")
}

func TestReloadLetsNewKeysIn(t *testing.T) {
	s := start(t, nil)
	if _, err := s.dial(stranger); err == nil {
		t.Fatal("a stranger is let in")
	}
	writeKeys(t, s.keys, line(amina, "Amina"), line(stranger, "New colleague"))
	if err := s.Reload(s.options.Config); err != nil {
		t.Fatal(err)
	}
	s.open(stranger).shows("word 0")
}
