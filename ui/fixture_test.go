package ui

import (
	"fmt"
	"strings"
	"time"

	"crisisdesk/model"
)

// A small desk in the words of the field: three documents that contradict and
// echo each other, two files that cannot be read.

var noon = time.Date(2026, time.February, 27, 8, 12, 0, 0, time.UTC)

const dawnText = `Home | Live | Subscribe
Blasts heard in Kabul as ministers trade blame
Published October 10, 2025

KABUL, Oct 10 — Air strikes hit the centre of Kabul on Thursday night, residents said. The Taliban said Pakistan had killed 15 civilians. Pakistan’s army said “more than 200” militants had been killed along the border, and neither accepted nor denied the strikes in the capital.

"We will answer every violation of our air space," said Zabihullah Mujahid, a spokesman of the Taliban government.

It is not known whether Noor Wali Mehsud, chief of the TTP, was hit.

Share this article
`

const wireText = `ISLAMABAD, Oct 12 — Fighting broke out along the Durand Line overnight. The Taliban said 58 Pakistani soldiers had been killed; Pakistan said 23.

"The ball is in their court," Prime Minister Shehbaz Sharif said of a truce.
`

const columnText = `Nobody explains the war

Rumour has it that Islamabad wants the Taliban gone. Air strikes hit Kabul, wrote The Courier.
`

// reading makes the facts of one document out of its text, finding each span
// by its words.
type reading struct {
	facts model.Facts
	text  string
}

func read(path, outlet, text string, published model.When) *reading {
	d := &model.Document{
		ID: model.DocumentID("d-" + path), Path: path, Outlet: outlet, OutletID: strings.ToLower(outlet),
		Title: strings.SplitN(text, "\n", 2)[0], Size: len(text),
		Published: model.Published{When: published, KnownFrom: model.GroundDateline},
		Passages:  []model.Passage{{Start: 0, End: len(text)}},
	}
	return &reading{model.Facts{Document: d}, text}
}

func (r *reading) span(words string) model.Span {
	i := strings.Index(r.text, words)
	if i < 0 {
		panic("no such words: " + words)
	}
	return model.Span{Document: r.facts.Document.ID, Start: i, End: i + len(words), Text: words}
}

func (r *reading) origin() model.Origin {
	return model.Origin{Key: r.facts.Document.OutletID, Name: r.facts.Document.Outlet}
}

func (r *reading) report(x model.Report, words ...string) *reading {
	x.ID = model.ReportID(fmt.Sprintf("r-%s-%d", r.facts.Document.Path, len(r.facts.Reports)))
	x.Document = r.facts.Document.ID
	for _, w := range words {
		x.Evidence = append(x.Evidence, r.span(w))
	}
	x.Summary = words[0]
	if x.Origin.Key == "" {
		x.Origin = r.origin()
	}
	if x.Status == "" {
		x.Status = model.Reported
	}
	x.Finding = model.Finding{By: "strike/1", Confidence: 0.9}
	r.facts.Reports = append(r.facts.Reports, x)
	return r
}

func (r *reading) statement(s model.Statement, surface, words string) *reading {
	s.ID = model.StatementID(fmt.Sprintf("s-%s-%d", r.facts.Document.Path, len(r.facts.Statements)))
	s.Document = r.facts.Document.ID
	s.Speaker.Surface = r.span(surface)
	s.Cue = r.span("said")
	s.Text = words
	s.Evidence = []model.Span{r.span(words)}
	s.Origin = r.origin()
	s.Finding = model.Finding{By: "quote/2"}
	r.facts.Statements = append(r.facts.Statements, s)
	return r
}

func (r *reading) evidence(e model.Evidence, words string) *reading {
	e.Span = r.span(words)
	e.Origin = r.origin()
	e.When = r.facts.Document.Published.When
	e.Finding = model.Finding{By: "rumour/1"}
	r.facts.Evidence = append(r.facts.Evidence, e)
	return r
}

func (r *reading) update() model.Update {
	return model.Update{Path: r.facts.Document.Path, Facts: &r.facts}
}

func date(y int, m time.Month, d int) model.When { return model.OnDay(model.NewDay(y, m, d)) }

