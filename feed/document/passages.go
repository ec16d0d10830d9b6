package document

import "crisisdesk/model"

// kinds are the roles that are kept, and what they are kept as.
var kinds = map[role]model.PassageKind{
	running:    model.Body,
	title:      model.Title,
	standfirst: model.Standfirst,
	heading:    model.Heading,
}

// passages are the kept stretches of a page: neighbours of one kind are one.
func (p *page) passages() []model.Passage {
	var out []model.Passage
	joins := false
	for i, b := range p.blocks {
		kind, kept := kinds[p.roles[i]]
		switch {
		case !kept:
			joins = false
			continue
		case joins && kind == model.Body && out[len(out)-1].Kind == kind:
			out[len(out)-1].End = p.signs.End(b.end)
		default:
			out = append(out, model.Passage{Start: p.signs.Start(b.start), End: p.signs.End(b.end), Kind: kind})
		}
		joins = true
	}
	return out
}
