package document

import (
	"regexp"
	"strings"
)

// What pages say around articles. The patterns are matched against folded
// blocks: lower case, plain quotes, no marks around them.
var (
	// opening words of a line that points to another page or holds keywords
	teaser = regexp.MustCompile(`^(?:(?:also |you may )?read|read also|see also|also see|read more|more|related|watch|listen|in pictures|recommended|sponsored|advertise?ment|tags?|topics?|related topics?|keywords|filed under|categor(?:y|ies)|short url|news id|service|claim review|claimed by|location|id|older|newer|(?:previous|next)(?: (?:post|article|story|week|issue|briefing|in this series))?|editor's note)\s*[:|]|^(?:also read|read also|also see|read more|see also|next in this series)\b`)

	// a line that stands over a list of other pages, or over a form
	opener = regexp.MustCompile(`^(?:related(?: (?:articles?|stor(?:y|ies)|topics|news|posts?|content))?|most (?:read|viewed|popular|shared)|more (?:on this story|from this section|fact checks|stories|news|like this|from .{1,30}|in .{1,20})|also read|also on this site|(?:what to )?read next|you (?:may|might) also like|explore more on these topics|recommended(?: for you)?|trending(?: now)?|editors?'? picks?|latest (?:news|stories)(?: from.*)?|(?:previous|next) (?:post|article|story)|comments?(?: closed)?|(?:leave|post) a (?:reply|comment)|your comment|join the conversation|top stories|opinion)(?: \(\d+\))?(?: closed)?[:.]?$`)

	// words that only the page speaks, to its reader
	address = regexp.MustCompile(`\b(?:` + strings.Join([]string{
		`(?:un)?subscribe`, `sign up`, `log in`, `newsletter`, `whatsapp (?:channel|us)`, `on whatsapp`, `follow us`, `like our page`, `tap (?:here|to)`, `click here`,
		`scroll down`, `your inbox`, `in your inbox`, `your email`, `email address`, `required fields`, `manage preferences`, `privacy policy`, `terms of use`,
		`share (?:this|on|with)`, `print (?:this|version)`, `printable version`, `full press release`, `channel website`, `original article link`, `back to list`,
		`comment policy`, `comments (?:are moderated|faq)`, `be the first to comment`, `leave a (?:reply|comment)`, `post a comment`, `no comments`,
		`what people are discussing`, `replying to`, `characters(?: left)?$`, `not a robot`, `have your say`, `vote in our poll`,
		`all rights reserved`, `^copyright`, `republish`, `republication`, `reproduction with`, `syndicated feed`, `third-party`, `legal disclaimer`, `^disclaimer`,
		`with(?: additional)? inputs? from`, `agency inputs?`, `additional input`, `(?:contributed to|helped with) this report`, `writing by`, `order reprints`,
		`appears in print`, `print edition`, `published in (?:print|the paper)`, `in the [a-z]+ \d+(?:st|nd|rd|th), \d{4} edition`, `e-?paper`,
		`was this (?:page|article|email)`, `this page useful`, `rate this`, `report an error`, `send a correction`, `(?:send us|to our) (?:a )?tip`, `an earlier version`,
		`view (?:this email )?in (?:your )?browser`, `forward(?:ed)? (?:this )?email`, `you are receiving this`, `you received this`, `reply to this letter`,
		`buy us a`, `support (?:our|independ[ae]nt)`, `donate`, `monthly donor`, `some readers pay`, `get (?:the )?latest`, `track latest`, `download now`, `google news`,
		`preferred source`, `see less`, `not shown`, `continue reading`, `already a member`, `read our`, `our (?:weekly|daily|morning|sunday) (?:email|briefing|newsletter|letter)`,
		`more to follow`, `letters? (?:may be edited|to the \w+ editor)`, `write to (?:us|our desk)`, `tell us your story`, `seen something`, `know of a case`,
		`got a question`, `have an idea for`, `contact us for`, `leave us a review`, `listen (?:on|to this)`, `reading time`, `min(?:ute)?s?[ -]read`, `ctrl\+enter`,
		`for (?:media|business) (?:inquiries|enquiries)`, `ad break`, `brought to you by`, `(?:auto-?generated|generated automatically)`, `may contain errors`,
		`(?:this is a |^)developing story`, `views (?:expressed|are his own|are her own)`, `do not reflect`, `refresh for updates`, `thank you for following`,
	}, "|") + `)`)

	// a line of nothing but the end, or the initials of those who sent it
	signOff = regexp.MustCompile(`^(?:ends?|[a-z]{2,4}(?:[./][a-z]{2,4}){1,3})$`)

	// a caption by its first word, or by the credit at its end
	captioned = regexp.MustCompile(`(?i)^\W*(?:\[?(?:image|photo(?:graph)?|picture|file photo|caption|infographic|video|map|graphic)\b[^.]{0,20}[:\]]|\[(?:image|photo|picture)\b)|[([](?:photo|image|picture|file)\b[^)\]]{0,40}[)\]]\.?$|^(?:courtesy|photo courtesy):`)

	// names of services that stand in share lines
	network = regexp.MustCompile(`\b(?:facebook|twitter|x|whatsapp|whatsup|telegram|instagram|linkedin|linkded|viber|email|print|share|youtube|spotify|apple|pocket casts|comments?|save|in|f|republish|subscribe|home|archive|contact|e-?paper|newsletters?|advertise|read later|back to list)\b`)

	// what a publication says of itself under its name
	tagline = regexp.MustCompile(`^an? (?:weekly|daily|monthly) (?:letter|newsletter|digest|note|blog|podcast|round-?up)\b`)

	// a publication with its description or number: "Frontier Notes - issue 41"
	numbered = regexp.MustCompile(`^(.{3,40}?)\s+[—–-]+\s+(?:an? |issue |no\.? ?\d|vol|edition)`)

	// the forms and sections that stand over headlines
	sections = wordSet("editorial", "opinion", "commentary", "analysis", "interview", "essay", "explainer", "explained", "feature", "letters",
		"world", "asia", "asia pacific", "south asia", "pakistan", "afghanistan", "national", "politics", "top stories", "city pages",
		"business & finance", "business", "news", "breaking news", "newsflash:", "newsflash", "press release", "in brief", "news briefs",
		"fact check", "column", "op-ed", "exclusive", "live", "comment", "blog", "printable version", "transcript", "podcast", "ministry press note (summary", "press note", "statement")
)

func wordSet(words ...string) map[string]bool {
	set := map[string]bool{}
	for _, w := range words {
		set[w] = true
	}
	return set
}

// shareLine reports whether a folded line is made of names of services and
// links alone: "facebook twitter email", "print | share | back to list".
func shareLine(folded string) bool {
	rest := network.ReplaceAllString(folded, "")
	return rest != folded && strings.Trim(rest, " \t|/·,:-()0123456789☆>\U0001d54f") == ""
}
