package export

import "crisisdesk/model"

type documentRecord struct {
	Type        string          `json:"type"`
	ID          string          `json:"id"`
	Path        string          `json:"path"`
	SHA256      string          `json:"sha256"`
	Title       string          `json:"title"`
	Outlet      string          `json:"outlet"`
	Authors     []string        `json:"authors"`
	Published   publishedRecord `json:"published"`
	Language    string          `json:"language"`
	Text        [][2]int        `json:"text"`                  // kept passages, byte offsets
	Reliability string          `json:"reliability,omitempty"` // Admiralty letter, where an officer gave one
	Marking     string          `json:"marking,omitempty"`     // "TLP:AMBER", where one was asked for
}

func (e *encoder) document(d *model.Document) documentRecord {
	text := make([][2]int, 0, len(d.Passages))
	for _, p := range d.Passages {
		text = append(text, [2]int{p.Start, p.End})
	}
	return documentRecord{
		Type: "document", ID: string(d.ID), Path: d.Path, SHA256: d.SHA256, Title: d.Title, Outlet: d.Outlet,
		Authors: list(d.Authors), Published: publishedRecord{date(d.Published.When), string(d.Published.KnownFrom)},
		Language: d.Language, Text: text, Reliability: e.rated(d.ID), Marking: e.marking,
	}
}

type incidentRecord struct {
	Type       string           `json:"type"`
	ID         string           `json:"id"`
	Kind       string           `json:"kind"`
	ACLED      string           `json:"acled"`
	PLOVER     string           `json:"plover"`
	Summary    string           `json:"summary"`
	Date       dateRecord       `json:"date"`
	Places     []placeRecord    `json:"places"`
	Actors     []actorRecord    `json:"actors"`
	Casualties []casualtyRecord `json:"casualties"`
	Bounds     []boundsRecord   `json:"bounds,omitempty"`
	Status     string           `json:"status"`
	Origins    int              `json:"origins"`
	Evidence   []spanRecord     `json:"evidence"`
	Marking    string           `json:"marking,omitempty"` // "TLP:AMBER", where one was asked for
}

type placeRecord struct {
	Name    string   `json:"name"`
	Country string   `json:"country"`
	Lat     *float64 `json:"lat"`
	Lon     *float64 `json:"lon"`
}

type actorRecord struct {
	Name string `json:"name"`
	ID   string `json:"id"`
	Role string `json:"role"`
}

type casualtyRecord struct {
	Who       string        `json:"who"`
	Outcome   string        `json:"outcome"`
	Min       int           `json:"min"`
	Max       *int          `json:"max"`
	ClaimedBy *string       `json:"claimed_by"`
	Evidence  []rangeRecord `json:"evidence"`
}

// boundsRecord is what all that is said of one toll leaves open: the lowest and
// the highest figure (null: no limit), as UCDP has them, the one that ACLED
// would code, and how the figures stand to each other.
type boundsRecord struct {
	Outcome  string `json:"outcome"`
	Whose    string `json:"whose"`
	Relation string `json:"relation"`
	Low      int    `json:"low"`
	High     *int   `json:"high"`
	Floor    int    `json:"floor"`
}

func bounds(disputes []model.Dispute) []boundsRecord {
	var out []boundsRecord
	for _, d := range disputes {
		b, ok := d.Bounds()
		if !ok {
			continue
		}
		r := boundsRecord{Outcome: string(d.Measure), Whose: d.Whose, Relation: string(d.Relation), Low: b.Low, Floor: b.Floor}
		if b.High != model.NoLimit {
			r.High = &b.High
		}
		out = append(out, r)
	}
	return out
}

func (e *encoder) incident(i *model.Incident) incidentRecord {
	r := incidentRecord{
		Type: "incident", ID: string(i.ID), Kind: string(i.Kind), ACLED: i.Kind.ACLED(), PLOVER: i.Kind.PLOVER(),
		Summary: i.Summary, Date: date(i.When), Places: []placeRecord{}, Actors: []actorRecord{},
		Casualties: []casualtyRecord{}, Bounds: bounds(e.snapshot.Disputes(i)), Status: string(i.Status), Origins: len(i.Origins), Evidence: e.spans(i.Evidence()), Marking: e.marking,
	}
	for _, p := range i.Places {
		r.Places = append(r.Places, place(p))
	}
	for _, a := range i.Actors {
		r.Actors = append(r.Actors, actorRecord{a.Name, a.ID, string(a.Role)})
	}
	for _, c := range i.Casualties() {
		r.Casualties = append(r.Casualties, e.casualty(c))
	}
	return r
}

