package export

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"net/url"
	"strings"
	"time"

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
	b := &bundle{w: out, snapshot: s, made: map[string]bool{}, marking: stixMarkings[marking]}
	b.created = stamp(s.AsOf)
	b.desk = stixID("identity", "desk")
	fmt.Fprintf(out, `{"type":"bundle","id":%q,"objects":[`, stixID("bundle", fmt.Sprint(s.AsOf, len(s.Documents), len(s.Incidents))))
	b.put(b.object("identity", "desk", b.created), fields{"name": "crisisdesk", "identity_class": "system"})
	if b.marking.ID != "" {
		b.put(fields{
			"type": "marking-definition", "spec_version": "2.1", "id": b.marking.ID, "created": "2017-01-20T00:00:00.000Z",
			"definition_type": "tlp", "name": "TLP:" + strings.ToUpper(b.marking.Color), "definition": fields{"tlp": b.marking.Color},
		})
	}
	for _, d := range s.Documents {
		b.document(d)
	}
	for _, i := range s.Incidents {
		b.incident(i)
	}
	for _, x := range s.Statements {
		b.statement(x)
	}
	for _, q := range s.Questions {
		b.question(q)
	}
	if b.err != nil {
		return b.err
	}
	fmt.Fprintln(out, "\n]}")
	return out.Flush()
}

// bundle writes objects, each identifier once, and keeps the first error.
type bundle struct {
	w        io.Writer
	snapshot *model.Snapshot
	made     map[string]bool
	marking  stixMarking
	created  string // the desk's present, where an object has no day of its own
	desk     string
	err      error
}

type fields map[string]any

// stixMarking is a TLP marking definition of STIX 2.1, section 7.2.1.4.
type stixMarking struct{ Color, ID string }

// stixMarkings map TLP 2.0 to the four definitions of the standard; what it
// cannot say is marked as the next stricter.
var stixMarkings = map[Marking]stixMarking{
	"clear":        {"white", "marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9"},
	"green":        {"green", "marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da"},
	"amber":        {"amber", "marking-definition--f88d31f6-486f-44da-b317-01333bde0b82"},
	"amber+strict": {"red", "marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed"},
	"red":          {"red", "marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed"},
}

// space is the namespace of the program's own identifiers; observables is that
// which STIX 2.1 (section 2.9) sets for cyber-observables.
var (
	space       = uuid.NewSHA1(uuid.NameSpaceURL, []byte("crisisdesk"))
	observables = uuid.MustParse("00abedb4-aa42-466c-9c01-fed23315a9b7")
)

// stixID is the identifier of a type for what key names within it.
func stixID(kind, key string) string {
	return kind + "--" + uuid.NewSHA1(space, []byte(kind+"\x00"+key)).String()
}

// stamp is a day as a STIX timestamp; the beginning of 1970 where none is known.
func stamp(d model.Day) string {
	t := time.Unix(0, 0).UTC()
	if d != 0 {
		t = d.Time()
	}
	return t.Format("2006-01-02T15:04:05.000Z")
}

// object has the properties that all domain objects share.
func (b *bundle) object(kind, key, created string) fields {
	return fields{"type": kind, "id": stixID(kind, key), "spec_version": "2.1", "created": created, "modified": created}
}

// put writes an object with further properties, unless its identifier has been
// written, and returns the identifier.
func (b *bundle) put(o fields, more ...fields) string {
	id := o["id"].(string)
	if b.made[id] || b.err != nil {
		return id
	}
	for _, m := range more {
		for k, v := range m {
			o[k] = v
		}
	}
	if _, domain := o["created"]; domain && o["type"] != "marking-definition" {
		o["created_by_ref"] = b.desk
	}
	if b.marking.ID != "" && o["type"] != "marking-definition" {
		o["object_marking_refs"] = []string{b.marking.ID}
	}
	separator := ","
	if len(b.made) == 0 {
		separator = ""
	}
	b.made[id] = true
	text, err := json.Marshal(o)
	if err == nil {
		_, err = fmt.Fprintf(b.w, "%s\n%s", separator, text)
	}
	b.err = err
	return id
}

// when is the day of publication of a document, as a timestamp.
func (b *bundle) when(d *model.Document) string {
	if d != nil && d.Published.From != 0 {
		return stamp(d.Published.From)
	}
	return b.created
}

// document writes a report on an observation of the file, and returns the report.
func (b *bundle) document(d *model.Document) string {
	at := b.when(d)
	hash, _ := json.Marshal(map[string]map[string]string{"hashes": {"SHA-256": d.SHA256}})
	file := b.put(fields{
		"type": "artifact", "spec_version": "2.1", "id": "artifact--" + uuid.NewSHA1(observables, hash).String(),
		"hashes": fields{"SHA-256": d.SHA256}, "url": (&url.URL{Scheme: "file", Path: "/" + d.Path}).String(),
	})
	seen := b.put(b.object("observed-data", string(d.ID), at), fields{
		"first_observed": at, "last_observed": at, "number_observed": 1, "object_refs": []string{file},
	})
	name := d.Title
	if name == "" {
		name = d.Path
	}
	labels := []string{"source-letter:" + documentLetter(b.snapshot, d)}
	if d.Published.From == 0 {
		labels = append(labels, "published:unknown")
	}
	more := fields{"name": valid(name), "published": at, "object_refs": []string{seen}, "labels": labels}
	if d.Outlet != "" {
		more["external_references"] = []fields{{"source_name": valid(d.Outlet), "description": valid(d.Path)}}
	}
	return b.put(b.object("report", string(d.ID), at), more)
}

