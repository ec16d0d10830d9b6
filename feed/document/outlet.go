package document

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"crisisdesk/model"
)

var (
	// the agency in a dateline: "KABUL (Northern Press) —"
	agency = regexp.MustCompile(`^[\p{L} .,'/-]{3,40}(?:\d{1,2}[^(\n]{0,12})?\(([^)\n]{2,40})\)\s*[:–—-]|^[\p{L} .,'/-]{3,40}\d{1,2}(?:,? 20\d\d)?\s*\(([^)\n]{2,40})\)`)

	// a line in the head that is a name of the kind that outlets have
	named = regexp.MustCompile(`(?i)\b(?:monitor|press|news|network|wire|times|post|herald|tribune|journal|review|magazine|agency|radio|tv|courier|mail|gazette|observer|bulletin|brief|digest|podcast|ledger|chronicle|dispatch|today|daily)\b`)

	// the owner in a notice of rights, or the paper in a note of printing
	notice = regexp.MustCompile(`(?:©|\(c\)|[Cc]opyright(?: ©)?)\s*(?:20\d\d\s*)?([\p{L}][^.,|\n]{2,40}?)(?:\.|,|$|\s+20\d\d)|^Published in (The [\p{Lu}][^,\n]{2,40}|[\p{Lu}][\p{L}]+ [\p{Lu}][^,\n]{2,40}),`)

	noticed = newPhrases(`
		©
		copyright
		published
	`)

	// the last word of an organisation's name
	organisation = regexp.MustCompile(`(?i)\b(?:institute|foundation|council|cent(?:re|er)|group|committee|mission|commission|office|affairs|relations|defence|interior|service|watch|report|insights?|weekly|star|standard|express|voice|blog|files|notes|notebook|letter|desk)$`)

	joining = wordSet("of", "the", "and", "for", "&", "on")

	// makers that are nobody's name
	anyDesk = regexp.MustCompile(`(?i)^(?:by )?(?:agenc(?:y|ies)|all rights.*|the (?:print|newspaper|paper).*|staff.*|(?:web|news|our|foreign|business|world|asia|gulf|frontier|central|city)\b.*(?:desk|staff|newsroom|team).*)$`)

	// a newsroom that signs with the name of its outlet
	signed = regexp.MustCompile(`^(?:[Bb]y )?((?:[\p{Lu}][\p{L}&]+ ){1,4})(?:staff|newsroom|Staff|Newsroom)$`)

	parts = regexp.MustCompile(`\s*[|,/·•–—]\s*|\s+-\s+| {2,}`)
)

// nameOutlet finds who published a page: a name that the lexicon knows in the
// head or the foot, else the masthead, the agency, the notice of rights.
func (p *page) nameOutlet(d *model.Document, desk Desk) {
	for i, b := range p.blocks {
		if kind := p.roles[i]; kind == title || kind == standfirst || i >= p.body && kind != furniture || len(b.text) > paragraphMin {
			continue
		}
		if p.roles[i] == furniture && (teaser(b.folded) || shareLine(b.folded) || address.in(b.folded)) {
			continue
		}
		for _, name := range append(parts.Split(b.text, -1), b.text) {
			name = strings.Trim(name, " .()[]©")
			if id, full, owner, ok := desk.OutletNamed(name); ok {
				d.Outlet, d.OutletID, d.OwnerID = full, id, owner
				if p.roles[i] == running {
					p.roles[i] = stamp
				}
				return
			}
		}
	}
	d.Outlet = p.printedOutlet()
	if id, full, owner, ok := desk.OutletNamed(d.Outlet); ok && d.Outlet != "" {
		d.Outlet, d.OutletID, d.OwnerID = full, id, owner
	}
}

// printedOutlet is the name of an outlet as the page prints it.
func (p *page) printedOutlet() string {
	for i := range p.body {
		if name := p.headOutlet(i); name != "" {
			return name
		}
	}
	if p.body < len(p.blocks) {
		opening := p.blocks[p.body].text
		if m := agency.FindStringSubmatch(opening[:min(len(opening), 2*asideMax)]); m != nil && !anyDesk.MatchString(m[1]+m[2]) {
			return m[1] + m[2]
		}
	}
	for i := p.body; i < len(p.blocks); i++ {
		if name := p.noticeOutlet(i); name != "" {
			return name
		}
	}
	return ""
}

// noticeOutlet is the outlet that block i names as the owner of the page or as
// the paper it was printed in.
func (p *page) noticeOutlet(i int) string {
	b := p.blocks[i]
	if len(b.text) > asideMax || !noticed.in(b.folded) {
		return ""
	}
	m := notice.FindStringSubmatch(b.text)
	if m == nil || p.roles[i] != furniture && m[2] == "" {
		return ""
	}
	if name := strings.TrimSpace(m[1] + m[2]); !anyDesk.MatchString(name) {
		return name
	}
	return ""
}

// headOutlet is the outlet that block i of the head names, if it names one.
func (p *page) headOutlet(i int) string {
	b := p.blocks[i]
	if m := numbered.FindStringSubmatch(b.text); m != nil && p.roles[i] == masthead {
		return m[1]
	}
	if m := signed.FindStringSubmatch(b.text); m != nil && !anyDesk.MatchString(b.text) {
		return strings.TrimSpace(m[1])
	}
	trail := strings.Trim(parts.Split(b.text, 2)[0], "()")
	switch {
	case p.roles[i] == masthead && (p.isMasthead(i) && b.shape.words > 1 || p.inForm):
		return b.text
	case p.roles[i] == title, p.roles[i] == standfirst, p.roles[i] == furniture && b.shape.marks > 0, anyDesk.MatchString(b.text), sections[b.folded]:
	case named.MatchString(trail) && !teaser(b.folded) && !deskWords.in(strings.ToLower(trail)) && isName(trail):
		return trail
	}
	return ""
}

// isName reports whether a few words all begin with capitals, bar those that
// join names.
func isName(s string) bool {
	words := strings.Fields(s)
	for _, w := range words {
		if r, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(r) && !joining[w] {
			return false
		}
	}
	return 2 <= len(words) && len(words) <= 6 && !strings.ContainsAny(s, "0123456789:")
}
