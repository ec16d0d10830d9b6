package extract

import "crisisdesk/model"

// judgeByRule reads the form of sentence i off its question mark, else off
// the first of its hedges, and the leaning off the form and off the words that
// the lexicon gives for the question.
func judgeByRule(r *reading, i int) verdict {
	v := verdict{topic: model.Uncovered}
	switch hedges := r.marks[i].hedges; {
	case r.asks[i]:
		v.form, v.finding.By = model.Explicit, "question mark"
	case len(hedges) > 0:
		v.form, v.finding.By = model.Form(hedges[0].Entries[0].Form), "hedge: "+hedges[0].Entries[0].Lemma
	default:
		return v
	}
	v.stance = stanceByRule(v.form)
	b := heaviest(r.bears[i])
	if b == nil {
		return v
	}
	v.topic = b.Question.Topic
	if b.Question.Standing {
		v.text = b.Question.Text
	}
	switch {
	case v.form == model.Explicit:
	case b.Supports > b.Opposes:
		v.stance = model.Supports
	case b.Opposes > b.Supports:
		v.stance = model.Opposes
	}
	return v
}

// stanceByRule is how most sentences of a form lean.
func stanceByRule(form model.Form) model.Stance {
	switch form {
	case model.DisputedFor, model.Argument:
		return model.Opposes
	case model.Rumour, model.Forecast:
		return model.Supports
	}
	return model.Raises
}
