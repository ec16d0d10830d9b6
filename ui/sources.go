package ui

import (
	"cmp"
	"slices"
	"strings"

	"crisisdesk/model"
)

// sources is the view of whom reports come from: outlets with their documents,
// and origins that documents credit.
type sources struct{ derived[voice] }

// voice is an outlet or another origin.
type voice struct {
	origin    model.Origin
	documents []*model.Document // that it published
	reports   int               // in its own voice, in its own documents
	echoes    int               // in its documents, that credit somebody else
	credited  int               // elsewhere, that credit it
}

func newSources(empty *model.Snapshot) *sources {
	return &sources{newDerived(empty, func(x *voice) string { return x.origin.Key }, voicesOf)}
}

func voicesOf(s *model.Snapshot, q model.Query) []voice {
	voices := map[string]*voice{}
	of := func(o model.Origin) *voice {
		if voices[o.Key] == nil {
			voices[o.Key] = &voice{origin: o}
		}
		return voices[o.Key]
	}
	for d := range s.Documents.All() {
		x := of(model.OriginIn(d, model.Origin{}))
		x.documents = append(x.documents, d)
	}
	tell := func(id model.DocumentID, o model.Origin) {
		d := s.Document(id)
		if d == nil {
			return
		}
		own := of(model.OriginIn(d, model.Origin{}))
		if from := of(model.OriginIn(d, o)); from == own {
			own.reports++
		} else {
			own.echoes++
			from.credited++
		}
	}
	for x := range q.Incidents(s.Incidents).All() {
		for _, r := range x.Reports {
			tell(r.Document, r.Origin)
		}
	}
	for x := range q.Statements(s.Statements).All() {
		tell(x.Document, x.Origin)
	}
	all := make([]voice, 0, len(voices))
	for _, x := range voices {
		all = append(all, *x)
	}
	slices.SortFunc(all, func(a, b voice) int {
		return cmp.Or(cmp.Compare(len(b.documents), len(a.documents)), cmp.Compare(b.credited, a.credited), strings.Compare(a.origin.Key, b.origin.Key))
	})
	return all
}

func (v *sources) about(_ *model.Snapshot, id string) ([]model.Item, string) {
	return []model.Item{model.OutletItem(id)}, squeeze(v.shown[v.find(id)].origin.Name)
}

const rateWidth = 4

// sourceCounts are the heads of what is counted, as wide as they are.
var sourceCounts = [...]string{"DOC", "OWN", "ECHO", "CREDITED"}

func (v *sources) head(r *row) {
	r.gap(1)
	r.column("RATE", rateWidth, r.faint)
	r.column("SOURCE", sourceWidth(r.left), r.faint)
	for _, name := range sourceCounts {
		r.column(name, len(name), r.faint)
	}
	r.put("LATEST", r.left, r.faint)
}

// sourceWidth is what the counts and the date leave of a row to the name.
func sourceWidth(left int) int {
	for _, name := range sourceCounts {
		left -= len(name) + 1
	}
	return left - 1 - whenWidth
}

func (v *sources) draw(r *row, i, _ int, _ sign) {
	x := &v.shown[i]
	r.column(rating(v.snapshot.Work, x.origin.Key), rateWidth, style{})
	r.column(squeeze(x.origin.Name), sourceWidth(r.left), style{})
	for k, n := range [...]int{len(x.documents), x.reports, x.echoes, x.credited} {
		r.column(blankZero(n), len(sourceCounts[k]), style{})
	}
	if len(x.documents) > 0 {
		r.put(r.label(x.latest()), r.left, style{})
	}
}

// latest is when its newest document was published.
func (x *voice) latest() (w model.When) {
	for _, d := range x.documents {
		if d.Published.Latest() >= w.Latest() {
			w = d.Published.When
		}
	}
	return w
}

// unrated is the letter of a source that nobody has rated: it cannot be judged.
const unrated = "F"

// rating is the Admiralty letter of a source.
func rating(w *model.Work, key string) string {
	if e := w.Last(model.RateOutlet, model.OutletItem(key)); e != nil {
		return e.Value
	}
	return unrated
}

func (v *sources) content(i int, t *theme) *content {
	x := &v.shown[i]
	c := &content{theme: t, title: x.origin.Name}
	c.add(strongLook, 0, "%s", squeeze(x.origin.Name))
	c.fields(plainLook, 0, "rated "+rating(v.snapshot.Work, x.origin.Key), count(x.reports, "report")+" of its own",
		count(x.echoes, "report")+" that credit others", count(x.credited, "report")+" elsewhere that credit it")
	c.work(v.snapshot.Work, model.OutletItem(x.origin.Key))
	if len(x.documents) > 0 {
		c.section("Documents")
	}
	for _, d := range x.documents[:min(len(x.documents), mostTold)] {
		c.opening(passage{document: d.ID}, func() {
			c.add(plainLook, 1, "%s", orNone(squeeze(d.Title)))
			c.fields(quietLook, 2, published(d.Published), after("date from ", string(d.Published.KnownFrom)), d.Path)
		})
	}
	return c
}
