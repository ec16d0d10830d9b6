package export

import (
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"

	"crisisdesk/model"
	"crisisdesk/ui/clean"
)

// CSV writes the records of one kind, a line each after a line of names. An
// incident has the columns of ACLED's export (codebook of 2024) where ACLED has
// one. Figures are a line for each claim of dead, wounded and so on. Fields
// that a spreadsheet would take for a formula begin with an apostrophe.
func CSV(w io.Writer, s *model.Snapshot, kind Kind, marking Marking) error {
	t := &table{csv: csv.NewWriter(w), snapshot: s, marking: marking.Label()}
	switch kind {
	case "incidents":
		t.incidents()
	case "figures":
		t.figures()
	case "statements":
		t.statements()
	case "questions":
		t.questions()
	case "documents":
		t.documents()
	default:
		return fmt.Errorf("there is no kind %q", kind)
	}
	t.csv.Flush()
	return t.csv.Error()
}

// table writes lines of CSV; the csv.Writer keeps the first error.
type table struct {
	csv      *csv.Writer
	snapshot *model.Snapshot
	marking  string
	line     []string
}

// row writes a line; numbers are written as they are, text is guarded.
func (t *table) row(fields ...any) {
	t.line = t.line[:0]
	for _, f := range append(fields, t.marking) {
		switch f := f.(type) {
		case string:
			t.line = append(t.line, guard(f))
		case float64:
			t.line = append(t.line, strconv.FormatFloat(f, 'f', -1, 64))
		default:
			t.line = append(t.line, fmt.Sprint(f))
		}
	}
	t.csv.Write(t.line)
}

// guard makes text safe for a spreadsheet and a terminal: one line without
// control characters, and no formula.
func guard(text string) string {
	text = clean.Line(text)
	if first := strings.TrimLeft(text, " \u00a0"); first != "" && strings.ContainsRune("=+-@|%＝＋－＠", []rune(first)[0]) {
		return "'" + text
	}
	return text
}

func (t *table) head(names string) {
	t.csv.Write(append(strings.Fields(names), "marking"))
}

func (t *table) incidents() {
	t.head(`event_id_cnty event_date year time_precision event_type sub_event_type actor1 actor2 country location latitude
		longitude geo_precision source notes fatalities event_date_end kind plover status origins source_letters documents`)
	for i := range t.snapshot.Incidents.All() {
		place := mainPlace(i.Places)
		t.row(string(i.ID), i.When.From.String(), year(i.When), i.When.Precision.ACLED(), eventType(i.Kind), i.Kind.ACLED(),
			names(i.Actors, model.Initiator), names(i.Actors, model.Target), place.Country, place.Name, degrees(place, place.Lat),
			degrees(place, place.Lon), geoPrecision(place), originNames(i.Origins), i.Summary, fatalities(i), i.When.To.String(),
			string(i.Kind), i.Kind.PLOVER(), string(i.Status), len(i.Origins), t.letters(i.Origins), t.cites(i.Evidence()))
	}
}

func (t *table) figures() {
	t.head("event_id_cnty measure who low high claimed_by relation document start end words source_letters")
	for i := range t.snapshot.Incidents.All() {
		disputes := i.Disputes()
		for _, c := range i.Casualties() {
			t.row(string(i.ID), string(c.Outcome), c.Who, c.Min, high(c.Max), c.ClaimedBy, relation(disputes, c.Evidence),
				t.path(c.Evidence.Document), c.Evidence.Start, c.Evidence.End, c.Evidence.Text, t.letterOf(c.Evidence.Document))
		}
	}
}

func (t *table) statements() {
	t.head("id date date_end speaker actor role affiliation act mode text addressee document start end source source_letters")
	for said := range t.snapshot.Statements.All() {
		x := said.Statement()
		var at model.Span
		if len(x.Evidence) > 0 {
			at = x.Evidence[0]
		}
		t.row(string(x.ID), x.When.From.String(), x.When.To.String(), x.Speaker.Name, x.Speaker.ActorID, x.Speaker.Role,
			x.Speaker.Affiliation, string(x.Act), string(x.Mode), x.Text, x.Addressee, t.path(x.Document), at.Start, at.End,
			x.Origin.Name, letter(t.snapshot, x.Origin.Key))
	}
}

func (t *table) questions() {
	t.head("id topic text state for against stance form by date date_end document start end words source source_letters")
	for q := range t.snapshot.Questions.All() {
		for e := range q.Evidence.All() {
			t.row(string(q.ID), q.Topic, q.Text, string(q.State), q.For, q.Against, string(e.Stance()), string(e.Form()), e.By(),
				e.When().From.String(), e.When().To.String(), t.path(e.Document()), e.Span().Start, e.Span().End, e.Span().Text,
				e.Origin().Name, letter(t.snapshot, e.Origin().Key))
		}
	}
}

func (t *table) documents() {
	t.head("id path sha256 title outlet authors published published_end known_from language source_letters")
	for d := range t.snapshot.Documents.All() {
		t.row(string(d.ID), d.Path, d.SHA256, d.Title, d.Outlet, strings.Join(d.Authors, "; "), d.Published.From.String(),
			d.Published.To.String(), string(d.Published.KnownFrom), d.Language, documentLetter(t.snapshot, d))
	}
}

func (t *table) path(id model.DocumentID) string {
	if d := t.snapshot.Document(id); d != nil {
		return d.Path
	}
	return ""
}

func (t *table) letterOf(id model.DocumentID) string {
	if d := t.snapshot.Document(id); d != nil {
		return documentLetter(t.snapshot, d)
	}
	return ""
}

// letters are the source letters of origins, in their order.
func (t *table) letters(origins []model.Origin) string {
	var out []string
	for _, o := range origins {
		out = append(out, letter(t.snapshot, o.Key))
	}
	return strings.Join(out, ";")
}

// cites lists where the words stand: file:start-end.
func (t *table) cites(spans []model.Span) string {
	var out []string
	for _, s := range spans {
		out = append(out, fmt.Sprintf("%s:%d-%d", t.path(s.Document), s.Start, s.End))
	}
	return strings.Join(out, "; ")
}

func names(actors []model.Actor, role model.Role) string {
	var out []string
	for _, a := range actors {
		if a.Role == role {
			out = append(out, a.Name)
		}
	}
	return strings.Join(out, "; ")
}

func originNames(origins []model.Origin) string {
	var out []string
	for _, o := range origins {
		out = append(out, o.Name)
	}
	return strings.Join(out, "; ")
}

func high(n int) string {
	if n == model.NoLimit {
		return ""
	}
	return strconv.Itoa(n)
}

// relation is how the figure stands to others of its key, "" where nothing compares.
func relation(disputes []model.Dispute, at model.Span) string {
	for _, d := range disputes {
		for _, c := range d.Claims {
			if c.Span == at {
				return string(d.Relation)
			}
		}
	}
	return ""
}

func year(w model.When) string {
	if w.From == 0 {
		return ""
	}
	return w.From.String()[:len("2006")]
}
