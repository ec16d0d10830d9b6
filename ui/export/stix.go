package export

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/google/uuid"

	"crisisdesk/model"
)

// STIX writes a bundle of STIX 2.1 (OASIS standard, 10 June 2021). A document
// is a report on an observed artifact, a statement a note, a denial or another
// figure an opinion, an incident an incident, an actor an identity, a place a
// location, a question a note. Objects are written as they are made; the same
// Snapshot gives the same bytes, identifiers among them.
func STIX(w io.Writer, s *model.Snapshot, marking Marking) error {
	out := bufio.NewWriter(w)
	b := &bundle{lines: newLines(out), snapshot: s, made: map[string]bool{}, created: stamp(s.AsOf), desk: stixID("identity", "desk")}
	b.markings = stixMarkings[marking]
	fmt.Fprintf(out, `{"type":"bundle","id":%q,"objects":[`+"\n", stixID("bundle", fmt.Sprint(s.AsOf, s.Documents.Len(), s.Incidents.Len())))
	desk := b.object("identity", "desk", b.created)
	desk.Name, desk.IdentityClass = "crisisdesk", "system"
	b.put(desk)
	b.mark()
	for d := range s.Documents.All() {
		b.document(d)
	}
	for i := range s.Incidents.All() {
		b.incident(i)
	}
	for x := range s.Statements.All() {
		b.statement(x.Statement())
	}
	for q := range s.Questions.All() {
		b.question(q)
	}
	if b.err != nil {
		return b.err
	}
	fmt.Fprintln(out, "]}")
	return out.Flush()
}

// bundle writes objects, each identifier once, and keeps the first error.
type bundle struct {
	lines    *lines
	snapshot *model.Snapshot
	made     map[string]bool
	markings []string
	created  string // the desk's present, where an object has no day of its own
	desk     string
	err      error
}

// The TLP marking definitions of STIX 2.1, section 7.2.1.4.
const (
	tlpWhite = "marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9"
	tlpGreen = "marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da"
	tlpAmber = "marking-definition--f88d31f6-486f-44da-b317-01333bde0b82"
	tlpRed   = "marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed"
)

// stixMarkings map TLP 2.0 to them; what they cannot say is marked as the next
// stricter.
var stixMarkings = map[Marking][]string{
	"clear": {tlpWhite}, "green": {tlpGreen}, "amber": {tlpAmber}, "amber+strict": {tlpRed}, "red": {tlpRed},
}

var stixColours = map[string]string{tlpWhite: "white", tlpGreen: "green", tlpAmber: "amber", tlpRed: "red"}

// space is the namespace of the program's own identifiers; observables is that
// which STIX 2.1 (section 2.9) sets for cyber-observables.
var (
	space       = [16]byte(uuid.NewSHA1(uuid.NameSpaceURL, []byte("crisisdesk")))
	observables = [16]byte(uuid.MustParse("00abedb4-aa42-466c-9c01-fed23315a9b7"))
)

// stixID is the identifier of a type for what key names within it.
func stixID(kind string, key ...string) string {
	return kind + "--" + uuidIn(space, append([]string{kind, "\x00"}, key...)...)
}

// stamp is a day as a STIX timestamp; the beginning of 1970 where none is known.
func stamp(d model.Day) string {
	if d == 0 {
		return "1970-01-01T00:00:00.000Z"
	}
	return d.String() + "T00:00:00.000Z"
}

// object has the properties that all domain objects share.
func (b *bundle) object(kind, key, created string) *stixObject {
	return &stixObject{
		Type: kind, SpecVersion: "2.1", ID: stixID(kind, key), Created: created, Modified: created, CreatedByRef: b.desk,
		ObjectMarkingRefs: b.markings,
	}
}

// put writes an object, unless its identifier has been written, and returns
// the identifier.
func (b *bundle) put(o *stixObject) string {
	if !b.made[o.ID] && b.err == nil {
		b.made[o.ID] = true
		b.err = b.lines.put(o)
	}
	return o.ID
}

// mark writes the definition of the marking, if there is one.
func (b *bundle) mark() {
	for _, id := range b.markings {
		colour := stixColours[id]
		b.put(&stixObject{
			Type: "marking-definition", SpecVersion: "2.1", ID: id, Created: "2017-01-20T00:00:00.000Z",
			DefinitionType: "tlp", Name: "TLP:" + strings.ToUpper(colour), Definition: &stixTLP{colour},
		})
	}
}

// when is the day of publication of a document, as a timestamp.
func (b *bundle) when(d *model.Document) string {
	if d.Published.From != 0 {
		return stamp(d.Published.From)
	}
	return b.created
}

// document writes a report on an observation of the file.
func (b *bundle) document(d *model.Document) {
	at := b.when(d)
	file := b.put(&stixObject{
		Type: "artifact", SpecVersion: "2.1", ID: "artifact--" + uuidIn(observables, `{"hashes":{"SHA-256":"`, d.SHA256, `"}}`),
		Hashes: &stixHashes{d.SHA256}, URL: (&url.URL{Scheme: "file", Path: "/" + d.Path}).String(), ObjectMarkingRefs: b.markings,
	})
	seen := b.object("observed-data", string(d.ID), at)
	seen.FirstObserved, seen.LastObserved, seen.NumberObserved, seen.ObjectRefs = at, at, 1, []string{file}
	b.put(seen)
	report := b.object("report", string(d.ID), at)
	report.Name, report.Published, report.ObjectRefs = valid(cmp.Or(d.Title, d.Path)), at, []string{seen.ID}
	report.Labels = []string{"source-letter:" + documentLetter(b.snapshot, d)}
	if d.Published.From == 0 {
		report.Labels = append(report.Labels, "published:unknown")
	}
	if d.Outlet != "" {
		report.ExternalReferences = []stixExternal{{valid(d.Outlet), valid(d.Path)}}
	}
	b.put(report)
}

