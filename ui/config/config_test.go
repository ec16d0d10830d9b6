package config_test

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/spf13/pflag"

	"crisisdesk/ui/config"
)

// load reads a file with the text, in an environment, with flags.
func load(t *testing.T, text string, environ, args []string) (*config.Config, error) {
	t.Helper()
	file := filepath.Join(t.TempDir(), "config.toml")
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	var flags config.Flags
	set := pflag.NewFlagSet("test", pflag.ContinueOnError)
	flags.Add(set, "dir", "serve.listen", "ascii")
	if err := set.Parse(args); err != nil {
		return nil, err
	}
	return config.Load(file, environ, &flags)
}

const whole = `dir = "incoming"
poll = "90s"
theme = "light"

[quiet_hours]
from = "22:00"
to = "06:30"

[serve]
listen = "[::1]:2022"
idle = "1h30m"
readers = ["SHA256:abc"]

[serve.names]
"SHA256:abc" = "Night desk"

[keys]
next = ["n", "ctrl+n"]

[[clocks]]
name = "Khartoum"
zone = "Africa/Khartoum"

[[alerts]]
name = "strikes"
where = "kind:airstrike place:kabul"
how = "bell"
`

func TestFile(t *testing.T) {
	c, err := load(t, whole, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	want := config.Default()
	want.Dir, want.Poll, want.Theme = "incoming", config.Duration(90*time.Second), "light"
	want.QuietHours = config.QuietHours{From: 22 * 60, To: 6*60 + 30}
	want.Serve.Listen, want.Serve.Idle = "[::1]:2022", config.Duration(90*time.Minute)
	want.Serve.Readers, want.Serve.Names = []string{"SHA256:abc"}, map[string]string{"SHA256:abc": "Night desk"}
	want.Keys = map[string][]string{"next": {"n", "ctrl+n"}}
	want.Clocks = []config.Clock{{Name: "Khartoum", Zone: "Africa/Khartoum"}}
	want.Alerts = []config.Alert{{Name: "strikes", Where: "kind:airstrike place:kabul", How: "bell"}}
	want.File = c.File
	if diff := cmp.Diff(want, c, cmpopts.IgnoreUnexported(config.Config{})); diff != "" {
		t.Errorf("- want, + got:\n%s", diff)
	}
	if from := c.From("serve.idle"); !strings.HasSuffix(from, "config.toml:11") {
		t.Errorf("serve.idle is said to come from %s", from)
	}
}

func TestFlagsGoBeforeTheEnvironmentAndThatBeforeTheFile(t *testing.T) {
	environ := []string{"CRISISDESK_DIR=environment", "CRISISDESK_SERVE_LISTEN=:1", "CRISISDESK_MOUSE=true", "HOME=/"}
	c, err := load(t, "dir = \"file\"\ntime = \"local\"", environ, []string{"--listen", ":2", "--ascii"})
	if err != nil {
		t.Fatal(err)
	}
	got := []any{c.Dir, c.From("dir"), c.Serve.Listen, c.From("serve.listen"), c.Mouse, c.ASCII, c.Time, c.From("theme")}
	want := []any{"environment", "CRISISDESK_DIR", ":2", "--listen", true, true, config.TimeForm("local"), "default"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("- want, + got:\n%s", diff)
	}
}

func TestFaultsNameTheirPlaceAndWhatWasExpected(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		environ    []string
		args       []string
		want       string
	}{
		{name: "unknown key", text: "dir = \"x\"\n\ntheem = \"dark\"", want: "config.toml:3: there is no key theem; did you mean theme?"},
		{name: "unknown key of a table", text: "[serve]\nidle = \"1h\"\nlisten_at = \":1\"", want: "config.toml:3: there is no key serve.listen_at; did you mean serve.listen?"},
		{name: "unknown key of a list", text: "[[alerts]]\nwher = \"x\"", want: "config.toml:2: there is no key alerts.wher; did you mean alerts.where?"},
		{name: "nothing like it", text: "frobnicate = 1", want: "config.toml:1: there is no key frobnicate"},
		{name: "duration without a unit", text: "\npoll = 5", want: `config.toml:2: poll: 5 has no unit: a duration is written as "5s"`},
		{name: "no duration", text: `poll = "-5s"`, want: `config.toml:1: poll: "-5s" is no duration above nothing`},
		{name: "a choice", text: `theme = "pink"`, want: `config.toml:1: theme: "pink" is none of auto, dark`},
		{name: "a time of day", text: "[quiet_hours]\nfrom = \"25:00\"", want: `config.toml:2: quiet_hours.from: "25:00" is no time of day`},
		{name: "a zone", text: "[[clocks]]\nname = \"x\"\nzone = \"Asia/Nowhere\"", want: `config.toml:3: clocks.zone: the tz database has no zone "Asia/Nowhere"`},
		{name: "a filter", text: "[[alerts]]\nwhere = \"kid:x\"", want: `config.toml:2: alerts.where: "kid:x": at character 1: kid: is none of`},
		{name: "a type", text: `mouse = "yes"`, want: `config.toml: line 1 (last key "mouse"): incompatible types: TOML value has type string`},
		{name: "broken TOML", text: "dir = \"x\"\ntheme = ", want: "config.toml:2: "},
		{name: "none of what there must be one of", text: "[serve]\nsessions = 0", want: `config.toml:2: serve.sessions: "0" is no whole number above nothing`},
		{name: "a variable that is no number", environ: []string{"CRISISDESK_SERVE_WAITING=many"}, want: `CRISISDESK_SERVE_WAITING: "many" is no whole number above nothing`},
		{name: "variable", environ: []string{"CRISISDESK_POLL=5"}, want: "CRISISDESK_POLL: 5 has no unit"},
		{name: "unknown variable", environ: []string{"CRISISDESK_THEEM=dark"}, want: "there is no key CRISISDESK_THEEM; did you mean CRISISDESK_THEME?"},
		{name: "flag", args: []string{"--ascii=perhaps"}, want: `"perhaps" is neither true nor false`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := load(t, tt.text, tt.environ, tt.args)
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got  %v\nwant %s", err, tt.want)
			}
		})
	}
}

