package ui

import (
	"fmt"
	"image/color"
	"math"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"crisisdesk/model"
	"crisisdesk/ui/config"
)

// typed types a line after a colon and enters it.
func (s *screen) command(line string) {
	s.press(":")
	for _, r := range line {
		s.press(strings.ReplaceAll(string(r), " ", "space"))
	}
	s.press("enter")
}

// Other colours change no word of the screen, and reach every row of it.
func TestThemesChangeColoursOnly(t *testing.T) {
	for _, walk := range [][]string{{}, {"enter"}, {"enter", "enter"}, {"!"}, {"5"}} {
		s := newScreen(t, desk(), 120, 40, nil)
		s.press(walk...)
		before := s.app.frame()
		for _, theme := range config.Themes {
			s.app.obey("theme " + string(theme))
			frame := s.app.frame()
			if ansi.Strip(frame) != ansi.Strip(before) {
				t.Errorf("%v: other words with the theme %s:\n%s", walk, theme, frame)
			}
			fresh := newScreen(t, desk(), 120, 40, func(o *Options) { o.Config.Theme = theme })
			fresh.press(walk...)
			if frame != fresh.app.frame() {
				t.Errorf("%v: the theme %s has not reached every row", walk, theme)
			}
			if coloured := strings.Contains(frame, "38;5;") || strings.Contains(frame, "\x1b[1;3"); coloured != (theme != "mono") {
				t.Errorf("%v: the theme %s is coloured: %v", walk, theme, coloured)
			}
		}
	}
}

func TestNoColorGoesBeforeAnyTheme(t *testing.T) {
	for _, value := range []string{"1", "0", "yes", "false"} {
		s := newScreen(t, desk(), 80, 24, func(o *Options) { o.Environ, o.Config.Theme = []string{"NO_COLOR=" + value}, "dark" })
		before := s.app.frame()
		s.command("theme dark")
		if !s.sees("NO_COLOR is set") {
			t.Error("nothing says why there are no colours")
		}
		s.press("k")
		if frame := s.app.frame(); frame != before || strings.Contains(frame, "38;5;") {
			t.Errorf("NO_COLOR=%s and colours", value)
		}
	}
	s := newScreen(t, desk(), 80, 24, func(o *Options) { o.Environ = []string{"NO_COLOR="} })
	if !strings.Contains(s.app.frame(), "\x1b[1;36m") {
		t.Error("an empty NO_COLOR takes the colours away")
	}
}

func TestALightTerminalGetsLightColours(t *testing.T) {
	for _, c := range []struct {
		theme      config.Theme
		background color.Color
		want       config.Theme
	}{
		{"auto", color.White, "light"},
		{"auto", color.Black, "ansi"},
		{"dark", color.White, "dark"},
	} {
		s := newScreen(t, desk(), 80, 24, func(o *Options) { o.Config.Theme = c.theme })
		s.send(tea.BackgroundColorMsg{Color: c.background})
		if s.app.theme.styles != newStyles(c.want) {
			t.Errorf("%s on %v is not drawn as %s", c.theme, c.background, c.want)
		}
	}
}

// Every colour can be read on the background that it is for: at least 4.5 to 1,
// and 3 to 1 where it is for both, as WCAG 2.1 asks of text and of large text.
func TestColoursCanBeRead(t *testing.T) {
	for name, c := range map[config.Theme]struct {
		on    []color.Color
		ratio float64
	}{
		"dark":         {[]color.Color{color.Black}, 4.5},
		"light":        {[]color.Color{color.White}, 4.5},
		"colour-blind": {[]color.Color{color.Black, color.White}, 3},
	} {
		p := palettes[name]
		for _, fore := range []color.Color{p.title, p.fresh, p.dispute, p.alert, p.quote, p.question} {
			for _, back := range c.on {
				if got := contrast(fore, back); got < c.ratio {
					t.Errorf("%s: colour %v on %v has a contrast of %.1f to 1", name, fore, back, got)
				}
			}
		}
	}
}

// contrast is that of WCAG 2.1.
func contrast(a, b color.Color) float64 {
	light, dark := max(luminance(a), luminance(b)), min(luminance(a), luminance(b))
	return (light + 0.05) / (dark + 0.05)
}

