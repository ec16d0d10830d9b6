package gold

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Document is one annotated document.
type Document struct {
	Name       string // file name without its ending
	Text       string
	Meta       Meta
	Incidents  []Incident
	Statements []Statement
	Questions  []Question
}

// HeldOut reports whether a corpus document is kept for testing: every fifth.
func (d *Document) HeldOut() bool {
	var n int
	if _, err := fmt.Sscanf(d.Name, "t%d", &n); err != nil {
		return false
	}
	return n%5 == 0
}

// Meta is what the guide asks of a document as a whole. Dates are ISO 8601.
type Meta struct {
	Title         string   `json:"title"`
	Outlet        string   `json:"outlet"`
	Authors       []string `json:"authors"`
	Published     string   `json:"published"`
	PublishedFrom string   `json:"published_from"`
	PublishedTo   string   `json:"published_to"`
	Junk          []string `json:"junk"`
}

// Aside reports whether the annotator set a line aside as no text of the article.
func (m Meta) Aside(line string) bool {
	return slices.ContainsFunc(m.Junk, func(j string) bool { return strings.HasPrefix(line, j) })
}

// Record is what the three kinds of annotation share.
type Record struct {
	Anchor string   `json:"anchor"`
	Also   []string `json:"also"`
	Weight string   `json:"weight"`
	Spans  []Range  `json:"-"` // of Anchor and Also, in that order

	document string // name of the document
}

// Required reports whether missing the record counts against an extractor.
func (r *Record) Required() bool { return r.Weight == "required" }

// Range is a stretch of a document's bytes.
type Range struct{ Start, End int }

// Incident is an annotated incident; From and To are ISO dates or "".
type Incident struct {
	Record
	Kind       string     `json:"kind"`
	KindAlt    string     `json:"kind_alt"`
	From       string     `json:"from"`
	To         string     `json:"to"`
	Places     []string   `json:"places"`
	Initiators []string   `json:"initiators"`
	Targets    []string   `json:"targets"`
	Casualties []Casualty `json:"casualties"`
	SameAs     string     `json:"same_as"`
}

// Casualty is an annotated figure; a nil bound is open.
type Casualty struct {
	Who       string `json:"who"`
	Outcome   string `json:"outcome"`
	Min       *int   `json:"min"`
	Max       *int   `json:"max"`
	ClaimedBy string `json:"claimed_by"`
}

// Statement is an annotated statement.
type Statement struct {
	Record
	Speaker     string   `json:"speaker"`
	Alias       []string `json:"alias"`
	Affiliation string   `json:"affiliation"`
	Mode        string   `json:"mode"`
	Act         string   `json:"act"`
	ActAlt      string   `json:"act_alt"`
}

// Question is an annotated sentence that leaves something open.
type Question struct {
	Record
	Form   string `json:"form"`
	Topic  string `json:"topic"`
	Stance string `json:"stance"`
}

// Load reads every document of docs that has annotations in annotations,
// ordered by name.
func Load(docs, annotations string) ([]*Document, error) {
	entries, err := os.ReadDir(docs)
	if err != nil {
		return nil, err
	}
	var out []*Document
	for _, e := range entries {
		name := strings.TrimSuffix(e.Name(), filepath.Ext(e.Name()))
		path := filepath.Join(annotations, name+".json")
		raw, err := os.ReadFile(path)
		if os.IsNotExist(err) {
			continue
		}
		if err != nil {
			return nil, err
		}
		text, err := os.ReadFile(filepath.Join(docs, e.Name()))
		if err != nil {
			return nil, err
		}
		d, err := parse(name, string(text), raw)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		out = append(out, d)
	}
	return out, nil
}

func parse(name, text string, raw []byte) (*Document, error) {
	d := &Document{Name: name, Text: text}
	in := struct {
		Document   *Meta        `json:"document"`
		Incidents  *[]Incident  `json:"incidents"`
		Statements *[]Statement `json:"statements"`
		Questions  *[]Question  `json:"questions"`
	}{&d.Meta, &d.Incidents, &d.Statements, &d.Questions}
	if err := json.Unmarshal(raw, &in); err != nil {
		return nil, err
	}
	for _, r := range d.records() {
		r.document = name
		for _, anchor := range append([]string{r.Anchor}, r.Also...) {
			i := strings.Index(text, anchor)
			if i < 0 {
				return nil, fmt.Errorf("anchor is not in the document: %q", anchor)
			}
			r.Spans = append(r.Spans, Range{i, i + len(anchor)})
		}
	}
	return d, nil
}

func (d *Document) records() []*Record {
	var out []*Record
	for i := range d.Incidents {
		out = append(out, &d.Incidents[i].Record)
	}
	for i := range d.Statements {
		out = append(out, &d.Statements[i].Record)
	}
	for i := range d.Questions {
		out = append(out, &d.Questions[i].Record)
	}
	return out
}
