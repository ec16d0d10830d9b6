package export

import (
	"io"
	"os"

	"github.com/charmbracelet/x/term"

	"crisisdesk/ui/clean"
)

// Text writes the bytes as they are, unless a terminal would obey them.
func Text(w io.Writer, text string) error {
	if f, ok := w.(*os.File); ok && term.IsTerminal(f.Fd()) {
		text = clean.Text(text)
	}
	_, err := io.WriteString(w, text)
	return err
}
