package document

import (
	"bytes"
	"context"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"strconv"
	"strings"

	"github.com/mmcdole/gofeed"

	"crisisdesk/model"
)

// maxDepth is how deep the elements of a feed may lie within each other.
const maxDepth = 100

// maxItems is the most items of a feed that are read.
const maxItems = 5000

var (
	declaredXML = regexp.MustCompile(`^\s*<\?xml[^>]{0,100}encoding\s*=\s*["']([\w.:-]{2,40})()["']`)
	prologue    = regexp.MustCompile(`^\s*<\?xml[^>]{0,200}\?>`)
)

// readSyndication reads RSS, Atom or JSON Feed: each item is a document.
func readSyndication(_ context.Context, raw []byte) ([]source, error) {
	text, _ := decode(raw, declaration(declaredXML, raw))
	text = strings.ToValidUTF8(strings.TrimPrefix(text, "\uFEFF"), "\uFFFD")
	if err := admitFeed(text); err != nil {
		return nil, err
	}
	text = prologue.ReplaceAllString(text, "") // it may name another character set
	feed, err := gofeed.NewParser().Parse(strings.NewReader(text))
	if err != nil {
		return nil, Refusal("not read: neither RSS nor Atom nor JSON Feed, or damaged")
	}
	var out []source
	taken := map[string]int{}
	for _, item := range feed.Items[:min(len(feed.Items), maxItems)] {
		s := itemSource(item, feed)
		if taken[s.item]++; taken[s.item] > 1 {
			s.item += "-" + strconv.Itoa(taken[s.item])
		}
		if strings.TrimSpace(s.text) != "" {
			out = append(out, s)
		}
	}
	return out, nil
}

// admitFeed refuses what would cost more to take apart than a feed may.
func admitFeed(text string) error {
	if strings.HasPrefix(strings.TrimSpace(text), "{") {
		var head struct {
			Version string `json:"version"`
		}
		switch err := json.Unmarshal([]byte(text), &head); {
		case err != nil:
			return Refusal("not read: JSON that is damaged")
		case !strings.Contains(head.Version, "jsonfeed.org/version/"):
			return Refusal("not read: JSON that is no JSON Feed")
		}
		return nil
	}
	d := xml.NewDecoder(bytes.NewReader([]byte(text)))
	d.Strict = false
	d.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil }
	for depth := 0; ; {
		t, err := d.RawToken()
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return Refusal("not read: XML that is damaged or cut off")
		}
		switch t := t.(type) {
		case xml.Directive:
			if up := bytes.ToUpper(t); bytes.HasPrefix(up, []byte("DOCTYPE")) || bytes.HasPrefix(up, []byte("ENTITY")) {
				return Refusal("not read: XML with a DOCTYPE")
			}
		case xml.StartElement:
			if depth++; depth > maxDepth {
				return Refusal("not read: XML that is nested too deep")
			}
		case xml.EndElement:
			depth--
		}
	}
}

// itemSource is the document of one item. It is named by what the feed names it
// by, so that it is the same document wherever in the feed it stands.
func itemSource(item *gofeed.Item, feed *gofeed.Feed) source {
	s := source{
		item:   Sum([]byte(item.GUID + "\x00" + item.Link + "\x00" + firstOf(item.GUID, item.Link, item.Title)))[:12],
		title:  oneLine(htmlText(item.Title)),
		outlet: oneLine(feed.Title),
	}
	for _, a := range item.Authors[:min(len(item.Authors), maxAuthors)] {
		if a != nil && firstOf(a.Name, a.Email) != "" {
			s.authors = append(s.authors, oneLine(firstOf(a.Name, a.Email)))
		}
	}
	s.text = under(s.title, htmlText(firstOf(item.Content, item.Description)))
	for _, field := range []string{item.Published, item.Updated} {
		if when, ok := dayOf(field); ok {
			s.published = model.Published{When: when, KnownFrom: model.GroundMetadata}
			break
		}
	}
	return s
}

// firstOf is the first string that holds more than white space.
func firstOf(all ...string) string {
	for _, s := range all {
		if strings.TrimSpace(s) != "" {
			return s
		}
	}
	return ""
}
