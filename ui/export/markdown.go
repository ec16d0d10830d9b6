package export

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"time"

	"crisisdesk/ui/clean"
)

// Markdown writes the brief as CommonMark. Text of documents carries no mark-up,
// link or image of its own.
func (b *Brief) Markdown(w io.Writer) error {
	out := bufio.NewWriter(w)
	tag := b.tag(markdown)
	fmt.Fprintf(out, "# %s%s\n\n%s\n", tag, markdown(b.title()), markdown(b.span()))
	section := func(title string, lines []Line) {
		fmt.Fprintf(out, "\n## %s%s\n\n", tag, markdown(title))
		for _, l := range lines {
			fmt.Fprintf(out, "- %s%s\n", tag, markdown(l.Text))
			for _, c := range l.Cites {
				fmt.Fprintf(out, "  - %s\n", markdown(c.String()))
			}
		}
	}
	b.each(section)
	if tag != "" {
		fmt.Fprintf(out, "\n%s\n", strings.TrimSpace(tag))
	}
	return out.Flush()
}

// Plain writes the brief as text for mail: lines of at most 72 characters but
// for longer words.
func (b *Brief) Plain(w io.Writer) error {
	out := bufio.NewWriter(w)
	tag := b.tag(clean.Line)
	wrapped(out, tag+b.title(), "", "")
	wrapped(out, b.span(), "", "")
	b.each(func(title string, lines []Line) {
		fmt.Fprintln(out)
		wrapped(out, tag+strings.ToUpper(title), "", "")
		for _, l := range lines {
			wrapped(out, tag+clean.Line(l.Text), "* ", "  ")
			for _, c := range l.Cites {
				wrapped(out, clean.Line(c.String()), "    - ", "      ")
			}
		}
	})
	if tag != "" {
		fmt.Fprintf(out, "\n%s\n", strings.TrimSpace(tag))
	}
	return out.Flush()
}

// each goes through the sections, the bottom line first.
func (b *Brief) each(section func(title string, lines []Line)) {
	bottom := b.Bottom
	if len(bottom) == 0 {
		bottom = []Line{{Text: "Nothing came to the desk in this time."}}
	}
	section("Bottom line", bottom)
	for _, s := range b.Sections {
		section(s.Title, s.Lines)
	}
}

// tag is the marking that goes before each line, "" where there is none.
func (b *Brief) tag(escape func(string) string) string {
	if b.Marking == "" {
		return ""
	}
	return escape("("+b.Marking.Label()+")") + " "
}

func (b *Brief) title() string { return strings.TrimSpace("Brief " + clean.Line(b.Desk)) }

// span says what the brief is about.
func (b *Brief) span() string {
	const minute = "2006-01-02 15:04Z"
	about := b.Subject
	said := fmt.Sprintf("What came to the desk from %s to %s", about.Since.In(time.UTC).Format(minute), about.Until.In(time.UTC).Format(minute))
	if !about.Where.Empty() {
		said += ", as far as the filter accepts it: " + about.Where.String()
	}
	return said
}

// String is the citation in one line: “words” — outlet (letter), date, file:start-end.
func (c Cite) String() string {
	var parts []string
	if c.Outlet != "" {
		parts = append(parts, fmt.Sprintf("%s (%s)", c.Outlet, c.Letter))
	} else {
		parts = append(parts, "outlet not known ("+c.Letter+")")
	}
	if c.Date != "" {
		parts = append(parts, c.Date)
	} else {
		parts = append(parts, "undated")
	}
	where := c.Path
	if c.End > c.Start {
		where = fmt.Sprintf("%s:%d-%d", c.Path, c.Start, c.End)
	}
	text := strings.Join(append(parts, where), ", ")
	if c.Words != "" {
		text = "“" + strings.Join(strings.Fields(c.Words), " ") + "” — " + text
	}
	if c.Stance != "" {
		text = c.Stance + ": " + text
	}
	return text
}

var markdownEscapes = strings.NewReplacer(`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", `\<`, ">", `\>`,
	"#", `\#`, "|", `\|`, "~", `\~`, "&", `\&`, "!", `\!`, "@", `\@`, "$", `\$`, "://", `\://`, "www.", `www\.`, "WWW.", `WWW\.`)

// markdown is text as CommonMark, and the dialects that make links of bare
// addresses, print it.
func markdown(text string) string { return markdownEscapes.Replace(clean.Line(text)) }

// wrapped writes text in lines of 72 characters, the first after head and the
// others after rest.
func wrapped(out *bufio.Writer, text, head, rest string) {
	const width = 72
	out.WriteString(head)
	at := len(head)
	for i, word := range strings.Fields(text) {
		n := len([]rune(word))
		switch {
		case i == 0:
		case at+1+n > width:
			out.WriteString("\n" + rest)
			at = len(rest)
		default:
			out.WriteByte(' ')
			at++
		}
		out.WriteString(word)
		at += n
	}
	out.WriteByte('\n')
}
