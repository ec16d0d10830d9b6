package document

import (
	"bytes"
	"context"
	"fmt"
	"net/mail"
	"path"
	"strconv"
	"strings"

	"github.com/jhillyerd/enmime/v2"

	"crisisdesk/model"
)

// maxParts is the most parts that a mail may have: what parts within parts cost
// grows with their square.
const maxParts = 100

// attached are the endings of the attachments that are read.
var attached = map[string]reader{
	".txt": readPlain, ".md": readPlain, ".html": readHTML, ".htm": readHTML, ".pdf": readPDF,
}

// readMail reads a mail: its words, and each attachment of text as a document
// of its own, by its number.
func readMail(ctx context.Context, raw []byte) ([]source, error) {
	if n := bytes.Count(bytes.ToLower(raw), []byte("content-type:")); n > maxParts {
		return nil, Refusal(fmt.Sprintf("not read: a mail of %d parts, the limit is %d", n, maxParts))
	}
	env, err := enmime.NewParser(enmime.DisableTextConversion(true), enmime.MaxStoredPartErrors(10)).ReadEnvelope(bytes.NewReader(raw))
	if err != nil {
		return nil, Refusal("not read: a mail that cannot be taken apart")
	}
	letter := source{title: oneLine(env.GetHeader("Subject"))}
	if when, ok := dayOf(env.GetHeader("Date")); ok {
		letter.published = model.Published{When: when, KnownFrom: model.GroundMetadata}
	}
	if from := sender(env.GetHeader("From")); from != "" {
		letter.authors = []string{from}
	}
	body := env.Text
	if strings.TrimSpace(body) == "" {
		body = htmlText(env.HTML) + untyped(env.Root)
	}
	var out []source
	for i, part := range append(env.Attachments, env.Inlines...) {
		name := oneLine(part.FileName)
		read := attached[strings.ToLower(path.Ext(name))]
		if read == nil {
			letter.notes = append(letter.notes, fmt.Sprintf("attachment %d, %q, is not read", i+1, name))
			continue
		}
		all, err := read(ctx, part.Content)
		if err != nil {
			letter.notes = append(letter.notes, fmt.Sprintf("attachment %d, %q: %v", i+1, name, err))
			continue
		}
		for _, s := range all {
			s.item = strconv.Itoa(i + 1)
			out = append(out, s)
		}
	}
	if strings.TrimSpace(body) != "" {
		letter.text = under(letter.title, body)
		out = append([]source{letter}, out...)
	}
	return out, nil
}

// untyped are the words of the parts that name no type, which are plain text (RFC 2045, 5.2).
func untyped(root *enmime.Part) string {
	var out strings.Builder
	for _, p := range root.BreadthMatchAll(func(p *enmime.Part) bool { return p.ContentType == "" && p.FileName == "" }) {
		text, _ := decode(p.Content, "")
		out.WriteString(text)
	}
	return out.String()
}

// sender is the name in a From field, or the address where it gives none.
func sender(field string) string {
	a, err := mail.ParseAddress(field)
	switch {
	case err != nil:
		return oneLine(field)
	case a.Name != "":
		return oneLine(a.Name)
	}
	return a.Address
}
