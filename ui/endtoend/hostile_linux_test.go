package endtoend

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"golang.org/x/sys/unix"
)

// hostileMemory is all that a dashboard may have for itself in these tests: twice
// what it takes at most, since the largest documents may be read side by side.
const hostileMemory = 1 << 30

// attack is what a document could do to a terminal: set its title, conceal,
// write over what stands there, link, turn the direction of writing.
const attack = "\x1b]0;owned\x07\x1b[8m\u009b31m\x9d0;owned\x9c\b\b\r\x1b]8;;http://a.example\x07\u202e\U000e0041\x7f"

// reachesNoTerminal are bytes of which none may be in what the program writes.
var reachesNoTerminal = []string{"owned\x07", "\x1b]0;owned", "\x1b[8m", "\u009b", "\x9d0;", "\x1b]8;;http", "\u202e", "\U000e0041"}

// hostileFolder is a folder of all that is known to be thrown at readers, with
// one good document in it.
func hostileFolder(t *testing.T) (dir string, files int) {
	t.Helper()
	dir = t.TempDir()
	put := func(name, text string) {
		write(t, dir, name, text)
		files++
	}
	packed := func(raw string) string {
		var out bytes.Buffer
		z := gzip.NewWriter(&out)
		for range 64 {
			z.Write([]byte(raw))
		}
		z.Close()
		return out.String()
	}
	report := "KABUL, October 9 - The army" + attack + " said it had killed 20 fighters" + attack + " in Kabul. \"It was" + attack + " war,\" Khawaja Asif said.\n"
	put("good.txt", talks)

	put("escapes.txt", "Strikes"+attack+" on Kabul\n\nPublished October 10, 2025\n\n"+report)
	put("escapes.html", "<html><head><title>Strikes&#27;]0;owned&#7;"+attack+"</title></head><body><p>"+report+"</p></body></html>")
	put("escapes.eml", "Subject: Strikes"+attack+"\nFrom: =?utf-8?q?=1B=5D0=3Bowned=07?= <a@b.example>\nDate: Fri, 10 Oct 2025 10:00:00 +0000\n\n"+report)
	put("escapes.json", `{"version":"https://jsonfeed.org/version/1.1","title":"\u001b]0;owned\u0007","items":[{"id":"\u001b]0;owned\u0007","title":"\u001b[8m","content_text":"`+strings.Trim(fmt.Sprintf("%+q", report), `"`)+`"}]}`)
	put("\x1b]0;owned\x07\u009b\u202e.txt", "") // a problem, and the first in the list
	put("name\x1b]0;owned\x07.txt", report)
	put("name\nof two lines.txt", "")
	put("name\xff\xfe.txt", "")

	for _, format := range []string{".txt", ".html", ".eml", ".xml", ".json", ".pdf"} {
		put("bomb"+format+".gz", packed(strings.Repeat("\x00", 1<<20)))
		put("letters"+format+".gz", packed(strings.Repeat("a", 1<<20)))
	}
	put("twice.txt.gz.gz", packed(packed("a")))
	put("laughs.xml", `<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><rss><channel><item><title>&b;</title></item></channel></rss>`)
	put("deep.xml", "<rss>"+strings.Repeat("<a>", 1<<20))
	put("deep.html", strings.Repeat("<div>", 1<<20))
	put("deep.json", strings.Repeat("[", 1<<20))
	put("deep.eml", strings.Repeat("Content-Type: multipart/mixed; boundary=b\n\n--b\n", 1<<14))
	put("wide.html", "<table>"+strings.Repeat("<tr><td>a", 1<<18))
	put("attributes.html", "<p "+strings.Repeat("a=b ", 1<<20)+">a")
	put("entities.html", strings.Repeat("&amp;", 1<<20))
	put("line.txt", strings.Repeat("killed ", 1<<20))
	put("quotes.txt", strings.Repeat("\"'“‘", 1<<18))
	put("marks.txt", "a"+strings.Repeat("\u0301", 1<<19))
	put("numbers.txt", strings.Repeat("20 killed; ", 1<<17))
	put("people.txt", strings.Repeat("Asif and ", 1<<17))
	put("commas.txt", strings.Repeat("said, ", 1<<17))
	put("half.txt", "\xff\xfeh\x00a\x00l\x00")
	put("nul.txt", strings.Repeat("\x00", 1<<20))
	put("damaged.pdf", "%PDF-1.7\n"+strings.Repeat("1 0 obj << /Length 99999999 >> stream\n", 1<<12))
	put("large.txt", strings.Repeat("a", 9<<20))

	for name, make := range map[string]func(string) error{
		"pipe.txt": func(at string) error { return syscall.Mkfifo(at, 0o600) },
		"out.txt":  func(at string) error { return os.Symlink("/etc/passwd", at) },
		"etc":      func(at string) error { return os.Symlink("/etc", at) },
		"self.txt": func(at string) error { return os.Symlink("self.txt", at) },
	} {
		if err := make(filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
		files++
	}
	return dir, files
}

// A dashboard with little memory reads a folder of all that is hostile: it
// stays, each file is on the board or told of with its reason, the good
// document among them, and the terminal is sent nothing but the program's own.
func TestHostileFolderUnderAMemoryLimit(t *testing.T) {
	if testing.Short() {
		t.Skip("many documents take their deadlines")
	}
	dir, files := hostileFolder(t)
	term := start(t, 120, 40, "--dir", dir)
	if err := unix.Prlimit(term.process.Pid, unix.RLIMIT_DATA, &unix.Rlimit{Cur: hostileMemory, Max: hostileMemory}, nil); err != nil {
		t.Fatal(err)
	}
	term.see("the folder read", func(s string) bool {
		return strings.Contains(s, "documents") && strings.Contains(s, "problems") && !strings.Contains(s, "waiting")
	})
	term.shows("04MAR26")
	term.press("!")
	term.shows(`\x1b]0;owned\x07\u009b\u202e.txt`)
	for _, keys := range []string{"G", "\x7f", "\r", "\r", "\x7f", "\x7f", "\t", "\r", "\r", "2", "3", "6", "1"} {
		term.press(keys)
		term.shows("CRISISDESK")
	}
	t.Logf("%d files; at most %d MiB were resident", files, term.memory("VmHWM")>>10)
	quit(t, term)

	for _, forbidden := range reachesNoTerminal {
		if bytes.Contains(term.wrote, []byte(forbidden)) {
			t.Errorf("%q reached the terminal", forbidden)
		}
	}
}