var (
	kabul    = model.Place{ID: "kabul", Name: "Kabul", Country: "AF", Kind: "city"}
	durand   = model.Place{ID: "durand-line", Name: "Durand Line", Kind: "feature"}
	pakistan = model.Actor{ID: "pakistan", Name: "Pakistan", Side: "pakistan"}
	taliban  = model.Actor{ID: "taliban", Name: "Taliban", Side: "taliban"}
	ttp      = model.Actor{ID: "ttp", Name: "TTP", Side: "ttp"}
)

func as(a model.Actor, role model.Role) model.Actor {
	a.Role = role
	return a
}

func standingQuestions() []model.Standing {
	return []model.Standing{
		{Topic: "regime-change", Text: "Does Pakistan seek regime change in Kabul?"},
		{Topic: "mehsud", Text: "Was TTP chief Noor Wali Mehsud hit on 9 October?"},
		{Topic: "ceasefire", Text: "Is the ceasefire holding?"},
	}
}

func dawn() *reading {
	r := read("2025-10-10-dawn.txt", "Dawn", dawnText, date(2025, time.October, 10))
	end := strings.Index(dawnText, "\n\nShare")
	r.facts.Document.Passages = []model.Passage{{Start: strings.Index(dawnText, "Blasts"), End: end}}
	killed := func(who string, low, high int, by, words string) model.Casualty {
		return model.Casualty{Who: who, Outcome: model.Killed, Min: low, Max: high, ClaimedBy: by, Evidence: r.span(words)}
	}
	return r.
		report(model.Report{
			Kind: model.Airstrike, When: date(2025, time.October, 9), Places: []model.Place{kabul},
			Actors: []model.Actor{as(pakistan, model.Initiator), as(ttp, model.Target)},
			Casualties: []model.Casualty{
				killed("civilians", 15, 15, "Taliban", "killed 15 civilians"),
				killed("militants", 200, model.NoLimit, "Pakistan", "“more than 200” militants had been killed"),
			},
			Status: model.Claimed, ClaimedBy: "Taliban",
		}, "Air strikes hit the centre of Kabul on Thursday night", "the strikes in the capital").
		statement(model.Statement{
			Speaker: model.Speaker{Name: "Zabihullah Mujahid", Side: "taliban", Role: "spokesman", Affiliation: "Taliban government"},
			Act:     model.Threaten, Mode: model.Direct, When: date(2025, time.October, 10),
		}, "Zabihullah Mujahid", "We will answer every violation of our air space,").
		statement(model.Statement{
			Speaker: model.Speaker{Name: "Pakistan’s army", ActorID: "pakistan-army", Side: "pakistan"},
			Act:     model.Claim, Mode: model.Mixed, When: date(2025, time.October, 10),
		}, "Pakistan’s army", "“more than 200” militants had been killed along the border").
		evidence(model.Evidence{Topic: "mehsud", Form: model.Unconfirmed, Stance: model.Raises},
			"It is not known whether Noor Wali Mehsud, chief of the TTP, was hit.")
}

func wire() *reading {
	r := read("2025-10-12-wire.txt", "Wire", wireText, date(2025, time.October, 12))
	return r.
		report(model.Report{
			Kind: model.Clash, When: model.Between(model.NewDay(2025, time.October, 11), model.NewDay(2025, time.October, 12)),
			Places: []model.Place{durand},
			Actors: []model.Actor{as(taliban, model.Initiator), as(pakistan, model.Initiator)},
			Casualties: []model.Casualty{
				{Who: "Pakistani soldiers", Outcome: model.Killed, Min: 58, Max: 58, ClaimedBy: "Taliban", Evidence: r.span("58 Pakistani soldiers had been killed")},
				{Who: "Pakistani soldiers", Outcome: model.Killed, Min: 23, Max: 23, ClaimedBy: "Pakistan", Evidence: r.span("Pakistan said 23")},
			},
		}, "Fighting broke out along the Durand Line overnight").
		statement(model.Statement{
			Speaker: model.Speaker{Name: "Shehbaz Sharif", Side: "pakistan", Role: "Prime Minister"},
			Act:     model.Offer, Mode: model.Direct, When: date(2025, time.October, 12), Addressee: "Taliban",
		}, "Shehbaz Sharif", "The ball is in their court,")
}

