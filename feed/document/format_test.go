package document

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestFormats reads a file of each format; what is to come of testdata/formats/NAME
// stands in NAME.golden beside it.
func TestFormats(t *testing.T) {
	files, err := filepath.Glob("testdata/formats/*")
	if err != nil || len(files) == 0 {
		t.Fatal("no samples", err)
	}
	for _, file := range files {
		if strings.HasSuffix(file, ".golden") {
			continue
		}
		name := filepath.Base(file)
		t.Run(name, func(t *testing.T) {
			if filepath.Ext(name) == ".pdf" {
				needPDF(t)
			}
			raw, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			got := printAll(t, name, raw)
			if *update {
				if err := os.WriteFile(file+".golden", []byte(got), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(file + ".golden")
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
			if packed := printAll(t, name+".gz", gzipped(raw)); strings.ReplaceAll(packed, name+".gz", name) != got {
				t.Errorf("packed it reads otherwise:\n%s", packed)
			}
			for _, line := range strings.Split(got, "\n") {
				if strings.Contains(line, "hundred people") || strings.Contains(line, "killed") {
					t.Errorf("hidden words are read: %s", line)
				}
			}
		})
	}
}

func needPDF(t testing.TB) {
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Skip("pdftotext is not installed")
	}
}

func gzipped(raw []byte) []byte {
	var out bytes.Buffer
	z := gzip.NewWriter(&out)
	_, _ = z.Write(raw) // into memory
	z.Close()
	return out.Bytes()
}

// printAll prints what was read of a file: each document with its metadata and its passages.
func printAll(t *testing.T, name string, raw []byte) string {
	t.Helper()
	all, err := ReadAll(context.Background(), name, raw, someDesk{})
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for _, r := range all {
		d := r.Document
		fmt.Fprintf(&out, "== %s\ntitle %q outlet %q authors %q\n", d.Path, d.Title, d.Outlet, d.Authors)
		if d.Published.Known() {
			fmt.Fprintf(&out, "published %s by %s\n", d.Published.EDTF(), d.Published.KnownFrom)
		}
		for _, n := range d.Notes {
			fmt.Fprintf(&out, "note %s\n", n)
		}
		for _, p := range d.Passages {
			fmt.Fprintf(&out, "%c %s\n", "bTshc"[p.Kind], strings.ReplaceAll(r.Text[p.Start:p.End], "\n", "¶"))
		}
	}
	return out.String()
}

// TestFormatsRefuse holds hostile and damaged files of each format against
// what an officer is told of them.
func TestFormatsRefuse(t *testing.T) {
	deep := strings.Repeat("<a>", 50_000)
	bomb := gzipped(make([]byte, MaxSize+1))
	parts := "Content-Type: multipart/mixed; boundary=b\n\n" + strings.Repeat("--b\nContent-Type: multipart/mixed; boundary=b\n\n", 2000)
	for _, c := range []struct{ name, raw, want string }{
		{"a.txt.gz", string(bomb), "too large: unpacked it is more than 8 MiB"},
		{"a.txt.gz", string(gzipped([]byte(para("One")))[:40]), "cut off"},
		{"a.txt.gz", "plain", "not packed by gzip"},
		{"a.gz.gz", "", ".gz is not a format"},
		{"a.xml", "<!DOCTYPE rss [<!ENTITY a \"b\">]><rss><channel><item><title>&a;</title></item></channel></rss>", "DOCTYPE"},
		{"a.rss", "<rss>" + deep, "nested too deep"},
		{"a.rss", "<rss><channel><item><title>x</tit", "damaged or cut off"},
		{"a.xml", "<html><p>no feed</p></html>", "neither RSS nor Atom"},
		{"a.json", `{"a":1}`, "no JSON Feed"},
		{"a.json", strings.Repeat(`[`, 100_000), "neither RSS nor Atom nor JSON Feed"},
		{"a.json", `{"version":"https://jsonfeed.org/version/1","items":` + strings.Repeat(`[`, 100_000), "damaged"},
		{"a.json", `{"version":"https://jsonfeed.org/version/1","items":[]}`, "no text in it"},
		{"a.eml", parts, "a mail of 2001 parts"},
		{"a.pdf", "MZ", "not a PDF"},
		{"a.html", "<html><script>only</script></html>", "an empty file"},
		{"a.html", string([]byte{0x89, 'P', 'N', 'G', 0, 0, 0, 1, 2, 3, 0}), "not text"},
		{"a.jpg", "x", ".jpg is not a format"},
	} {
		_, err := ReadAll(context.Background(), c.name, []byte(c.raw), nil)
		var refusal Refusal
		if !errors.As(err, &refusal) || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s %.20q: %v, want a refusal that says %q", c.name, c.raw, err, c.want)
		}
	}
}