func luminance(c color.Color) float64 {
	linear := func(v uint32) float64 {
		s := float64(v) / 0xffff
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	r, g, b, _ := c.RGBA()
	return 0.2126*linear(r) + 0.7152*linear(g) + 0.0722*linear(b)
}

func TestTimesAreToldAsAsked(t *testing.T) {
	s := newScreen(t, desk(), 120, 40, nil)
	for form, want := range map[string][]string{
		"dtg":      {"270812Z FEB 26", "09OCT25", "11-12OCT25"},
		"local":    {"1312 27 FEB 26 Islamabad", "09OCT25"},
		"relative": {"270812Z FEB 26", "141d ago", "138-139d"},
	} {
		s.command("time " + form)
		for _, words := range want {
			if !s.sees(words) {
				t.Errorf("times are told %s, and not as %q:\n%s", form, words, ansi.Strip(s.app.frame()))
			}
		}
	}
	s.command("time of day")
	if !s.sees("dtg, local, relative") {
		t.Error("a form that there is not is taken without a word")
	}
}

func TestRelativeLabels(t *testing.T) {
	today := model.NewDay(noon.Date())
	told := &times{form: "relative", zone: time.UTC, now: func() time.Time { return noon }}
	for _, c := range []struct {
		from, to model.Day
		want     string
	}{
		{today, today, "today"},
		{today - 1, today - 1, "1d ago"},
		{today - 5, today - 3, "3-5d ago"},
		{today - 141, today - 139, "139-141d"},
		{today - 2000, today - 1500, "1500-2000d"},
		{today - 3, today, "0-3d ago"},
		{0, today - 97, "by 97d"},
		{today - 140, 0, "since 140d"},
		{today + 1, today + 1, "28FEB26"},
		{today - 1, today + 1, "26-28FEB26"},
		{0, 0, "undated"},
	} {
		if got := told.label(model.Between(c.from, c.to)); got != c.want || len(got) > whenWidth {
			t.Errorf("%v to %v is told as %q, want %q", c.from, c.to, got, c.want)
		}
	}
	for d, want := range map[time.Duration]string{
		-time.Hour: "just now", 59 * time.Second: "just now", 3 * time.Minute: "3 min ago", 26 * time.Hour: "1 d ago", 23 * time.Hour: "23 h ago",
	} {
		if got := ago(d); got != want {
			t.Errorf("%v is told as %q, want %q", d, got, want)
		}
	}
}

// The colours of the colour-blind theme differ in lightness or in blue, not in
// red and green alone: seen without the one or the other they stay apart.
func TestColourBlindThemeKeepsSignsApart(t *testing.T) {
	p := palettes["colour-blind"]
	signs := map[string]color.Color{"new": p.fresh, "disputed": p.dispute, "problem": p.alert, "title": p.title}
	for sight, m := range map[string][9]float64{ // Viénot, Brettel and Mollon (1999), in linear RGB
		"protanopia":   {0.11238, 0.88762, 0, 0.11238, 0.88762, 0, 0.00401, -0.00401, 1},
		"deuteranopia": {0.29275, 0.70725, 0, 0.29275, 0.70725, 0, -0.02234, 0.02234, 1},
	} {
		for a, x := range signs {
			for b, y := range signs {
				if d := distance(seen(x, m), seen(y, m)); a < b && d < 0.1 {
					t.Errorf("%s: %s and %s are %.2f apart", sight, a, b, d)
				}
			}
		}
	}
}

func seen(c color.Color, m [9]float64) (rgb [3]float64) {
	r, g, b, _ := c.RGBA()
	in := [3]float64{}
	for i, v := range []uint32{r, g, b} {
		in[i] = math.Pow(float64(v)/0xffff, 2.2)
	}
	for i := range rgb {
		for k := range in {
			rgb[i] += m[3*i+k] * in[k]
		}
		rgb[i] = math.Pow(max(0, rgb[i]), 1/2.2)
	}
	return rgb
}

func distance(a, b [3]float64) float64 {
	return math.Hypot(math.Hypot(a[0]-b[0], a[1]-b[1]), a[2]-b[2])
}

func ExampleNewKeys() {
	_, err := NewKeys(map[string][]string{"star": {"z"}})
	fmt.Println(err)
	// Output: the panes: the key z asks for both zoom and star
}
