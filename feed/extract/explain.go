package extract

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"strings"

	"crisisdesk/model"
)

// Explain writes, sentence by sentence, what is found in a document and what
// found it: the rule or the model, and how sure it is. The document's words
// stand in it as they are; clean it before a terminal sees it. The error is
// that of w or ctx.
func (x *Extractor) Explain(ctx context.Context, w io.Writer, doc *model.Document, text string) error {
	p, err := x.unveil(ctx, doc, text)
	if err != nil {
		return err
	}
	heard := x.hear(p)
	statements, reports := heard.statements, x.reports(p, heard)
	evidence := x.evidence(p, statements, reports)
	found := findings(statements, reports, evidence)
	out := bufio.NewWriter(w)
	fmt.Fprintf(out, "%s: %d sentences, %d statements, %d incidents, %d open questions\n",
		doc.Path, len(p.sentences), len(statements), len(reports), len(evidence))
	for i := range p.sentences {
		s := &p.sentences[i]
		start, end := p.signs.Start(s.Start), p.signs.End(s.End)
		fmt.Fprintf(out, "\n%d–%d  %s\n", start, end, oneLine(text[start:end]))
		for _, f := range found {
			if f.touches(s.Start, s.End) {
				fmt.Fprintf(out, "    %s  [%s]\n", f.says, because(f.finding))
			}
		}
	}
	return out.Flush()
}

// finding is a fact in a line, where it is told and what found it.
type finding struct {
	spans   []model.Span
	says    string
	finding model.Finding
}

func (f *finding) touches(start, end int) bool {
	for _, s := range f.spans {
		if s.Start < end && start < s.End {
			return true
		}
	}
	return false
}

func findings(statements []model.Statement, reports []model.Report, evidence []model.Evidence) []finding {
	var out []finding
	for i := range statements {
		s := &statements[i]
		says := fmt.Sprintf("statement  %s, %s, by %s: %s", s.Act, s.Mode, s.Speaker.Name, oneLine(s.Text))
		out = append(out, finding{s.Evidence, says, s.Finding})
	}
	for i := range reports {
		out = append(out, finding{reports[i].Evidence, "incident   " + reportLine(&reports[i]), reports[i].Finding})
	}
	for i := range evidence {
		e := &evidence[i]
		says := fmt.Sprintf("question   %s, %s %s", e.Form, e.Stance, e.Topic)
		out = append(out, finding{[]model.Span{e.Span}, says, e.Finding})
	}
	return out
}

func reportLine(r *model.Report) string {
	parts := []string{r.Kind.Label(), string(r.Status)}
	if r.When.Known() {
		parts = append(parts, r.When.EDTF())
	}
	for _, p := range r.Places {
		parts = append(parts, "in "+p.Name)
	}
	for _, a := range r.Actors {
		parts = append(parts, string(a.Role)+" "+a.Name)
	}
	for i := range r.Casualties {
		parts = append(parts, casualtyLine(&r.Casualties[i]))
	}
	return strings.Join(parts, ", ")
}

// casualtyLine is a row in words: "460 or more patients killed, says WHO".
func casualtyLine(c *model.Casualty) string {
	number := fmt.Sprint(c.Min)
	switch {
	case c.Max == model.NoLimit:
		number += " or more"
	case c.Max != c.Min:
		number += fmt.Sprintf(" to %d", c.Max)
	}
	line := fmt.Sprintf("%s %s %s", number, c.Who, c.Outcome)
	if c.ClaimedBy != "" {
		line += ", says " + c.ClaimedBy
	}
	return line
}

func because(f model.Finding) string {
	if f.Confidence == 0 {
		return f.By
	}
	return fmt.Sprintf("%s, %.2f", f.By, f.Confidence)
}

// oneLine is text with each run of white space as one space.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