// reports are the reports of the documents of spans, each once.
func (b *bundle) reports(spans []model.Span) []string {
	var out []string
	seen := map[model.DocumentID]bool{}
	for _, s := range spans {
		if !seen[s.Document] && b.snapshot.Document(s.Document) != nil {
			seen[s.Document] = true
			out = append(out, stixID("report", string(s.Document)))
		}
	}
	return out
}

func (b *bundle) incident(i *model.Incident) {
	created := b.created
	if i.When.From != 0 {
		created = stamp(i.When.From)
	}
	labels := []string{"kind:" + string(i.Kind), "status:" + string(i.Status)}
	for _, l := range [][2]string{{"acled:", i.Kind.ACLED()}, {"plover:", i.Kind.PLOVER()}, {"date:", i.When.EDTF()}} {
		if l[1] != "" {
			labels = append(labels, l[0]+l[1])
		}
	}
	id := b.put(b.object("incident", string(i.ID), created), fields{
		"name": valid(i.Kind.Label() + ": " + i.Summary), "description": b.quote(i.Evidence()), "labels": labels,
	})
	for _, r := range b.reports(i.Evidence()) {
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
		if r.Status == model.Denied {
			b.opinion(string(r.ID), id, "strongly-disagree", r.ClaimedBy, r.Evidence, created)
		}
	}
	for _, d := range i.Disputes {
		if d.Relation != model.Contradict && d.Relation != model.StatusSplit {
			continue
		}
		for _, c := range d.Claims {
			b.opinion(fmt.Sprint(i.ID, c.Span), id, "disagree", c.By, []model.Span{c.Span}, created)
		}
	}
}

func (b *bundle) opinion(key, of, stance, by string, words []model.Span, created string) {
	more := fields{"opinion": stance, "explanation": b.quote(words), "object_refs": []string{of}}
	if by != "" {
		more["authors"] = []string{valid(by)}
	}
	b.put(b.object("opinion", key, created), more)
}

func (b *bundle) relate(from, to, how, as, created string) {
	more := fields{"relationship_type": how, "source_ref": from, "target_ref": to}
	if as != "" {
		more["description"] = as
	}
	b.put(b.object("relationship", strings.Join([]string{from, how, as, to}, " "), created), more)
}

// identity writes an actor, once for all that name it.
func (b *bundle) identity(id, name string) string {
	key := id
	if key == "" {
		key = "named " + name
	}
	return b.put(b.object("identity", key, b.created), fields{"name": valid(name)})
}

// location writes a place that a gazetteer knows; "" for any other, of which
// STIX could say nothing.
func (b *bundle) location(p model.Place) string {
	if p.ID == "" {
		return ""
	}
	more := fields{"name": valid(p.Name), "latitude": p.Lat, "longitude": p.Lon}
	if p.Country != "" {
		more["country"] = p.Country
	}
	return b.put(b.object("location", p.ID, b.created), more)
}

func (b *bundle) statement(x *model.Statement) {
	d := b.snapshot.Document(x.Document)
	if d == nil {
		return
	}
	refs := b.reports(append([]model.Span{{Document: x.Document}}, x.Evidence...))
	if x.Speaker.Name != "" {
		refs = append(refs, b.identity(x.Speaker.ActorID, x.Speaker.Name))
	}
	more := fields{
		"abstract": valid(strings.TrimSpace(x.Speaker.Name + ": " + string(x.Act))), "content": b.quote(x.Evidence),
		"object_refs": refs, "labels": []string{"statement", "act:" + string(x.Act), "mode:" + string(x.Mode)},
	}
	if x.Speaker.Name != "" {
		more["authors"] = []string{valid(x.Speaker.Name)}
	}
	b.put(b.object("note", string(x.ID), b.when(d)), more)
}

func (b *bundle) question(q *model.Question) {
	var words []model.Span
	for _, e := range q.Evidence {
		words = append(words, e.Span)
	}
	refs := b.reports(words)
	if len(refs) == 0 {
		return // a standing question that no document bears on
	}
	b.put(b.object("note", "question "+string(q.ID), b.created), fields{
		"abstract": valid(q.Text), "content": b.quote(words), "object_refs": refs,
		"labels": []string{"question", "state:" + string(q.State), fmt.Sprintf("for:%d", q.For), fmt.Sprintf("against:%d", q.Against)},
	})
}

// quote is the words of spans, each with the file and bytes where they stand.
func (b *bundle) quote(spans []model.Span) string {
	var out strings.Builder
	for i, s := range spans {
		path := ""
		if d := b.snapshot.Document(s.Document); d != nil {
			path = d.Path
		}
		if i > 0 {
			out.WriteByte('\n')
		}
		fmt.Fprintf(&out, "“%s” (%s:%d-%d)", s.Text, path, s.Start, s.End)
	}
	return valid(out.String())
}

func valid(text string) string { return strings.ToValidUTF8(text, "\uFFFD") }