func opinion() *reading {
	r := read("undated-opinion.txt", "", columnText, model.When{})
	r.facts.Document.OutletID = "undated-opinion.txt"
	return r.
		report(model.Report{
			Kind: model.Airstrike, Places: []model.Place{kabul},
			When:   model.Between(model.NewDay(2025, time.October, 1), model.NewDay(2025, time.October, 31)),
			Actors: []model.Actor{as(pakistan, model.Initiator)}, Origin: model.Origin{Key: "courier", Name: "The Courier"},
		}, "Air strikes hit Kabul").
		evidence(model.Evidence{Topic: "regime-change", Form: model.Rumour, Stance: model.Supports},
			"Rumour has it that Islamabad wants the Taliban gone.")
}

func unreadable() []model.Update {
	return []model.Update{
		{Path: "scan.pdf", Problem: &model.Problem{Path: "scan.pdf", Reason: "pdftotext is not installed", Since: noon, Times: 1}},
		{Path: "huge.txt", Problem: &model.Problem{Path: "huge.txt", Reason: "50 MB, more than the 8 MiB that a document may have", Since: noon, Times: 3}},
	}
}

// desk is a board with the small desk on it.
func desk() *model.Board {
	b := model.NewBoard(standingQuestions())
	updates := append(unreadable(), dawn().update(), wire().update())
	b.Apply(updates, model.Progress{Complete: true, Watch: "inotify"})
	return b
}

// texts are the documents of the small desk by path.
var texts = map[string]string{
	"2025-10-10-dawn.txt": dawnText,
	"2025-10-12-wire.txt": wireText,
	"undated-opinion.txt": columnText,
	"hostile.txt":         hostileText,
	"اردو-12.txt":         urduText,
}

const hostileText = "Quiet day\x1b[2J\x1b]0;owned\x07 in Kabul\n" +
	"Air strikes hit Kabul, 200 killed\rFAKE: nobody killed\n" +
	"\u202eton si siht\u202c \u009b31m zero\u200bwidth e\u0301\u0301\u0301\u0301\u0301\u0301 \U000e0041 \xff\n" +
	"اسلام آباد 中文 ⚡️ 👍🏽 👨‍👩‍👧 tab\there\n" +
	"\u0301starts with a mark \x1b]8;;http://evil\x07link\x1b]8;;\x07 \x1b[8mhidden\x1b[m\n"

// hostile is a document whose every name tries to fool the terminal.
func hostile() *reading {
	r := read("hostile.txt", "Ev\x1b[31mil\r", hostileText, date(2025, time.October, 14))
	evil := model.Actor{Name: "A\x1b[2Jctor\u202e\r\n", Role: model.Initiator}
	return r.
		report(model.Report{
			Kind: model.Airstrike, When: date(2025, time.October, 14),
			Places: []model.Place{{Name: "K\babul\u200b\t中文"}}, Actors: []model.Actor{evil},
			Origin: model.Origin{Key: "x", Name: "\x9bOrigin"},
		}, "Air strikes hit Kabul, 200 killed\rFAKE: nobody killed").
		statement2(evil.Name, "\u202eton si siht\u202c \u009b31m zero\u200bwidth e\u0301\u0301\u0301\u0301\u0301\u0301").
		evidence(model.Evidence{Topic: "to\x1bpic", Text: "Is it \x1b]8;;http://evil\x07true\x1b]8;;\x07?\u2028", Form: model.Explicit, Stance: model.Raises},
			"اسلام آباد 中文 ⚡️ 👍🏽 👨‍👩‍👧 tab\there")
}

func (r *reading) statement2(name, words string) *reading {
	r.facts.Statements = append(r.facts.Statements, model.Statement{
		ID: "s-hostile", Document: r.facts.Document.ID, Act: model.Claim, Mode: model.Direct, When: date(2025, time.October, 14),
		Speaker: model.Speaker{Name: name, Role: "\x07bell"}, Text: words, Evidence: []model.Span{r.span(words)},
	})
	return r
}

// toldOf are reports as a board shows them.
func toldOf(reports ...model.Report) (told []*model.Told) {
	for _, r := range reports {
		f := &model.Facts{Document: &model.Document{}, Reports: []model.Report{r}}
		s := model.NewBoard(nil).Apply([]model.Update{{Facts: f}}, model.Progress{})
		told = append(told, s.Incidents.At(0).Reports...)
	}
	return told
}
