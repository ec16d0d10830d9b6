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
	d := &model.Document{
		ID: model.DocumentID(hex.EncodeToString(sum[:8])), Path: fmt.Sprintf("day-%02d/%06d.txt", c.made/200, c.made),
		SHA256: hex.EncodeToString(sum[:]), Size: len(text), Title: c.word() + " " + c.word() + " " + c.word(),
		Outlet: "Dawn", OutletID: "dawn", Authors: []string{"A. Writer"}, Language: "en",
		Published: model.Published{When: model.OnDay(model.NewDay(2025, 10, 1+c.made/200)), KnownFrom: model.GroundDateline},
	}
	for i, s := range sentences {
		s.Document, s.Text = d.ID, text[s.Start:s.End]
		sentences[i] = s
		d.Passages = append(d.Passages, model.Passage{Start: s.Start, End: s.End})
	}
	return Record{Facts: c.facts(d, sentences), Text: text}
}

func (c *corpus) facts(d *model.Document, sentences []model.Span) *model.Facts {
	f := &model.Facts{Document: d}
	sentence := func() model.Span { return sentences[c.random.IntN(len(sentences))] }
	part := func(s model.Span, from, to int) model.Span {
		return model.Span{Document: s.Document, Start: s.Start + from, End: s.Start + to, Text: s.Text[from:to]}
	}
	by := model.Finding{By: "model:tell", Confidence: c.random.Float32()}
	for i := range 5 {
		s := sentence()
		f.Reports = append(f.Reports, model.Report{
			ID: model.ReportID(fmt.Sprintf("%s-%08x", d.ID, i)), Document: d.ID, Kind: model.Airstrike, When: d.Published.When,
			Places:     []model.Place{{ID: "kabul", Name: "Kabul", Country: "AF", Kind: "city", Lat: 34.53, Lon: 69.17, Within: []string{"kabul-province", "afghanistan"}}},
			Actors:     []model.Actor{{ID: "pakistan", Name: "Pakistan", Side: "pakistan", Role: model.Initiator}, {ID: "ttp", Name: "TTP", Side: "ttp", Role: model.Target}},
			Casualties: []model.Casualty{{Who: "militants", Outcome: model.Killed, Min: 200, Max: model.NoLimit, ClaimedBy: "Pakistan", Evidence: part(s, 5, 40)}},
			Status:     model.Reported, Origin: model.Origin{Key: "dawn", Name: "Dawn"}, Summary: s.Text, Evidence: []model.Span{s, sentence()}, Finding: by,
		})
	}
	for i := range 13 {
		s := sentence()
		f.Statements = append(f.Statements, model.Statement{
			ID: model.StatementID(fmt.Sprintf("%s:s%d", d.ID, i)), Document: d.ID, Act: model.Claim, Mode: model.Indirect, Text: s.Text[12:], When: d.Published.When,
			Speaker: model.Speaker{Name: "Zabihullah Mujahid", ActorID: "mujahid", Side: "taliban", Role: "spokesman", Affiliation: "Taliban", Surface: part(s, 0, 7)},
			Cue:     part(s, 8, 12), Evidence: []model.Span{part(s, 12, len(s.Text))}, Origin: model.Origin{Key: "dawn", Name: "Dawn"}, Finding: by,
		})
	}
	for range 9 {
		f.Evidence = append(f.Evidence, model.Evidence{
			Span: sentence(), Topic: "regime-change", Form: model.Rumour, Stance: model.Raises, By: "officials",
			Origin: model.Origin{Key: "new-lines", Name: "New Lines Magazine"}, When: d.Published.When, Finding: by,
		})
	}
	return f
}
