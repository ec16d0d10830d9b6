package gold

import (
	"cmp"
	"fmt"
	"sort"
	"strings"

	"crisisdesk/model"
)

// Tally counts, for one kind of record, what was found and, among what was
// matched, what was right.
type Tally struct {
	TP, FP, FN int
	Right, Of  map[string]int
	Errors     []Error // what is behind FP and FN, and what was matched and wrong
}

// Score is the tally of incidents, statements and questions.
type Score struct {
	Incidents, Statements, Questions Tally
}

// Add scores the facts extracted from one document.
func (s *Score) Add(d *Document, f *model.Facts) {
	scoreIncidents(&s.Incidents, d, f)
	scoreStatements(&s.Statements, d, f)
	scoreQuestions(&s.Questions, d, f)
}

// F1 is the harmonic mean of precision and recall of detection.
func (t *Tally) F1() float64 { return f1(float64(t.TP), float64(t.FP), float64(t.FN)) }

// AttributedF1 counts a statement only with its speaker right.
func (t *Tally) AttributedF1() float64 {
	tp := t.Share("speaker") * float64(t.TP)
	return f1(tp, float64(t.TP+t.FP)-tp, float64(t.TP+t.FN)-tp)
}

// Share is the part of the matched records in which key was right.
func (t *Tally) Share(key string) float64 {
	if t.Of[key] == 0 {
		return 0
	}
	return float64(t.Right[key]) / float64(t.Of[key])
}

func f1(tp, fp, fn float64) float64 {
	if tp == 0 {
		return 0
	}
	return 2 * tp / (2*tp + fp + fn)
}

