package document

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// unseen are the elements whose content is no text of the page, or that of its controls.
var unseen = atoms(atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Svg, atom.Math, atom.Nav, atom.Button,
	atom.Select, atom.Textarea, atom.Iframe, atom.Object, atom.Audio, atom.Video, atom.Canvas, atom.Title, atom.Noembed, atom.Noframes)

// parting are the elements that begin and end a block of text.
var parting = atoms(atom.P, atom.Div, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Li, atom.Ul, atom.Ol,
	atom.Table, atom.Tr, atom.Blockquote, atom.Article, atom.Section, atom.Header, atom.Footer, atom.Aside, atom.Main,
	atom.Figure, atom.Figcaption, atom.Pre, atom.Hr, atom.Dl, atom.Dt, atom.Dd, atom.Form, atom.Fieldset, atom.Address, atom.Body, atom.Details, atom.Summary)

// selfClosing are the elements that another of their kind ends, without a tag.
var selfClosing = atoms(atom.P, atom.Li, atom.Dt, atom.Dd, atom.Tr, atom.Td, atom.Th, atom.Option)

// empty are the elements that have no content.
var empty = atoms(atom.Area, atom.Base, atom.Br, atom.Col, atom.Embed, atom.Hr, atom.Img, atom.Input, atom.Link, atom.Meta, atom.Source, atom.Track, atom.Wbr)

func atoms(all ...atom.Atom) map[atom.Atom]bool {
	set := map[atom.Atom]bool{}
	for _, a := range all {
		set[a] = true
	}
	return set
}

// htmlText is the text of HTML that a reader would see, a blank line between
// its blocks. It reads tags alone and builds no tree, so that no nesting is too
// deep for it.
func htmlText(page string) string {
	w := &blockWriter{}
	z := html.NewTokenizer(strings.NewReader(page))
	var hidden atom.Atom // the element that hides what is read now, and how often it is open
	var name string
	open := 0
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			return w.text()
		}
		if kind == html.TextToken && open == 0 {
			w.write(string(z.Text()))
		}
		if kind != html.StartTagToken && kind != html.EndTagToken && kind != html.SelfClosingTagToken {
			continue
		}
		t := z.Token()
		if open > 0 {
			switch {
			case t.Data != name:
				continue
			case kind == html.EndTagToken:
				open--
				continue
			case !selfClosing[hidden]:
				open++
				continue
			}
			open = 0
		}
		if kind == html.StartTagToken && !empty[t.DataAtom] && isHidden(t) {
			hidden, name, open = t.DataAtom, t.Data, 1
		}
		w.tag(t.DataAtom)
	}
}

// isHidden reports whether an element is one that no reader sees.
func isHidden(t html.Token) bool {
	if unseen[t.DataAtom] {
		return true
	}
	for _, a := range t.Attr {
		switch a.Key {
		case "hidden":
			return true
		case "aria-hidden":
			return a.Val == "true"
		case "style":
			style := strings.ToLower(strings.Join(strings.Fields(a.Val), ""))
			if strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden") || strings.Contains(style, "font-size:0") && !strings.Contains(style, "font-size:0.") {
				return true
			}
		}
	}
	return false
}

// blockWriter joins text into blocks, white space in them made one blank.
type blockWriter struct {
	out   strings.Builder
	block strings.Builder
	blank bool // white space waits for what follows
}

func (w *blockWriter) write(s string) {
	for i, f := range strings.FieldsFunc(s, isSpace) {
		if w.block.Len() > 0 && (i > 0 || w.blank || isSpace(rune(s[0]))) {
			w.block.WriteByte(' ')
		}
		w.block.WriteString(f)
		w.blank = false
	}
	w.blank = w.blank || s != "" && isSpace(rune(s[len(s)-1]))
}

// isSpace reports whether HTML takes r for white space.
func isSpace(r rune) bool { return r == ' ' || r == '\n' || r == '\t' || r == '\r' || r == '\f' }

// tag ends a block, or parts what stands in one.
func (w *blockWriter) tag(a atom.Atom) {
	switch {
	case parting[a]:
		w.end("\n\n")
	case a == atom.Br:
		w.end("\n")
	case a == atom.Td, a == atom.Th:
		w.blank = true
	}
}

func (w *blockWriter) end(gap string) {
	if w.block.Len() > 0 {
		w.out.WriteString(w.block.String())
		w.out.WriteString(gap)
	} else if strings.HasSuffix(w.out.String(), "\n") && !strings.HasSuffix(w.out.String(), "\n\n") {
		w.out.WriteString("\n")
	}
	w.block.Reset()
	w.blank = false
}

func (w *blockWriter) text() string {
	w.end("")
	return strings.TrimSpace(w.out.String())
}
