package export_test

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"crisisdesk/ui/export"
)

// A browser shows the page as it was written: every section, every bar, and
// nothing that a document's words made.
func TestChromiumShowsTheBrief(t *testing.T) {
	browser := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "chrome", "chrome-headless-shell", "headless_shell"} {
		if path, err := exec.LookPath(name); err == nil {
			browser = path
			break
		}
	}
	if browser == "" {
		t.Skip("no Chromium is installed")
	}
	dir := t.TempDir()
	for name, b := range map[string]*export.Brief{
		"desk":    export.NewBrief(desk(), "test", period, "red"),
		"hostile": export.NewBrief(hostileDesk(`</style><script>document.title="run"</script><img src=x onerror="document.title='run'">`), "test", period, ""),
	} {
		file := filepath.Join(dir, name+".html")
		var page strings.Builder
		if err := b.HTML(&page); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(page.String()), 0o600); err != nil {
			t.Fatal(err)
		}
		ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
		defer cancel()
		shown, err := exec.CommandContext(ctx, browser, "--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir="+filepath.Join(dir, name), "--dump-dom", "file://"+file).Output()
		if err != nil {
			t.Fatal(err)
		}
		if want, got := outline(t, page.String()), outline(t, string(shown)); want != got {
			t.Errorf("%s: the browser makes\n%s\nof\n%s", name, got, want)
		}
	}
}

// outline is the elements of a page and its words, without the blanks between.
func outline(t *testing.T, page string) string {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for n := range root.Descendants() {
		switch n.Type {
		case html.ElementNode:
			b.WriteString("<" + n.Data + ">")
		case html.TextNode:
			b.WriteString(n.Data)
		}
	}
	return regexp.MustCompile(`\s+`).ReplaceAllString(b.String(), " ")
}
