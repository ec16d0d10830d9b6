package endtoend

import (
	"encoding/xml"
	"errors"
	"fmt"
	"html"
	"image/color"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/vt"
)

// The README's picture of the screen is one of the program at work on the
// samples. With -update it is taken anew; the clock in it and what is found in
// the samples are those of that day.
func TestPictureOfTheScreen(t *testing.T) {
	term := start(t, 110, 32, "--dir", filepath.Join(repository, "seeds"), "--desk", "off", "--theme", "dark")
	term.hasRead("10 documents")
	term.press("j")
	term.shows("Open questions")
	term.mu.Lock()
	picture := svg(term.screen, "crisisdesk: incidents, statements and open questions out of the samples")
	term.mu.Unlock()
	quit(t, term)
	file := filepath.Join("testdata", "screen.svg")
	if *update {
		if err := os.WriteFile(file, []byte(picture), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	kept, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{"taken now": picture, "kept": string(kept)} {
		words := wordsOf(t, text)
		for _, want := range []string{"CRISISDESK", "Incidents", "Statements", "Open questions", "10 documents"} {
			if !strings.Contains(words, want) {
				t.Errorf("the picture %s does not show %q", name, want)
			}
		}
	}
}

// wordsOf is the text of an SVG.
func wordsOf(t *testing.T, picture string) string {
	t.Helper()
	var b strings.Builder
	for d := xml.NewDecoder(strings.NewReader(picture)); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return b.String()
		}
		if err != nil {
			t.Fatal(err)
		}
		if words, ok := token.(xml.CharData); ok {
			b.Write(words)
		}
	}
}

// The size of a cell in the picture, and of the letters in it.
const (
	cellWidth, cellHeight = 8, 18
	fontSize              = 13
)

// svg draws what a terminal shows: a rectangle for each run of cells with a
// background of its own, a line of text for each run in one style.
func svg(screen *vt.Emulator, title string) string {
	var b strings.Builder
	width, height := screen.Width()*cellWidth, screen.Height()*cellHeight
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-8 -8 %d %d" font-family="ui-monospace, Menlo, Consolas, monospace" font-size="%d" role="img">`+"\n",
		width+16, height+16, fontSize)
	fmt.Fprintf(&b, "<title>%s</title>\n<rect x=\"-8\" y=\"-8\" width=\"%d\" height=\"%d\" rx=\"6\" fill=\"#101418\"/>\n", html.EscapeString(title), width+16, height+16)
	for y := range screen.Height() {
		for x := 0; x < screen.Width(); {
			style, from := styleAt(screen, x, y), x
			var text strings.Builder
			for x < screen.Width() && styleAt(screen, x, y) == style {
				cell := screen.CellAt(x, y)
				if cell == nil || cell.Content == "" {
					text.WriteByte(' ')
					x++
					continue
				}
				text.WriteString(cell.Content)
				x += max(1, cell.Width)
			}
			b.WriteString(style.draw(text.String(), from*cellWidth, y*cellHeight, (x-from)*cellWidth))
		}
	}
	b.WriteString("</svg>\n")
	return b.String()
}

// look is how a run of cells is drawn.
type look struct {
	ink, ground string
	attributes  uint8
}

func styleAt(screen *vt.Emulator, x, y int) look {
	cell := screen.CellAt(x, y)
	if cell == nil {
		return look{}
	}
	s := look{hex(cell.Style.Fg, "#d4d7dc"), hex(cell.Style.Bg, ""), cell.Style.Attrs}
	if s.attributes&uv.AttrReverse != 0 {
		s.ink, s.ground = hex(cell.Style.Bg, "#101418"), hex(cell.Style.Fg, "#d4d7dc")
	}
	return s
}

func hex(c color.Color, otherwise string) string {
	if c == nil {
		return otherwise
	}
	r, g, b, _ := c.RGBA()
	return fmt.Sprintf("#%02x%02x%02x", r>>8, g>>8, b>>8)
}

func (s look) draw(text string, x, y, width int) string {
	out := ""
	if s.ground != "" {
		out = fmt.Sprintf("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\"/>\n", x, y, width, cellHeight, s.ground)
	}
	if strings.TrimSpace(text) == "" {
		return out
	}
	with := ""
	if s.attributes&uv.AttrBold != 0 {
		with += ` font-weight="bold"`
	}
	if s.attributes&uv.AttrFaint != 0 {
		with += ` opacity="0.65"`
	}
	return out + fmt.Sprintf("<text x=\"%d\" y=\"%d\" textLength=\"%d\" lengthAdjust=\"spacingAndGlyphs\" xml:space=\"preserve\" fill=\"%s\"%s>%s</text>\n",
		x, y+cellHeight-5, width, s.ink, with, html.EscapeString(text))
}
