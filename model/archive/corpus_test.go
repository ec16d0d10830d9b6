package archive

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"math/rand/v2"
	"strings"

	"crisisdesk/model"
)

// corpus makes documents of about 350 words with the density of real ones: 5
// reports, 13 statements and 9 pieces of evidence each.
type corpus struct {
	random *rand.Rand
	words  *rand.Zipf
	made   int
}

func newCorpus(seed uint64) *corpus {
	random := rand.New(rand.NewPCG(seed, 0))
	return &corpus{random: random, words: rand.NewZipf(random, 1.1, 8, 30_000)}
}

var commonWords = strings.Fields("the of said and to in Pakistan Taliban Kabul border that strikes officials on ceasefire Afghan " +
	"killed talks Doha was Islamabad forces TTP Torkham by from were Qatar Turkey militants ministry")

func (c *corpus) word() string {
	n := int(c.words.Uint64())
	if n < len(commonWords) {
		return commonWords[n]
	}
	const syllables = "ka ba ri no lu shi ter man dor vel gha zin pur khe sta mo qui ler ash end"
	parts := strings.Fields(syllables)
	var b strings.Builder
	for ; n > 0; n /= len(parts) {
		b.WriteString(parts[n%len(parts)])
	}
	return b.String()
}

// next is one more document.
func (c *corpus) next() Record {
	var b strings.Builder
	var sentences []model.Span
	for range 18 {
		start := b.Len()
		for range 12 + c.random.IntN(16) {
			b.WriteString(c.word() + " ")
		}
		sentences = append(sentences, model.Span{Start: start, End: b.Len() - 1})
		b.WriteString("\n")
	}
	text := b.String()
	sum := sha256.Sum256([]byte(text))
	c.made++
	sketch := model.NewSketch(text)
	outlet := c.random.IntN(40)
	d := &model.Document{
		ID: model.DocumentID(hex.EncodeToString(sum[:8])), Path: fmt.Sprintf("day-%02d/%06d.txt", c.made/200, c.made),
		SHA256: hex.EncodeToString(sum[:]), Size: len(text), Title: c.word() + " " + c.word() + " " + c.word(),
		Sketch: sketch,
		Outlet: fmt.Sprint("Outlet ", outlet), OutletID: fmt.Sprint("outlet-", outlet), Authors: []string{"A. Writer"}, Language: "en",
		Published: model.Published{When: model.OnDay(model.NewDay(2025, 10, 1+c.made/200)), KnownFrom: model.GroundDateline},
	}
	for i, s := range sentences {
		s.Document, s.Text = d.ID, text[s.Start:s.End]
		sentences[i] = s
		d.Passages = append(d.Passages, model.Passage{Start: s.Start, End: s.End})
	}
	return Record{Facts: c.facts(d, sentences), Text: text}
}

// one chooses of a list, the first much oftener than the last.
func one[T any](c *corpus, list []T) T {
	return list[int(c.random.Float64()*c.random.Float64()*float64(len(list)))]
}

var (
	corpusKinds = []model.Kind{model.Airstrike, model.Clash, model.Attack, model.Talks, model.Ceasefire, model.Closure, model.Bombing, model.Killing}
	corpusSides = []string{"pakistan", "taliban", "ttp", "afghanistan", "qatar", "india", "turkey", "iskp"}
)

// place is one of the sixty that documents name.
func (c *corpus) place() model.Place {
	n := int(c.random.Float64() * c.random.Float64() * 60)
	country := []string{"afghanistan", "pakistan"}[n%2]
	name := "Place " + string(rune('A'+n))
	return model.Place{ID: fmt.Sprint("place-", n), Name: name, Country: country[:2], Kind: "city", Lat: 34.53, Lon: float64(n),
		Within: []string{fmt.Sprint("province-", n%7), country}}
}

func (c *corpus) actor(r model.Role) model.Actor {
	side := one(c, corpusSides)
	return model.Actor{ID: side, Name: strings.ToUpper(side), Side: side, Role: r}
}

func (c *corpus) facts(d *model.Document, sentences []model.Span) *model.Facts {
	f := &model.Facts{Document: d}
	sentence := func() model.Span { return sentences[c.random.IntN(len(sentences))] }
	part := func(s model.Span, from, to int) model.Span {
		return model.Span{Document: s.Document, Start: s.Start + from, End: s.Start + to, Text: s.Text[from:to]}
	}
	by := func(name string) model.Finding { return model.Finding{By: name, Confidence: c.random.Float32()} }
	own := model.Origin{Key: d.OutletID, Name: d.Outlet}
	for i := range 5 {
		s := sentence()
		r := model.Report{
			ID: model.ReportID(fmt.Sprintf("%s-%08x", d.ID, i)), Document: d.ID, Kind: one(c, corpusKinds),
			When: model.OnDay(d.Published.From - model.Day(c.random.IntN(10))), Places: []model.Place{c.place()},
			Actors: []model.Actor{c.actor(model.Initiator), c.actor(model.Target)},
			Status: model.Reported, Origin: own, Summary: s.Text, Evidence: []model.Span{s, sentence()}, Finding: by("model:tell"),
		}
		if i%2 == 0 {
			side := one(c, corpusSides)
			r.Casualties = []model.Casualty{{Who: "militants", Outcome: model.Killed, Min: 1 + c.random.IntN(200), Max: model.NoLimit, ClaimedBy: side, Evidence: part(s, 5, 40)}}
		}
		f.Reports = append(f.Reports, r)
	}
	for range 13 {
		s := sentence()
		n := int(c.random.Float64() * c.random.Float64() * 2_000)
		side := corpusSides[n%len(corpusSides)]
		f.Statements = append(f.Statements, model.Statement{
			ID: model.StatementID(fmt.Sprintf("%s:s%d", d.ID, s.Start+12)), Document: d.ID, Act: model.Claim, Mode: model.Indirect, Text: s.Text[12:], When: d.Published.When,
			Speaker: model.Speaker{Name: fmt.Sprint("Zabihullah Mujahid ", n), ActorID: fmt.Sprint("person-", n), Side: side, Role: "spokesman", Affiliation: side, Surface: part(s, 0, 7)},
			Cue:     part(s, 8, 12), Evidence: []model.Span{part(s, 12, len(s.Text))}, Origin: own, Finding: by("cue:said"),
		})
	}
	for range 9 {
		s := sentence()
		topic := "" // it stands alone
		if c.random.IntN(16) > 0 {
			topic = one(c, []string{"regime-change", "ceasefire-holds", "ttp-soil", "crossings"})
		}
		f.Evidence = append(f.Evidence, model.Evidence{
			Span: s, Topic: topic, Form: model.Rumour, Stance: model.Raises, By: "officials",
			Origin: model.Origin{Key: fmt.Sprint("outlet-", c.random.IntN(40)), Name: "New Lines Magazine"}, When: d.Published.When, Finding: by("form:rumour"),
		})
	}
	return f
}
