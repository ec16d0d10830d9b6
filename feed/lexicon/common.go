package lexicon

import "slices"

// withSides joins common nouns with the side beside them.
func (l *Lexicon) withSides(t Text, found []Found[Name]) []Found[Name] {
	out := found[:0:0]
	for i := 0; i < len(found); i++ {
		f := found[i]
		if !hasCommon(f.Entries) {
			out = append(out, f)
			continue
		}
		var side *Found[Name]
		switch n := len(out); {
		case n > 0 && only(t.words[out[n-1].to:f.from], l.acting, 1):
			side = &out[n-1]
		case i+1 < len(found) && f.to < found[i+1].from && only(t.words[f.to:found[i+1].from], l.of, 2):
			side = &found[i+1]
		}
		if side == nil || !l.isSide(*side) {
			if f.Entries = l.alone(f.Entries); len(f.Entries) > 0 {
				out = append(out, f)
			}
			continue
		}
		owned := l.ownedBy(f.Entries, side.Entries)
		switch {
		case len(owned) == 0:
			f.Entries = slices.DeleteFunc(slices.Clone(f.Entries), func(n Name) bool { return n.As == Common })
			if len(f.Entries) > 0 {
				out = append(out, f)
			}
		case side.from < f.from:
			out[len(out)-1] = joined(*side, f, owned)
		default:
			out = append(out, joined(f, *side, owned))
			i++
		}
	}
	return out
}

// alone leaves out what the nouns of a match mean beside a side only.
func (l *Lexicon) alone(entries []Name) []Name {
	return slices.DeleteFunc(slices.Clone(entries), func(n Name) bool { return n.As == Common && l.actors[n.ID].Beside })
}

// joined is one match over two.
func joined(a, b Found[Name], entries []Name) Found[Name] {
	return Found[Name]{
		Start: a.Start, End: b.End, Entries: entries, Obfuscated: a.Obfuscated || b.Obfuscated, from: a.from, to: b.to,
	}
}

// ownedBy keeps the common names whose side is one that the side's words may mean.
func (l *Lexicon) ownedBy(common, side []Name) []Name {
	var owned []Name
	for _, c := range common {
		if c.As == Common && slices.ContainsFunc(side, func(s Name) bool { return l.sameSide(c.ID, s) }) {
			owned = append(owned, Name{ActorName, c.ID, Proper})
		}
	}
	return owned
}

func (l *Lexicon) sameSide(actor string, n Name) bool {
	if n.Kind != ActorName {
		return false
	}
	a, _ := l.Side(actor)
	b, ok := l.Side(n.ID)
	return ok && a.ID == b.ID
}

// isSide reports whether the match may mean something that has ministries and
// armies: an actor that is neither a person nor only a common noun.
func (l *Lexicon) isSide(f Found[Name]) bool {
	return slices.ContainsFunc(f.Entries, func(n Name) bool {
		return n.Kind == ActorName && n.As < Common && l.actors[n.ID].Kind != "person"
	})
}

func hasCommon(entries []Name) bool {
	return slices.ContainsFunc(entries, func(n Name) bool { return n.As == Common })
}

// only reports whether words are at most n, all of the set.
func only(words []word, set map[uint32]bool, n int) bool {
	return len(words) <= n && !slices.ContainsFunc(words, func(w word) bool { return !set[w.id] })
}
