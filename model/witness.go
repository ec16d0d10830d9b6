package model

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// speakerOf is the statement that says e, nil where e is in the author's own
// voice.
func (k *kept) speakerOf(e *Piece) *Statement {
	var best *Said
	most := 0
	for i := range k.said {
		if n := k.said[i].overlap(int(e.start), int(e.end)); n > most {
			best, most = &k.said[i], n
		}
	}
	if best == nil {
		return nil
	}
	return best.Statement()
}

// weigh says of evidence to question q how near its speaker stands to the
// matter, what stake they have in it, and whether it is of a type of its own.
func (e *Testimony) weigh(said *Statement, q Standing) {
	e.Interest = interestOf(said, q)
	switch {
	case e.Form() == Argument || e.Form() == Forecast:
		e.Access = Inference
	case said == nil || e.Form() == Rumour:
		e.Access = SecondHand
	case isWitness(said) || e.Interest == Party && named(said.Speaker) && said.Mode != Indirect:
		e.Access = DirectWord
	case e.Interest == Party:
		e.Access = Insider
	default:
		e.Access = SecondHand
	}
	switch {
	case says(e.Span().Text, nonDenials):
		e.Turn = NonDenial
	case e.Stance() == Supports && e.Interest == Party && (accuses(q, said) || says(said.Cue.Text, admissions)):
		e.Turn = Admission
	}
}

// interestOf is what stake whoever speaks has in the answer to q.
func interestOf(said *Statement, q Standing) Interest {
	if said == nil {
		return Neutral
	}
	x := said.Speaker
	switch {
	case x.Side != "" && (len(q.Parties) == 0 || slices.Contains(q.Parties, x.Side)):
		return Party
	case says(x.Role, []string{"former", "retired", "ex-"}):
		return Near
	}
	for _, side := range q.Parties {
		if says(x.Name+" "+x.Role+" "+x.Affiliation, []string{strings.ReplaceAll(side, "-", " ")}) {
			return Near
		}
	}
	return Neutral
}

// accuses reports whether a yes to q would hurt the side that speaks.
func accuses(q Standing, said *Statement) bool { return slices.Contains(q.Accused, said.Speaker.Side) }

// isWitness reports whether somebody is called one.
func isWitness(s *Statement) bool {
	return says(s.Speaker.Name+" "+s.Speaker.Role, []string{"witness", "resident", "survivor", "villager"})
}

// named reports whether a speaker has a name rather than a description.
func named(s Speaker) bool {
	r, _ := utf8.DecodeRuneInString(s.Name)
	return s.ActorID != "" || unicode.IsUpper(r) && strings.Contains(s.Name, " ")
}

// nonDenials are the words for saying neither yes nor no.
var nonDenials = []string{
	"neither accepted nor denied", "neither confirmed nor denied", "neither denied nor confirmed", "neither admitted nor denied",
	"neither confirm nor deny", "neither accept nor deny", "did not deny", "did not confirm or deny", "without confirming or denying",
	"declined to confirm", "declined to comment", "refused to confirm", "refused to comment", "refused to deny", "declined to deny",
}

// admissions are the words by which a party says what it would rather not.
var admissions = []string{"admit", "conced", "acknowledg", "confess", "owned up"}

// says reports whether text holds one of phrases.
func says(text string, phrases []string) bool {
	text = fold(text)
	return slices.ContainsFunc(phrases, func(p string) bool { return strings.Contains(text, p) })
}
