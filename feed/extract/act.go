package extract

import (
	"strconv"

	"crisisdesk/feed/language"
	"crisisdesk/feed/linear"
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
		inputs, likely := make([]float32, actInputs), make([]float32, len(acts))
		d.actSense(a, mode, inputs)
		x.models.statements.actSense.Probabilities(inputs, likely)
		return model.Act(best(m, &f, likely))
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
			if w.speech.That && (class == string(model.Claim) || class == string(model.Comment)) {
				class = "neutral"
			}
		}
		f.Add("cue lemma", w.lemma)
		f.Add("cue next", w.lemma, d.at(a.cue.to, a.at).lemma)
	}
	f.Add("cue", cue)
	f.Add("class", class)
	f.Add("mode", string(mode), class)
	speaker := "silent"
	if a.speaker.mention >= 0 {
		speaker = d.mentionClass(a.speaker.mention)
	}
	f.Add("speaker", speaker, class)
	side := ""
	if e := a.speaker.entity; e >= 0 {
		who := &d.entities[e]
		side = d.sideOf(who.actor)
		f.AddIf(who.person, "person", class)
		f.AddIf(who.person && side == "", "of no side", class)
		f.AddIf(who.plural, "plural", class)
		for i := who.role.from; i < who.role.to; i++ {
			f.AddIf(d.words[i].people != "", "role", d.words[i].people, class)
		}
	}
	if len(a.content) > 0 {
		d.openingFeatures(f, a.content[0], side, class)
	}
	for _, c := range a.content {
		d.contentFeatures(f, c, side, class)
	}
}

// sideOf is the state or group that an actor of the lexicon speaks for.
func (d *discourse) sideOf(actor string) string {
	if actor == "" {
		return ""
	}
	s, _ := d.lex.Side(actor)
	return s.ID
}

// openingFeatures tell of the subject, the verb group and the denial in the
// first clause of what is said.
func (d *discourse) openingFeatures(f *linear.Features, c stretch, side, class string) {
	subject, verb, group, whose, event, copula := "none", "none", "", "nobody", "", false
	for i := c.from; i < c.to; i++ {
		w := &d.words[i]
		if w.event != "" && event == "" {
			event = w.event
		}
		copula = copula || w.Rel == "cop" && i < c.from+12
	}
	for i := c.from; i < c.to && verb == "none"; i++ {
		w := &d.words[i]
		switch {
		case w.UPOS == language.AUX || w.lemma == "not" || w.Form == "n't":
			group += w.lemma + " "
		case w.verbal():
			verb = w.lemma
			group += w.XPOS
		case subject == "none" && w.mention > 0:
			subject = d.mentionClass(w.mention - 1)
			whose = d.whose(w.mention-1, side)
		}
	}
	f.Add("first subject", subject, class)
	f.Add("first group", group, class)
	f.Add("copula", strconv.FormatBool(copula), class)
	f.Add("copula event", strconv.FormatBool(copula), strconv.FormatBool(event != ""), class)
	f.Add("event group", strconv.FormatBool(event != ""), group, class)
	f.Add("size", bucket((c.to-c.from)/3), class)
	f.Add("first group alone", group)
	f.Add("first verb", verb)
	f.Add("first clause", subject, group)
	f.Add("whose", whose, class)
	f.Add("whose group", whose, group)
	f.Add("whose event", whose, event)
}

// whose says whether a mention belongs to the speaker's side.
func (d *discourse) whose(k int, side string) string {
	m := &d.mentions[k]
	for i := m.from; i < m.to; i++ {
		switch s := d.sideOf(d.words[i].actor); {
		case s == "":
		case s == side:
			return "own"
		case side == "":
			return "some"
		default:
			return "other"
		}
	}
	if m.kind == pronoun {
		return d.words[m.head].lemma
	}
	return "nobody"
}

func (d *discourse) contentFeatures(f *linear.Features, c stretch, side, class string) {
	f.Add("end", d.at(c.to, c.from).Form)
	other, own, denial := false, false, false
	for i := c.from; i < c.to; i++ {
		w := &d.words[i]
		if s := d.sideOf(w.actor); s != "" && side != "" {
			other, own = other || s != side, own || s == side
		}
		denial = denial || negative(w.lemma) || w.Form == "n't"
		if w.mark() || w.UPOS == language.DET {
			continue
		}
		f.Add("word", w.lemma)
		f.AddIf(len(w.lemma) > 5, "stem", w.lemma[:min(5, len(w.lemma))])
		f.AddIf(w.XPOS == "MD" || w.lemma == "need", "modal", w.lemma, class)
		f.AddIf(w.hedge != "", "hedge", w.hedge, class)
		f.AddIf(w.hedge != "", "hedge alone", w.hedge)
		f.AddIf(i < c.from+3, "opening", w.lemma, class)
		f.AddIf(i < c.from+2, "opening word", w.lemma)
		f.AddIf(w.UPOS == language.NUM, "number", class)
		if w.speech != nil {
			f.Add("speech inside", w.speech.Act)
			f.Add("speech inside class", w.speech.Act, class)
		}
		if n := d.at(i+1, i); n.UPOS == language.VERB || w.UPOS == language.AUX || w.lemma == "no" {
			f.Add("pair", w.lemma, n.lemma)
		}
		f.AddIf(w.event != "", "event", w.event, class)
		f.AddIf(w.event != "", "any event", class)
	}
	f.AddIf(denial, "denial", class)
	f.AddIf(other && own, "both sides", class)
	f.AddIf(other && !own, "other side", class)
	f.AddIf(own && !other, "own side", class)
}

func negative(lemma string) bool {
	switch lemma {
	case "no", "not", "never", "none", "nothing", "nobody", "neither", "nor", "without":
		return true
	}
	return false
}
