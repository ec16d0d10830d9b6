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
	name      string            // with the document that alone credits it, where others are called so too
	by        *model.Document   // that credits it first
	widely    bool              // others do, too
}

func newSources(empty *model.Snapshot) *sources {
	return &sources{newDerived(empty, func(x *voice) string { return x.origin.Key }, voicesOf)}
}

// voicesOf counts the documents and reports of each origin, and how often others
// credit it.
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
			from.widely = from.widely || from.by != nil && from.by != d
			from.by = cmp.Or(from.by, d)
		}
	}
	for x := range q.Incidents(s.Incidents).All() {
		for _, r := range x.Reports {
			tell(r.Document(), r.Origin())
		}
	}
	for x := range q.Statements(s.Statements).All() {
		tell(x.Document(), x.Origin())
	}
	called := map[string]int{}
	for _, x := range voices {
		called[x.origin.Name]++
	}
	all := make([]voice, 0, len(voices))
	for _, x := range voices {
		if x.name = x.origin.Name; called[x.name] > 1 && x.by != nil && !x.widely {
			x.name += ", in " + cmp.Or(x.by.Title, x.by.Path)
		}
		all = append(all, *x)
	}
	slices.SortFunc(all, func(a, b voice) int {
		return cmp.Or(cmp.Compare(len(b.documents), len(a.documents)), cmp.Compare(b.credited, a.credited), strings.Compare(a.origin.Key, b.origin.Key))
	})
	return all
}

func (v *sources) about(_ *model.Snapshot, id string) ([]model.Item, string) {
	return []model.Item{model.OutletItem(id)}, squeeze(v.shown[v.find(id)].name)
}

const rateWidth = 4

// sourceCounts are the heads of what is counted, as wide as they are.
var sourceCounts = [...]string{"DOC", "OWN", "ECHO", "CREDITED"}

func (v *sources) head(r *row) {
	r.gap(1)
	r.column("RATE", rateWidth, r.faint)
	name, counts := sourceLayout(r.left)
	r.column("SOURCE", name, r.faint)
	for _, name := range sourceCounts[:counts] {
		r.column(name, len(name), r.faint)
	}
	r.put("LATEST", r.left, r.faint)
}

// leastSource is how much of a name is worth more than a count.
const leastSource = 16

// sourceLayout is what of a row the name gets beside so many counts: all and
// the date, or where there is no room for these, as many as there is.
func sourceLayout(left int) (name, counts int) {
	name = left - 1 - whenWidth
	for _, count := range sourceCounts {
		name -= len(count) + 1
	}
	if name >= leastSource {
		return name, len(sourceCounts)
	}
	name = left
	for counts < len(sourceCounts) && name-len(sourceCounts[counts])-1 >= leastSource {
		name -= len(sourceCounts[counts]) + 1
		counts++
	}
	return name, counts
}

func (v *sources) draw(r *row, i, _ int, _ sign) {
	x := &v.shown[i]
	r.column(rating(v.snapshot.Work, x.origin.Key), rateWidth, style{})
	name, counts := sourceLayout(r.left)
	r.column(squeeze(x.name), name, style{})
	for k, n := range []int{len(x.documents), x.reports, x.echoes, x.credited}[:counts] {
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
	c := &content{theme: t, title: x.name}
	c.add(strongLook, 0, "%s", squeeze(x.name))
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
