package extract

import "crisisdesk/feed/linear"

// openFeatures describes sentence i for the model that finds what leaves
// something open, and for the model that says in which form.
func openFeatures(f *linear.Features, r *reading, i int) {
	sentenceFeatures(f, r, i)
	bearingFeatures(f, r, i)
	placeFeatures(f, r, i)
	pageFeatures(f, r, i)
	aroundFeatures(f, r, i)
}

// sentenceFeatures are what the sentence says for itself.
func sentenceFeatures(f *linear.Features, r *reading, i int) {
	wordFeatures(f, r.words[i], r.cues[i])
	cueFeatures(f, r.cues[i])
	markFeatures(f, r, i)
	clauseFeatures(f, &r.sentences[i])
}

// wordFeatures are runs of words, as they stand and with cue words replaced
// by their class.
func wordFeatures(f *linear.Features, words []string, cues []hint) {
	classes := append([]string(nil), words...)
	for _, c := range cues {
		classes[c.at] = c.class
	}
	for t, w := range words {
		f.Add("word", w)
		f.Add("pair", w, wordAt(words, t+1))
		f.Add("classes", classes[t], wordAt(classes, t+1))
		f.Add("gap", classes[t], wordAt(classes, t+2))
	}
	f.Add("first", wordAt(words, 0))
	f.Add("first pair", wordAt(words, 0), wordAt(words, 1))
	f.Add("first three", wordAt(words, 0), wordAt(words, 1), wordAt(words, 2))
	f.Add("first classes", wordAt(classes, 0), wordAt(classes, 1))
	f.Add("length", grade(len(words), 3, 6, 10, 15, 22, 30, 45))
	scopeFeatures(f, words, classes)
}

// How many words a negation and a question word are taken to govern.
const (
	negationScope = 7
	questionScope = 5
)

// scopeFeatures are the words that follow a negation or a question word.
func scopeFeatures(f *linear.Features, words, classes []string) {
	negation, question := -negationScope-1, -questionScope-1
	for t := range words {
		if t-negation <= negationScope {
			f.Add("negated", words[t])
			f.Add("negated class", classes[t])
		}
		if t-question <= questionScope {
			f.Add("asked class", classes[t])
		}
		switch classes[t] {
		case "neg":
			negation = t
		case "wh":
			question = t
		}
	}
}

func wordAt(words []string, t int) string {
	if t < len(words) {
		return words[t]
	}
	return "</s>"
}

// cueFeatures are the classes of cue words and which follows which.
func cueFeatures(f *linear.Features, cues []hint) {
	for a, c := range cues {
		f.Add("cue", c.class)
		for _, d := range cues[a+1:] {
			if d.at == c.at {
				continue
			}
			f.Add("cues", c.class, d.class)
			f.AddIf(d.at-c.at <= 4, "near", c.class, d.class)
		}
	}
}

// markFeatures are what the lexicon finds in the sentence, and its marks of
// quotation.
func markFeatures(f *linear.Features, r *reading, i int) {
	m := &r.marks[i]
	for _, h := range m.hedges {
		for _, e := range h.Entries {
			f.Add("hedge", e.Kind)
		}
	}
	for _, s := range m.speech {
		for _, e := range s.Entries {
			f.Add("act", e.Act)
		}
	}
	for _, e := range m.events {
		f.Add("event", e.Entries[0].Kind)
	}
	for _, t := range m.tolls {
		f.Add("toll", t.Entries[0].Outcome)
	}
	for _, p := range m.people {
		f.Add("people", p.Entries[0].Kind)
	}
	f.AddIf(r.asks[i], "asks")
	quotes := 0
	for _, t := range r.sentences[i].Tokens {
		quotes += one(t.Quote != 0)
	}
	f.Add("quotes", grade(quotes, 0, 1, 2))
}

// bearingFeatures are the questions of the lexicon that the sentence bears on.
// Only the standing ones go by name: the others come and go with a crisis.
func bearingFeatures(f *linear.Features, r *reading, i int) {
	tracked, weight := 0, 0
	for _, b := range r.bears[i] {
		tracked += one(b.Question.Standing || b.Question.Parent != "")
		weight = max(weight, b.Weight)
		f.AddIf(b.Question.Standing, "topic", b.Question.Topic)
		f.Add("lean", grade(b.Supports, 0, 1), grade(b.Opposes, 0, 1))
		f.AddIf(b.Question == r.theme, "on theme")
	}
	f.Add("topics", grade(len(r.bears[i]), 0, 1, 2, 4))
	f.Add("tracked", grade(tracked, 0, 1, 2))
	f.Add("weight", grade(weight, 0, 1, 2))
	if i > 0 {
		for _, b := range r.bears[i-1] {
			f.AddIf(b.Question == r.theme, "theme before")
		}
	}
	if r.theme != nil && r.theme.Standing {
		f.Add("theme", r.theme.Topic, grade(weight, 0, 1, 2))
		f.Add("themes", r.theme.Topic, grade(10*r.bearing[r.theme]/len(r.words), 1, 2, 3, 4))
	}
}

// placeFeatures are where the sentence stands on the page.
func placeFeatures(f *linear.Features, r *reading, i int) {
	block := r.sentences[i].Block
	f.Add("block", r.blocks[block].Kind.String(), grade(int(r.kinds[block]), 0, 1, 2, 3))
	f.Add("place", grade(i, 0, 1, 2, 4), grade(len(r.words)-i, 1, 2, 4))
	opens := i == 0 || r.sentences[i-1].Block != block
	closes := i+1 == len(r.words) || r.sentences[i+1].Block != block
	f.Add("in block", grade(one(opens), 0), grade(one(closes), 0))
}

// pageFeatures tell opinion from news by how much the page says "I" and asks.
func pageFeatures(f *linear.Features, r *reading, i int) {
	personal, asking := grade(r.personal, 0, 1, 2, 3), grade(r.asking, 0, 1, 2)
	f.Add("page", personal, asking)
	f.Add("personal", personal)
	f.Add("asking", asking)
	for _, c := range r.cues[i] {
		f.Add("personal cue", personal, c.class)
	}
}

// aroundFeatures are what the sentences beside it say, and what it shares
// with the headline and with the question last asked.
func aroundFeatures(f *linear.Features, r *reading, i int) {
	for d := -2; d <= 2; d++ {
		j := i + d
		if d == 0 || j < 0 || j >= len(r.words) {
			continue
		}
		side := grade(d, -2, -1, 1)
		f.AddIf(r.asks[j], "asks beside", side)
		for _, h := range r.marks[j].hedges {
			f.Add("hedge beside", side, h.Entries[0].Kind)
		}
	}
	if i > 0 {
		for _, w := range r.words[i-1] {
			f.Add("word before", w)
		}
		f.Add("like headline", grade(shared(r.subject[0], r.subject[i]), 0, 1, 2, 3))
	}
	for j := i - 1; j >= max(0, i-20); j-- {
		if r.asks[j] {
			f.Add("like question", grade(shared(r.subject[j], r.subject[i]), 0, 1, 2))
			break
		}
	}
}
