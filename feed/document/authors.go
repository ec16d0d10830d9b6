package document

import (
	"regexp"
	"strings"
)

var (
	by = regexp.MustCompile(`^(?i:by|written by|posted by:?|compiled by|report:)\s+([^|\d]+?)(?:\s{2,}|\s*[|,–—-]|\s*\d|$)`)

	// two to four words with capitals, initials and titles among them
	personal = regexp.MustCompile(`^(?:(?:Dr|Mr|Ms|Mrs|Prof|Lt|Gen|Col|Maj)\.? )?[\p{Lu}][\p{L}.'’-]*(?: (?:al-|bin |ul-|de |van )?[\p{Lu}][\p{L}.'’-]*){1,3}$`)

	conjunction = regexp.MustCompile(`\s+(?:and|&)\s+|,\s*`)
)

// authors are those whom the by-line names, desks included.
func (p *page) authors() []string {
	for i := range min(p.body+1, len(p.blocks)) {
		if p.roles[i] != stamp && p.roles[i] != furniture || len(p.blocks[i].text) > asideMax {
			continue
		}
		text := strings.Trim(p.blocks[i].text, "*_ ")
		if m := by.FindStringSubmatch(text); m != nil {
			return conjunction.Split(strings.TrimSpace(m[1]), -1)
		}
		for _, part := range parts.Split(text, -1) {
			if p.blocks[i].isByline() && deskWords.in(strings.ToLower(part)) || personal.MatchString(part) && !deskWords.in(strings.ToLower(part)) && len(datesIn(part)) == 0 && i > p.titleBlock {
				return []string{part}
			}
		}
	}
	return nil
}
