package language_test

import (
	"context"
	"strings"
	"testing"
	"unicode/utf8"

	"crisisdesk/feed/language"
)

// annotate returns the sentences of text taken as one passage.
func annotate(text string) []language.Sentence {
	s, err := language.Default().Annotate(context.Background(), text, language.Blocks(text, 0, len(text)))
	if err != nil {
		panic(err) // no context ended
	}
	return s
}

func forms(tokens []language.Token) string {
	var words []string
	for _, t := range tokens {
		words = append(words, t.Form)
	}
	return strings.Join(words, " ")
}

func TestBlocks(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"one paragraph a line", "The border reopened.\nTrucks moved at noon.", "paragraph: The border reopened.|paragraph: Trucks moved at noon."},
		{"hard-wrapped", "The two sides agreed in the end to stop firing across the line and\nto meet again. Officials from both capitals said that the talks would\nresume.", "paragraph: The two sides agreed in the end to stop firing across the line and↵to meet again. Officials from both capitals said that the talks would↵resume."},
		{"heading", "Talks collapse in Doha\n\nThe delegations flew home.", "heading: Talks collapse in Doha|paragraph: The delegations flew home."},
		{"heading and byline", "Dozens dead as shells land on market town near the frontier post\nBy a staff writer\n\nIt rained.", "heading: Dozens dead as shells land on market town near the frontier post|heading: By a staff writer|paragraph: It rained."},
		{"list", "- a truce of 48 hours\n- an exchange of prisoners\n3. A hotline.", "list item: - a truce of 48 hours|list item: - an exchange of prisoners|list item: 3. A hotline."},
		{"caption", "Guards stand at the crossing. [Jan Malik/AFP]", "caption: Guards stand at the crossing. [Jan Malik/AFP]"},
		{"windows lines", "One.\r\n\r\nTwo.\r\n", "paragraph: One.|paragraph: Two."},
		{"nothing", " \n\t\n", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, b := range language.Blocks(tt.text, 0, len(tt.text)) {
				got = append(got, b.Kind.String()+": "+strings.ReplaceAll(tt.text[b.Start:b.End], "\n", "↵"))
			}
			if s := strings.Join(got, "|"); s != tt.want {
				t.Errorf("blocks of %q\n got %s\nwant %s", tt.text, s, tt.want)
			}
		})
	}
}

func TestSentences(t *testing.T) {
	tests := []string{ // sentences parted by |
		"Lt. Gen. Ahmed Khan met Mr. Noor on Oct. 9 in Washington.|He left at once.",
		"The U.S. envoy spoke to the U.S.|The envoy left.",
		"Blasts were heard at 9:50 p.m. on Friday.",
		"J. R. Smith of Acme Corp. said no.|Nobody else replied.",
		"“Who fired first?” Khan asked.|Nobody knew.",
		"“We will answer.”|Khan said no more.",
		"\"It is over,\" he said.|\"We are going home.\"",
		"“They came at night.”|The village was asleep.",
		"The minister paused… and went on.|Then he left.",
		"Is it a truce?|Not yet!|Perhaps soon.",
		"KABUL — At least two blasts were heard.|There was no word of victims.",
		"The toll rose to 3.5 percent of No. 4 battalion.|It may rise.",
		"They met (see below).|(It was late.)|Nothing came of it.",
		"He called it “a lie.”|Others did not.",
		"Army shells border town|Friday, October 17, 2025",
		"Friday, October 17, 2025|The army shelled a border town.",
		"Guards at the crossing|Image: a staff photographer.",
		"PAKISTAN STRIKES KABUL",
	}
	for _, want := range tests {
		text := strings.ReplaceAll(want, "|", " ")
		var got []string
		for _, s := range annotate(text) {
			got = append(got, text[s.Start:s.End])
		}
		if s := strings.Join(got, "|"); s != want {
			t.Errorf("sentences\n got %s\nwant %s", s, want)
		}
	}
}

func TestTokens(t *testing.T) {
	tests := []struct{ text, want string }{
		{"Pakistan's army didn't fire.", "Pakistan 's army did n't fire ."},
		{"Pakistan’s army can’t; we’ll see, cannot we?", "Pakistan ’s army ca n’t ; we ’ll see , can not we ?"},
		{"a 48-hour truce, an anti-aircraft gun", "a 48 - hour truce , an anti-aircraft gun"},
		{"Tehreek-e-Taliban fighters", "Tehreek - e - Taliban fighters"},
		{"at 9:50pm (1720 GMT) on 2025-10-17", "at 9:50 pm ( 1720 GMT ) on 2025-10-17"},
		{"$3.5m, 1,200 men, 60-70 dead, 5%", "$ 3.5 m , 1,200 men , 60 - 70 dead , 5 %"},
		{"the fighters' camps", "the fighters ' camps"},
		{"see https://example.org/a-b?c=d. Or @desk!", "see https://example.org/a-b?c=d . Or @desk !"},
		{"the U.S. and D.C.", "the U.S. and D.C."},
		{"and/or AT&T ... no--never", "and / or AT&T ... no -- never"},
		{"caf\xe9 \xff bad", "caf\xe9 \xff bad"},
	}
	for _, tt := range tests {
		var got []string
		for _, s := range annotate(tt.text) {
			got = append(got, forms(s.Tokens))
		}
		if s := strings.Join(got, " "); s != tt.want {
			t.Errorf("tokens of %q\n got %s\nwant %s", tt.text, s, tt.want)
		}
	}
}

func TestQuotes(t *testing.T) {
	tests := []struct{ text, want string }{ // ( for opening, ) for closing, ' for neither
		{`He said "no" and "never".`, "()()"},
		{`"We saw it," he said, "twice."`, "()()"},
		{"“A” and ‘b’ and «c»", "()()()"},
		{"'We left,' he said of the fighters' camp.", "()'"},
		{"He called it 'a false claim'.", "()"},
		{"“It began at dawn.\n\n“It ended at noon.”", "(()"},
		{`He (she said "no") left.`, "()"},
		{`She said: "The minister's 'plan' failed."`, "('())"},
	}
	for _, tt := range tests {
		got := ""
		for _, s := range annotate(tt.text) {
			for _, tok := range s.Tokens {
				switch {
				case tok.Quote == language.OpenQuote:
					got += "("
				case tok.Quote == language.CloseQuote:
					got += ")"
				case strings.HasPrefix(tok.Form, "'"):
					got += "'"
				}
			}
		}
		if got != tt.want {
			t.Errorf("quotation marks of %q: got %s, want %s", tt.text, got, tt.want)
		}
	}
}

// A line without end is cut between words, and between characters where it has but one word.
func TestBlocksAreBounded(t *testing.T) {
	for name, text := range map[string]string{
		"one line":         strings.Repeat("word ", 100_000),
		"lower-case lines": strings.Repeat("and on it goes\n", 30_000),
		"one word":         strings.Repeat("ü", 200_000),
		"no UTF-8":         strings.Repeat("\x80", 200_000),
	} {
		blocks, covered := language.Blocks(text, 0, len(text)), 0
		for _, b := range blocks {
			if size := b.End - b.Start; size > 64<<10 {
				t.Errorf("%s: a block of %d bytes", name, size)
			}
			if utf8.ValidString(text) && !utf8.ValidString(text[b.Start:b.End]) {
				t.Errorf("%s: a block cuts a character", name)
			}
			covered += len(strings.Join(strings.Fields(text[b.Start:b.End]), ""))
		}
		if all := len(strings.Join(strings.Fields(text), "")); covered != all {
			t.Errorf("%s: the blocks hold %d bytes of words, want %d", name, covered, all)
		}
	}
}