// String is one line: precision, recall, F1 and the shares that were right.
func (t *Tally) String() string {
	p := float64(t.TP) / float64(max(1, t.TP+t.FP))
	r := float64(t.TP) / float64(max(1, t.TP+t.FN))
	var b strings.Builder
	fmt.Fprintf(&b, "P %.3f  R %.3f  F1 %.3f  (tp %d fp %d fn %d)", p, r, t.F1(), t.TP, t.FP, t.FN)
	keys := make([]string, 0, len(t.Of))
	for k := range t.Of {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	for _, k := range keys {
		fmt.Fprintf(&b, "  %s %.2f", k, t.Share(k))
	}
	if t.Of["speaker"] > 0 {
		fmt.Fprintf(&b, "  F1_attributed %.3f", t.AttributedF1())
	}
	return b.String()
}

// judge counts whether part key of a matched record is right; at says, of a
// wrong one, where and what.
func (t *Tally) judge(key string, right bool, at Error) {
	if t.Of == nil {
		t.Right, t.Of = map[string]int{}, map[string]int{}
	}
	t.Of[key]++
	if right {
		t.Right[key]++
		return
	}
	at.Kind = key
	t.Errors = append(t.Errors, at)
}

// count adds one document's detection, of preds found and of the annotated
// records, and returns the matched pairs (prediction, record) whose record is
// required.
func (t *Tally) count(preds []Error, records []Record, pairScore func(p, g int) float64) [][2]int {
	pairs := match(len(preds), len(records), pairScore)
	used, found := make([]bool, len(preds)), make([]bool, len(records))
	var out [][2]int
	for _, m := range pairs {
		used[m[0]], found[m[1]] = true, true
		if records[m[1]].Required() {
			t.TP++
			out = append(out, m)
		}
	}
	for p, e := range preds {
		if !used[p] {
			t.FP++
			e.Kind = MadeUp
			t.Errors = append(t.Errors, e)
		}
	}
	for g := range records {
		if r := &records[g]; !found[g] && r.Required() {
			t.FN++
			t.Errors = append(t.Errors, Error{Kind: Missed, Document: r.document, Text: r.Anchor})
		}
	}
	return out
}

// match pairs greedily, best first; each side is used once.
func match(preds, records int, pairScore func(p, g int) float64) [][2]int {
	type cand struct {
		s    float64
		p, g int
	}
	var cands []cand
	for p := range preds {
		for g := range records {
			if s := pairScore(p, g); s > 0 {
				cands = append(cands, cand{s, p, g})
			}
		}
	}
	sort.SliceStable(cands, func(i, j int) bool {
		a, b := cands[i], cands[j]
		if a.s != b.s {
			return a.s > b.s
		}
		if a.p != b.p {
			return a.p > b.p
		}
		return a.g > b.g
	})
	usedP, usedG := map[int]bool{}, map[int]bool{}
	var out [][2]int
	for _, c := range cands {
		if !usedP[c.p] && !usedG[c.g] {
			usedP[c.p], usedG[c.g] = true, true
			out = append(out, [2]int{c.p, c.g})
		}
	}
	return out
}

// Overlap is how much of the shorter of two spans is shared, best pair, with
// a small part for likeness in length.
func Overlap(a []model.Span, b []Range) float64 {
	best := 0.0
	for _, x := range a {
		for _, y := range b {
			n := min(x.End, y.End) - max(x.Start, y.Start)
			if n <= 0 {
				continue
			}
			lx, ly := x.End-x.Start, y.End-y.Start
			best = max(best, float64(n)/float64(max(1, min(lx, ly)))+1e-3*float64(n)/float64(max(1, lx, ly)))
		}
	}
	return best
}

func bonus(b bool, x float64) float64 {
	if b {
		return x
	}
	return 0
}

func scoreStatements(t *Tally, d *Document, f *model.Facts) {
	speakers := func(p, g int) bool {
		s, r := &f.Statements[p].Speaker, &d.Statements[g]
		return AnyName([]string{s.Name, s.Surface.Text, s.ActorID}, append([]string{r.Speaker}, r.Alias...))
	}
	var preds []Error
	for _, s := range f.Statements {
		preds = append(preds, Error{Document: d.Name, Text: textOf(s.Evidence), Confidence: s.Finding.Confidence})
	}
	var records []Record
	for _, r := range d.Statements {
		records = append(records, r.Record)
	}
	pairs := t.count(preds, records, func(p, g int) float64 {
		o := Overlap(f.Statements[p].Evidence, d.Statements[g].Spans)
		if o < 0.5 {
			return 0
		}
		return o + bonus(speakers(p, g), 0.5) + bonus(d.Statements[g].Required(), 0.05)
	})
	for _, m := range pairs {
		p, g := &f.Statements[m[0]], &d.Statements[m[1]]
		t.judge("speaker", speakers(m[0], m[1]), preds[m[0]].but(p.Speaker.Name, g.Speaker))
		t.judge("mode", (p.Mode == model.Indirect) == (g.Mode == "indirect"), preds[m[0]].but(string(p.Mode), g.Mode))
		t.judge("act", string(p.Act) == g.Act || string(p.Act) == g.ActAlt, preds[m[0]].but(string(p.Act), g.Act))
	}
}

func scoreQuestions(t *Tally, d *Document, f *model.Facts) {
	var preds []Error
	for _, e := range f.Evidence {
		preds = append(preds, Error{Document: d.Name, Text: e.Span.Text, Confidence: e.Finding.Confidence})
	}
	var records []Record
	for _, r := range d.Questions {
		records = append(records, r.Record)
	}
	pairs := t.count(preds, records, func(p, g int) float64 {
		o := Overlap([]model.Span{f.Evidence[p].Span}, d.Questions[g].Spans)
		if o < 0.5 {
			return 0
		}
		return o + bonus(d.Questions[g].Required(), 0.05)
	})
	for _, m := range pairs {
		p, g := &f.Evidence[m[0]], &d.Questions[m[1]]
		if g.Topic == "regime-change" {
			t.judge("stance", string(p.Stance) == g.Stance, preds[m[0]].but(string(p.Stance), g.Stance))
		}
		t.judge("form", string(p.Form) == g.Form, preds[m[0]].but(string(p.Form), g.Form))
		t.judge("topic", p.Topic == g.Topic, preds[m[0]].but(p.Topic, g.Topic))
	}
}

func scoreIncidents(t *Tally, d *Document, f *model.Facts) {
	kindRight := func(p, g int) bool {
		k, r := string(f.Reports[p].Kind), &d.Incidents[g]
		return k == r.Kind || k == r.KindAlt
	}
	var preds []Error
	for _, r := range f.Reports {
		preds = append(preds, Error{Document: d.Name, Text: textOf(r.Evidence), Confidence: r.Finding.Confidence})
	}
	var records []Record
	for _, r := range d.Incidents {
		records = append(records, r.Record)
	}
	pairs := t.count(preds, records, func(p, g int) float64 {
		r, q := &d.Incidents[g], &f.Reports[p]
		o := Overlap(q.Evidence, r.Spans)
		fam := q.Kind.Family()
		if o < 0.5 || fam != model.Kind(r.Kind).Family() && fam != model.Kind(cmp.Or(r.KindAlt, r.Kind)).Family() {
			return 0
		}
		right, known := DatesAgree(q.When, r)
		return o + bonus(string(q.Kind) == r.Kind, 0.5) + bonus(right && known, 0.2) + bonus(r.Required(), 0.05)
	})
	for _, m := range pairs {
		p, g, at := &f.Reports[m[0]], &d.Incidents[m[1]], preds[m[0]]
		t.judge("kind", kindRight(m[0], m[1]), at.but(string(p.Kind), g.Kind))
		if right, known := DatesAgree(p.When, g); known {
			t.judge("date", right, at.but(p.When.EDTF(), g.From+"/"+g.To))
		}
		judgeNames(t, p, g, at)
		judgeCasualties(t, p, g, at)
	}
}

func judgeNames(t *Tally, p *model.Report, g *Incident, at Error) {
	var places []string
	for _, x := range p.Places {
		places = append(places, x.Name)
	}
	role := func(r model.Role) (out []string) {
		for _, a := range p.Actors {
			if a.Role == r {
				out = append(out, a.Name)
			}
		}
		return out
	}
	for _, c := range []struct {
		key       string
		got, want []string
	}{
		{"places", places, g.Places},
		{"initiators", role(model.Initiator), g.Initiators},
		{"targets", role(model.Target), g.Targets},
	} {
		if len(c.want) > 0 {
			t.judge(c.key, AnyName(c.got, c.want), at.but(strings.Join(c.got, ", "), strings.Join(c.want, ", ")))
		}
	}
}

func judgeCasualties(t *Tally, p *model.Report, g *Incident, at Error) {
	bound := func(x *int) int {
		if x == nil {
			return model.NoLimit
		}
		return *x
	}
	for _, c := range g.Casualties {
		figure, claimed, got := false, false, ""
		for _, q := range p.Casualties {
			figure = figure || q.Min == bound(c.Min) && q.Max == bound(c.Max) && string(q.Outcome) == c.Outcome
			claimed = claimed || q.Min == bound(c.Min) && NamesAgree(q.ClaimedBy, c.ClaimedBy)
			got += fmt.Sprintf("%d–%d %s by %s; ", q.Min, q.Max, q.Outcome, q.ClaimedBy)
		}
		want := fmt.Sprintf("%d–%d %s by %s", bound(c.Min), bound(c.Max), c.Outcome, c.ClaimedBy)
		t.judge("casualties", figure, at.but(got, want))
		if c.ClaimedBy != "" {
			t.judge("claimed_by", claimed, at.but(got, want))
		}
	}
}

// DatesAgree reports whether the dates meet within a day and p is not much
// wider; known is false where the gold gives no date.
func DatesAgree(p model.When, g *Incident) (right, known bool) {
	gf, gt := day(g.From), day(g.To)
	if gf == 0 && gt == 0 {
		return false, false
	}
	if !p.Known() {
		return false, true
	}
	either := func(a, b model.Day) model.Day {
		if a != 0 {
			return a
		}
		return b
	}
	pl, ph := either(p.From, p.To), either(p.To, p.From)
	gl, gh := either(gf, gt), either(gt, gf)
	return pl <= gh+1 && gl <= ph+1 && ph-pl <= 3*(gh-gl)+7, true
}

// day reads an ISO date that may lack its day or month; 0 for "".
func day(s string) model.Day {
	if s == "" {
		return 0
	}
	d, err := model.ParseDay((s + "-01-01")[:10])
	if err != nil {
		return 0
	}
	return d
}
