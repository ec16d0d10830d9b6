package document

import (
	"regexp"
	"strings"
)

// What pages say around articles. The patterns are matched against folded
// blocks: lower case, plain quotes, no marks around them.
var (
	// words that, before a colon or a bar, point to another page or open a list of keywords
	pointer = newPhrases(`
		also read
		read
		you may read
		read also
		see also
		also see
		read more
		more
		related
		watch
		listen
		in pictures
		recommended
		sponsored
		advertisement
		advertisment
		tag
		tags
		topic
		topics
		related topics
		keywords
		filed under
		category
		categories
		short url
		news id
		service
		claim review
		claimed by
		location
		id
		older
		newer
		previous
		next
		previous post
		next post
		previous article
		next article
		previous story
		next story
		next week
		next issue
		next briefing
		editor's note
	`)

	// words that do so by themselves
	pointing = newPhrases(`
		also read
		read also
		also see
		see also
		read more
		next in this series
	`)

	// a line that stands over a list of other pages, or over a form
	opener = regexp.MustCompile(`^(?:related(?: (?:articles?|stor(?:y|ies)|topics|news|posts?|content))?|most (?:read|viewed|popular|shared)|more (?:on this story|from this section|fact checks|stories|news|like this|from .{1,30}|in .{1,20})|also read|also on this site|(?:what to )?read next|you (?:may|might) also like|explore more on these topics|recommended(?: for you)?|trending(?: now)?|editors?'? picks?|latest (?:news|stories)(?: from.*)?|(?:previous|next) (?:post|article|story)|comments?(?: closed)?|(?:leave|post) a (?:reply|comment)|your comment|join the conversation|top stories|opinion)(?: \(\d+\))?(?: closed)?[:.]?$`)

	// words that only the page speaks, to its reader
	address = newPhrases(`
		subscribe
		unsubscribe
		sign up
		log in
		newsletter
		newsletters
		whatsapp channel
		whatsapp us
		us on whatsapp
		us on telegram
		channel on whatsapp
		our whatsapp
		follow us
		like our page
		like this?
		tap here
		tap to
		click here
		scroll down
		your inbox
		your email
		email address
		required fields
		manage preferences
		privacy policy
		terms of use
		cookie policy
		share this
		share on
		print this
		print version
		printable version
		full press release
		channel website
		original article link
		back to list
		back to top
		comment policy
		comments are moderated
		comments faq
		the first to comment
		leave a reply
		leave a comment
		post a comment
		no comments
		add a comment
		view comments
		what people are discussing
		join the discussion
		replying to
		1000 characters
		not a robot
		have your say
		vote in our poll
		take our poll
		all rights reserved
		republish
		republished
		republication
		reproduction with
		syndicated feed
		third-party
		legal disclaimer
		with input from
		with inputs from
		with additional input from
		with additional inputs from
		agency input
		agency inputs
		agencies inputs
		additional input
		additional reporting by
		contributed to this report
		helped with this report
		contributed to this story
		writing by
		order reprints
		appears in print
		appeared in print
		print edition
		published in print
		published in the paper
		e-paper
		epaper
		was this page
		was this article
		was this email
		this page useful
		this article helpful
		rate this
		report an error
		spotted an error
		send a correction
		send us a tip
		send us a short pitch
		to our tip line
		an earlier version
		view in browser
		in your browser
		forward this email
		forwarded this email
		email forwarded
		you are receiving this
		you received this
		reply to this letter
		buy us a
		support our
		support independent
		support independant
		donate
		become a member
		become a monthly donor
		monthly donor
		some readers pay
		get latest
		get the latest
		track latest
		download now
		download our
		google news
		apple podcasts
		preferred source
		see less
		not shown
		continue reading
		already a member
		read our
		our weekly email
		our weekly newsletter
		our daily briefing
		our daily newsletter
		our morning briefing
		our sunday letter
		more to follow
		letters may be edited
		letters to the editor
		letters to the business editor
		write to us
		write to our
		write to letters
		tell us your story
		seen something
		know of a case
		got a question
		have a tip
		have an idea for
		contact us
		leave us a review
		listen on
		listen to this
		reading time
		min read
		mins read
		minute read
		minutes read
		ctrl+enter
		for media inquiries
		for media enquiries
		media contact
		for business inquiries
		for business enquiries
		ad break
		brought to you by
		auto-generated
		generated automatically
		may contain errors
		this is a developing story
		views expressed
		views are his own
		views are her own
		views are their own
		do not reflect
		do not necessarily reflect
		refresh for updates
		thank you for following
		skip to content
		skip to main content
		accept cookies
		load more
		show more
	`)

	// notices that open a line
	noticeOpening = regexp.MustCompile(`^(?:©|\(c\) |copyright\b|disclaimer\b|published in |first published)`)

	// a line of nothing but the end, or the initials of those who sent it
	signOff = regexp.MustCompile(`^(?:ends?|[a-z]{2,4}(?:[./][a-z]{2,4}){1,3})$`)

	// a caption by its first word, or by the credit at its end
	captioned = regexp.MustCompile(`(?i)^\W*(?:\[?(?:image|photo(?:graph)?|picture|file photo|caption|infographic|video|map|graphic)(?: \pL+)?\s*[:\]]|\[(?:image|photo|picture)\b)|[([](?:photo|image|picture|file)\b[^)\]]{0,40}[)\]]\.?$|^(?:courtesy|photo courtesy):`)

	// names of services and of links that stand in share lines
	network = wordSet("facebook", "twitter", "x", "𝕏", "whatsapp", "whatsup", "telegram", "instagram", "linkedin", "linkded", "viber", "youtube",
		"spotify", "apple", "podcasts", "pocket", "casts", "email", "e-mail", "print", "share", "tweet", "comment", "comments", "save", "in", "f", "republish",
		"subscribe", "home", "archive", "contact", "about", "e-paper", "epaper", "newsletters", "advertise", "read", "later", "back", "to", "list")

	// what a publication says of itself under its name
	tagline = regexp.MustCompile(`^an? (?:weekly|daily|monthly) (?:letter|newsletter|digest|note|blog|podcast|round-?up)\b`)

	// the kind and number of a paper: "Press Release No. 12/2025", "Flash Update #3", "Ministry press note (summary)"
	form = regexp.MustCompile(`^(?:[\pL']+ ){0,2}(?:(?:press|media|news) (?:release|statement|note|briefing)|(?:flash |weekly |daily |situation )(?:update|report|note)|issue|volume|vol\.|edition)(?: \(.*|:?(?: no\.?| #| number)? ?[\d./-]+.*)?$`)

	// a publication with its description or number: "Frontier Notes - issue 41"
	numbered = regexp.MustCompile(`^(.{3,40}?)\s+[—–-]+\s+(?:an? |issue |no\.? ?\d|vol|edition)`)

	// the forms and sections that stand over headlines
	sections = wordSet("editorial", "opinion", "commentary", "analysis", "interview", "essay", "explainer", "explained", "feature", "letters",
		"world", "asia", "asia pacific", "south asia", "national", "politics", "top stories", "city pages",
		"business & finance", "business", "news", "breaking news", "newsflash:", "newsflash", "press release", "in brief", "news briefs",
		"fact check", "column", "op-ed", "exclusive", "live", "comment", "blog", "printable version", "transcript", "podcast", "press note", "statement",
		"live blog", "live updates", "live coverage", "long read", "the long read", "q&a", "newsletter", "dispatch", "special report", "news analysis", "photo essay",
		"guest column", "for immediate release", "diplomacy", "security", "region", "middle east", "africa", "europe", "india", "international", "front page")
)

func wordSet(words ...string) map[string]bool {
	set := map[string]bool{}
	for _, w := range words {
		set[w] = true
	}
	return set
}

// pictured are the words of which a caption's mark or credit has one.
var pictured = newPhrases(`image\nphoto\nphotograph\npicture\nfile\ncaption\ninfographic\nvideo\nmap\ngraphic\ncourtesy`)

// teaser reports whether a folded line points to another page.
func teaser(folded string) bool {
	if pointing.opening(folded) > 0 {
		return true
	}
	n := pointer.opening(folded)
	rest := strings.TrimLeft(folded[n:], " ")
	return n > 0 && (strings.HasPrefix(rest, ":") || strings.HasPrefix(rest, "|"))
}

// shareLine reports whether a folded line is made of names of services and
// links alone: "facebook twitter email", "print | share | back to list".
func shareLine(folded string) bool {
	words := 0
	for word := range strings.FieldsFuncSeq(folded, func(r rune) bool { return strings.ContainsRune(" \t|/·,:>()☆0123456789", r) }) {
		if !network[word] {
			return false
		}
		words++
	}
	return words > 0
}