// What show prints is a file that says the same.
func TestShowPrintsAFileThatSaysTheSame(t *testing.T) {
	for name, text := range map[string]string{"defaults": "", "all": whole} {
		t.Run(name, func(t *testing.T) {
			c, err := load(t, text, nil, nil)
			if err != nil {
				t.Fatal(err)
			}
			var b strings.Builder
			if err := c.Show(&b); err != nil {
				t.Fatal(err)
			}
			again, err := load(t, b.String(), nil, nil)
			if err != nil {
				t.Fatalf("%v\n%s", err, b.String())
			}
			again.File = c.File
			if diff := cmp.Diff(c, again, cmpopts.IgnoreUnexported(config.Config{}), cmpopts.EquateEmpty()); diff != "" {
				t.Errorf("- set, + shown and read again:\n%s", diff)
			}
			if !strings.Contains(b.String(), "(default)") {
				t.Error("it does not say where values come from")
			}
		})
	}
}

func TestEveryKeyIsDocumented(t *testing.T) {
	var walk func(v reflect.Type, within string)
	walk = func(v reflect.Type, within string) {
		for i := range v.NumField() {
			f := v.Field(i)
			if !f.IsExported() || f.Name == "File" {
				continue
			}
			if f.Tag.Get("toml") == "" || f.Tag.Get("doc") == "" {
				t.Errorf("%s%s has no key or no documentation", within, f.Name)
			}
			of := f.Type
			if of.Kind() == reflect.Slice {
				of = of.Elem()
			}
			if of.Kind() == reflect.Struct {
				walk(of, within+f.Name+".")
			}
		}
	}
	walk(reflect.TypeFor[config.Config](), "")
}

func TestQuietHoursReachOverMidnight(t *testing.T) {
	for _, tt := range []struct {
		quiet config.QuietHours
		at    string
		want  bool
	}{
		{config.QuietHours{From: 22 * 60, To: 6 * 60}, "23:10", true},
		{config.QuietHours{From: 22 * 60, To: 6 * 60}, "05:59", true},
		{config.QuietHours{From: 22 * 60, To: 6 * 60}, "06:00", false},
		{config.QuietHours{From: 12 * 60, To: 13 * 60}, "12:30", true},
		{config.QuietHours{From: 12 * 60, To: 13 * 60}, "13:00", false},
		{config.QuietHours{}, "00:00", false},
	} {
		at, err := time.Parse("15:04", tt.at)
		if err != nil {
			t.Fatal(err)
		}
		if got := tt.quiet.Covers(at); got != tt.want {
			t.Errorf("%v at %s: %v", tt.quiet, tt.at, got)
		}
	}
}
