package document

import (
	"context"
	"net/url"
	"regexp"
	"strings"
	"time"

	readability "codeberg.org/readeck/go-readability/v2"

	"crisisdesk/model"
)

// maxElements is how many elements a page may have for its article to be looked for;
// of a larger one, all text is taken.
const maxElements = 50_000

// articleMin is the least length in bytes of what is taken for the article of a page.
const articleMin = 200

// declaredHTML is the character set that a page names for itself.
var declaredHTML = regexp.MustCompile(`(?i)<meta[^>]{0,200}?charset\s*=\s*["']?([\w.:-]{2,40})|^\s*<\?xml[^>]{0,100}encoding\s*=\s*["']([\w.:-]{2,40})`)

// readHTML reads a saved page: the text of its article under the title that the
// page has, or all its text where no article is found.
func readHTML(_ context.Context, raw []byte) ([]source, error) {
	page, note := decode(raw, declaration(declaredHTML, raw))
	s := htmlSource(page)
	if note != "" {
		s.notes = append(s.notes, note)
	}
	return []source{s}, nil
}

// declaration is the character set that the beginning of a file names.
func declaration(form *regexp.Regexp, raw []byte) string {
	m := form.FindSubmatch(raw[:min(len(raw), 4096)])
	if m == nil {
		return ""
	}
	return string(m[1]) + string(m[2])
}

// htmlSource is the document of a page in UTF-8.
func htmlSource(page string) source {
	m := metaOf(page)
	body := article(page)
	if len(body) < articleMin {
		body = htmlText(page)
	}
	s := source{title: m.title, outlet: m.siteName, authors: m.authors}
	s.text = under(s.title, body)
	if when, ok := dayOf(m.published); ok {
		s.published = model.Published{When: when, KnownFrom: model.GroundMetadata}
	} else if d, ok := addressDate(m.address); ok {
		s.published = model.Published{When: model.OnDay(d.model()), KnownFrom: model.GroundURL}
	}
	return s
}

// addressDate is the date in the address of a page, if it has one.
func addressDate(address string) (d stampedDate, ok bool) {
	m := urlDate.FindStringSubmatch(address)
	if m == nil {
		return d, false
	}
	d = stampedDate{year: atoi(m[1]), month: time.Month(atoi(m[2])), day: atoi(m[3])}
	return d, d.valid()
}

// article is the text of what is taken for the article of a page, "" where there is none.
func article(page string) string {
	p := readability.NewParser()
	p.MaxElemsToParse = maxElements
	p.DisableJSONLD = true
	a, err := p.Parse(strings.NewReader(page), &url.URL{Scheme: "http", Host: "localhost"})
	if err != nil || a.Node == nil {
		return ""
	}
	var out strings.Builder
	if a.RenderHTML(&out) != nil {
		return ""
	}
	return htmlText(out.String())
}

// under is a text under its title.
func under(title, body string) string {
	if title == "" {
		return body
	}
	return title + "\n\n" + body
}