// reports are the reports of the documents of spans, each once.
func (b *bundle) reports(spans []model.Span) []string {
	var out []string
	for _, s := range spans {
		if id := stixID("report", string(s.Document)); b.snapshot.Document(s.Document) != nil && !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	return out
}

func (b *bundle) incident(i *model.Incident) {
	created := b.created
	if i.When.From != 0 {
		created = stamp(i.When.From)
	}
	o := b.object("incident", string(i.ID), created)
	evidence := i.Evidence()
	o.Name, o.Description = valid(i.Kind.Label()+": "+i.Summary), b.quote(evidence)
	o.Labels = []string{"kind:" + string(i.Kind), "status:" + string(i.Status)}
	for _, l := range [][2]string{{"acled:", i.Kind.ACLED()}, {"plover:", i.Kind.PLOVER()}, {"date:", i.When.EDTF()}} {
		if l[1] != "" {
			o.Labels = append(o.Labels, l[0]+l[1])
		}
	}
	id := b.put(o)
	for _, r := range b.reports(evidence) {
		b.relate(id, r, "derived-from", "", created)
	}
	for _, a := range i.Actors {
		b.relate(id, b.identity(a.ID, a.Name), "related-to", string(a.Role), created)
	}
	for _, p := range i.Places {
		if at := b.location(p); at != "" {
			b.relate(id, at, "related-to", "place", created)
		}
	}
	for _, r := range i.Reports {
		if r.Status() == model.Denied {
			b.opinion(string(r.ID()), id, "strongly-disagree", r.ClaimedBy(), r.Evidence(), created)
		}
	}
	for _, d := range i.Disputes() {
		if !d.Clashes() {
			continue
		}
		for _, c := range d.Claims {
			b.opinion(fmt.Sprint(i.ID, c.Span), id, "disagree", c.By, []model.Span{c.Span}, created)
		}
	}
}

func (b *bundle) opinion(key, of, stance, by string, words []model.Span, created string) {
	o := b.object("opinion", key, created)
	o.Opinion, o.Explanation, o.ObjectRefs = stance, b.quote(words), []string{of}
	if by != "" {
		o.Authors = []string{valid(by)}
	}
	b.put(o)
}

func (b *bundle) relate(from, to, how, as, created string) {
	o := b.object("relationship", from+" "+how+" "+as+" "+to, created)
	o.RelationshipType, o.SourceRef, o.TargetRef, o.Description = how, from, to, as
	b.put(o)
}

// identity writes an actor, once for all that name it.
func (b *bundle) identity(id, name string) string {
	o := b.object("identity", cmp.Or(id, "named "+name), b.created)
	o.Name = valid(name)
	return b.put(o)
}

// location writes a place that a gazetteer knows; "" for any other, of which
// STIX could say nothing.
func (b *bundle) location(p model.Place) string {
	if p.ID == "" {
		return ""
	}
	o := b.object("location", p.ID, b.created)
	o.Name, o.Latitude, o.Longitude, o.Country = valid(p.Name), &p.Lat, &p.Lon, p.Country
	return b.put(o)
}

func (b *bundle) statement(x *model.Statement) {
	d := b.snapshot.Document(x.Document)
	if d == nil {
		return
	}
	o := b.object("note", string(x.ID), b.when(d))
	o.ObjectRefs = []string{stixID("report", string(x.Document))}
	if x.Speaker.Name != "" {
		o.ObjectRefs = append(o.ObjectRefs, b.identity(x.Speaker.ActorID, x.Speaker.Name))
		o.Authors = []string{valid(x.Speaker.Name)}
	}
	o.Abstract, o.Content = valid(strings.TrimSpace(x.Speaker.Name+": "+string(x.Act))), b.quote(x.Evidence)
	o.Labels = []string{"statement", "act:" + string(x.Act), "mode:" + string(x.Mode)}
	b.put(o)
}

func (b *bundle) question(q *model.Question) {
	var words []model.Span
	for e := range q.Evidence.All() {
		words = append(words, e.Span())
	}
	o := b.object("note", "question "+string(q.ID), b.created)
	if o.ObjectRefs = b.reports(words); len(o.ObjectRefs) == 0 {
		return // a standing question that no document bears on
	}
	o.Abstract, o.Content = valid(q.Text), b.quote(words)
	o.Labels = []string{"question", "state:" + string(q.State), fmt.Sprintf("for:%d", q.For), fmt.Sprintf("against:%d", q.Against)}
	b.put(o)
}

// quote is the words of spans, each with the file and bytes where they stand.
func (b *bundle) quote(spans []model.Span) string {
	var out []byte
	for i, s := range spans {
		path := ""
		if d := b.snapshot.Document(s.Document); d != nil {
			path = d.Path
		}
		if i > 0 {
			out = append(out, '\n')
		}
		out = append(out, "“"+s.Text+"” ("+path+":"...)
		out = strconv.AppendInt(out, int64(s.Start), 10)
		out = append(out, '-')
		out = strconv.AppendInt(out, int64(s.End), 10)
		out = append(out, ')')
	}
	return valid(string(out))
}

func valid(text string) string { return strings.ToValidUTF8(text, "\uFFFD") }
