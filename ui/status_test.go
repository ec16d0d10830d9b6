package ui

import (
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"
)

// The clocks stand in the order in which they are configured: a later one does
// not take the place of one that has no room.
func TestStatusKeepsTheOrderOfClocks(t *testing.T) {
	s := newScreen(t, desk(), 80, 24, func(o *Options) {
		o.Clocks = []Clock{{"Islamabad and Rawalpindi", time.UTC}, {"Doha", time.UTC}}
	})
	row, _, _ := strings.Cut(ansi.Strip(s.app.frame()), "\n")
	if strings.Contains(row, "Doha") || !strings.Contains(row, "inotify") {
		t.Errorf("the status line is %q", row)
	}
}
