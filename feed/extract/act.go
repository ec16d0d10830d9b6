package extract

import (
	"crisisdesk/feed/extract/linear"
	"crisisdesk/model"
)

var acts = []string{
	string(model.Claim), string(model.Deny), string(model.Accuse), string(model.Demand), string(model.Warn), string(model.Threaten),
	string(model.Condemn), string(model.Promise), string(model.Offer), string(model.Appeal), string(model.Announce), string(model.Praise),
	string(model.Comment),
}

// act says what the speaker does by what is said.
func (x *Extractor) act(d *discourse, a *said, mode model.Mode) model.Act {
	if m := x.models.statements.act; m != nil {
		var f linear.Features
		d.actFeatures(&f, a, mode)
		best, _ := m.Best(&f)
		return model.Act(best)
	}
	if a.at >= 0 && d.words[a.at].speech != nil {
		return model.Act(d.words[a.at].speech.Act)
	}
	return model.Comment
}

// actFeatures describes a statement by its cue, its words and its speaker.
func (d *discourse) actFeatures(f *linear.Features, a *said, mode model.Mode) {
	f.Reset()
	cue, class := "none", "none"
	if a.at >= 0 {
		w := &d.words[a.at]
		cue = w.lemma
		if w.speech != nil {
			class = w.speech.Act
			cue = w.speech.Lemma
		}
	}
	f.Add("cue", cue)
	f.Add("class", class)
	f.Add("mode", string(mode), class)
	if a.speaker.mention >= 0 {
		f.Add("speaker", d.mentionClass(a.speaker.mention), class)
	}
	if e := a.speaker.entity; e >= 0 {
		f.AddIf(d.entities[e].person, "person", class)
	}
	for n, c := range a.content {
		previous := "start"
		for i := c.from; i < c.to; i++ {
			w := &d.words[i]
			if w.mark() {
				continue
			}
			f.Add("word", w.lemma)
			f.Add("pair", previous, w.lemma)
			f.AddIf(i < c.from+3 && n == 0, "opening", w.lemma, class)
			f.AddIf(w.speech != nil, "speech inside", speechAct(w))
			previous = w.lemma
		}
		f.Add("end", d.at(c.to, c.from).Form)
	}
}

func speechAct(w *word) string {
	if w.speech == nil {
		return ""
	}
	return w.speech.Act
}
