package document

import (
	"encoding/json"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// pageMeta is what the head of an HTML page says of it.
type pageMeta struct {
	title, siteName, published, address string
	authors                             []string
	linked                              linkedData
}

// metaOf reads the head of a page, and what else of its kind stands in it.
func metaOf(page string) pageMeta {
	var m pageMeta
	z := html.NewTokenizer(strings.NewReader(page))
	for {
		switch z.Next() {
		case html.ErrorToken:
			m.settle()
			return m
		case html.StartTagToken, html.SelfClosingTagToken:
			m.element(z, z.Token())
		}
	}
}

func (m *pageMeta) element(z *html.Tokenizer, t html.Token) {
	at := map[string]string{}
	for _, a := range t.Attr {
		at[a.Key] = strings.TrimSpace(a.Val)
	}
	switch t.DataAtom {
	case atom.Title:
		if z.Next() == html.TextToken && m.title == "" {
			m.title = oneLine(string(z.Text()))
		}
	case atom.Meta:
		m.meta(strings.ToLower(at["property"]+at["name"]+at["itemprop"]), at["content"])
	case atom.Link:
		if strings.EqualFold(at["rel"], "canonical") {
			m.address = at["href"]
		}
	case atom.Script:
		if strings.EqualFold(at["type"], "application/ld+json") && z.Next() == html.TextToken {
			m.linked.read(z.Raw())
		}
	}
}

func (m *pageMeta) meta(name, content string) {
	if content == "" {
		return
	}
	switch name {
	case "article:published_time", "og:published_time", "datepublished", "dc.date", "dc.date.issued", "date", "pubdate", "publishdate":
		if m.published == "" || name == "article:published_time" {
			m.published = content
		}
	case "og:site_name":
		m.siteName = oneLine(content)
	case "og:title":
		m.title = oneLine(content)
	case "author", "article:author", "dc.creator":
		if !strings.Contains(content, "://") && len(m.authors) < maxAuthors {
			m.authors = append(m.authors, oneLine(content))
		}
	}
}

// maxAuthors is the most authors that are kept of a document.
const maxAuthors = 20

// settle takes from the linked data what the head does not say.
func (m *pageMeta) settle() {
	if m.published == "" {
		m.published = m.linked.DatePublished
	}
	if m.siteName == "" {
		m.siteName = oneLine(m.linked.Publisher.one())
	}
	if len(m.authors) == 0 {
		for _, a := range m.linked.Author[:min(len(m.linked.Author), maxAuthors)] {
			m.authors = append(m.authors, oneLine(a))
		}
	}
}

// linkedData is what JSON-LD says of an article (schema.org/NewsArticle).
type linkedData struct {
	DatePublished string       `json:"datePublished"`
	Author        names        `json:"author"`
	Publisher     names        `json:"publisher"`
	Graph         []linkedData `json:"@graph"`
}

// read takes in a script of JSON-LD: an object, a list of them or a graph. The
// first that is dated holds.
func (l *linkedData) read(raw []byte) {
	var all []linkedData
	if json.Unmarshal(raw, &all) != nil {
		var one linkedData
		if json.Unmarshal(raw, &one) != nil {
			return
		}
		all = append([]linkedData{one}, one.Graph...)
	}
	for _, d := range all {
		if l.DatePublished == "" && d.DatePublished != "" {
			*l = d
		}
	}
}

// names are one name or several, plain or as objects.
type names []string

func (n *names) UnmarshalJSON(raw []byte) error {
	var value any
	if err := json.Unmarshal(raw, &value); err != nil {
		return err
	}
	list, ok := value.([]any)
	if !ok {
		list = []any{value}
	}
	for _, v := range list {
		if o, ok := v.(map[string]any); ok {
			v = o["name"]
		}
		if s, ok := v.(string); ok && s != "" && !strings.Contains(s, "://") {
			*n = append(*n, s)
		}
	}
	return nil
}

func (n names) one() string {
	if len(n) == 0 {
		return ""
	}
	return n[0]
}

// oneLine is s with all its white space made single blanks.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