// place leaves coordinates null for a name that no gazetteer knows.
func place(p model.Place) placeRecord {
	r := placeRecord{Name: p.Name, Country: p.Country}
	if p.ID != "" {
		r.Lat, r.Lon = &p.Lat, &p.Lon
	}
	return r
}

func (e *encoder) casualty(c model.Casualty) casualtyRecord {
	r := casualtyRecord{
		Who: c.Who, Outcome: string(c.Outcome), Min: c.Min, ClaimedBy: stringOrNull(c.ClaimedBy),
		Evidence: []rangeRecord{e.where(c.Evidence)},
	}
	if c.Max != model.NoLimit {
		r.Max = &c.Max
	}
	return r
}

type statementRecord struct {
	Type      string        `json:"type"`
	ID        string        `json:"id"`
	Speaker   speakerRecord `json:"speaker"`
	Act       string        `json:"act"`
	Mode      string        `json:"mode"`
	Text      string        `json:"text"`
	Addressee string        `json:"addressee"`
	Date      dateRecord    `json:"date"`
	Cue       *rangeRecord  `json:"cue"` // null where nothing reports it but the quotation marks
	Evidence  []spanRecord  `json:"evidence"`
	Marking   string        `json:"marking,omitempty"` // "TLP:AMBER", where one was asked for
}

type speakerRecord struct {
	Name        string `json:"name"`
	Actor       string `json:"actor"`
	Role        string `json:"role"`
	Affiliation string `json:"affiliation"`
	Surface     string `json:"surface"`
	Start       int    `json:"start"`
	End         int    `json:"end"`
}

func (e *encoder) statement(s *model.Statement) statementRecord {
	sp := s.Speaker
	r := statementRecord{
		Type: "statement", ID: string(s.ID),
		Speaker: speakerRecord{sp.Name, sp.ActorID, sp.Role, sp.Affiliation, sp.Surface.Text, sp.Surface.Start, sp.Surface.End},
		Act:     string(s.Act), Mode: string(s.Mode), Text: s.Text, Addressee: s.Addressee, Date: date(s.When),
		Evidence: e.spans(s.Evidence), Marking: e.marking,
	}
	if s.Cue.End > s.Cue.Start {
		r.Cue = &rangeRecord{Start: s.Cue.Start, End: s.Cue.End}
	}
	return r
}

type questionRecord struct {
	Type     string           `json:"type"`
	ID       string           `json:"id"`
	Text     string           `json:"text"`
	Topic    string           `json:"topic"`
	State    string           `json:"state"`
	For      int              `json:"for"`
	Against  int              `json:"against"`
	Parent   string           `json:"parent,omitempty"`  // ID of the broader question
	History  []stepRecord     `json:"history,omitempty"` // how it came to stand so by the machine's rules, oldest first
	Evidence []evidenceRecord `json:"evidence"`
	Marking  string           `json:"marking,omitempty"` // "TLP:AMBER", where one was asked for
}

// stepRecord is a step in the life of a question.
type stepRecord struct {
	State string       `json:"state"`
	On    *string      `json:"on"` // null where what moved it bears no date
	By    *rangeRecord `json:"by"` // what moved it, null where time alone did
}

func (e *encoder) history(steps []model.StateChange) []stepRecord {
	var out []stepRecord
	for _, s := range steps {
		r := stepRecord{State: string(s.To), On: dayOrNull(s.On)}
		if s.By != nil {
			where := e.where(s.By.Span())
			r.By = &where
		}
		out = append(out, r)
	}
	return out
}

type evidenceRecord struct {
	rangeRecord
	Form   string `json:"form"`
	Stance string `json:"stance"`
	Origin string `json:"origin"`
	Text   string `json:"text"`

	Reliability string `json:"reliability,omitempty"` // as that of spanRecord
}

func (e *encoder) question(q *model.Question) questionRecord {
	r := questionRecord{
		Type: "question", ID: string(q.ID), Text: q.Text, Topic: q.Topic, State: string(q.State),
		For: q.For, Against: q.Against, Parent: string(q.Parent), History: e.history(q.History), Evidence: make([]evidenceRecord, 0, q.Evidence.Len()), Marking: e.marking,
	}
	for v := range q.Evidence.All() {
		r.Evidence = append(r.Evidence, evidenceRecord{e.where(v.Span()), string(v.Form()), string(v.Stance()), v.Origin().Name, v.Span().Text, e.rated(v.Document())})
	}
	return r
}