// A page nested deeper than trees are built is read all the same, by its tags.
func TestHTMLNestedDeep(t *testing.T) {
	page := strings.Repeat("<div>", 20_000) + "<p>" + para("One") + "</p>"
	if got := printAll(t, "a.html", []byte(page)); !strings.Contains(got, para("One")) {
		t.Errorf("got %s", got)
	}
}

func TestHTMLText(t *testing.T) {
	for _, c := range []struct{ html, want string }{
		{"<p>one <b>two</b>three</p>four", "one twothree\n\nfour"},
		{"one<br>two<br><br>three", "one\ntwo\n\nthree"},
		{"<ul><li>one<li>two</ul>", "one\n\ntwo"},
		{"a &lt;b&gt; &#27;[31m", "a <b> \x1b[31m"},
		{"<div style='DISPLAY : none'><div>x</div>y</div>z", "z"},
		{"<p hidden>x<p>y", "y"},
		{"<span aria-hidden=true>x<span>y</span></span>z", "z"},
		{"<!-- x -->y<!-- z", "y"},
		{"<table><tr><td>1<td>2<tr><td>3</table>", "1 2\n\n3"},
		{"<script>x</script><style>y</style><template>t</template>z", "z"},
	} {
		if got := htmlText(c.html); got != c.want {
			t.Errorf("%s: got %q, want %q", c.html, got, c.want)
		}
	}
}

func TestDayOf(t *testing.T) {
	for field, want := range map[string]string{
		"2025-11-04T23:30:00-05:00": "2025-11-04", "2025-11-04": "2025-11-04", "2025-11-04 08:00": "2025-11-04",
		"Tue, 04 Nov 2025 23:30:00 -0500": "2025-11-04", "Tue, 4 Nov 2025 01:10:00 GMT": "2025-11-04",
		"1970-01-01T00:00:00Z": "", "yesterday": "", "": "", "2025-13-40": "",
	} {
		when, ok := dayOf(field)
		if got := when.EDTF(); ok != (want != "") || ok && got != want {
			t.Errorf("%q: %s (%v), want %q", field, got, ok, want)
		}
	}
}

// An item stays the same document while others come and go around it.
func TestItemsKeepTheirNames(t *testing.T) {
	feed := func(ids ...string) []string {
		var items []string
		for _, id := range ids {
			items = append(items, fmt.Sprintf(`{"id":%q,"content_text":%q}`, id, para(id)))
		}
		raw := `{"version":"https://jsonfeed.org/version/1.1","items":[` + strings.Join(items, ",") + `]}`
		all, err := ReadAll(context.Background(), "a.json", []byte(raw), nil)
		if err != nil {
			t.Fatal(err)
		}
		var out []string
		for _, r := range all {
			out = append(out, string(r.Document.ID))
		}
		return out
	}
	before, after := feed("One", "Two"), feed("Three", "Two", "One")
	if before[0] != after[2] || before[1] != after[1] || after[0] == after[1] {
		t.Errorf("before %q, after %q", before, after)
	}
}
