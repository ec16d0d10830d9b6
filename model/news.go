package model

import "slices"

// MoreThan reports whether an incident stands differently from what it was, or
// has a report that it had not.
func (i *Incident) MoreThan(was *Incident) bool {
	return i.Status != was.Status || slices.ContainsFunc(i.Reports, func(r *Told) bool {
		return !slices.ContainsFunc(was.Reports, func(o *Told) bool { return o.ID() == r.ID() })
	})
}

// MoreThan reports whether a question has evidence that it had not, or stands
// differently from what it was. That nothing has come for long is no news.
func (q *Question) MoreThan(was *Question) bool {
	return q.Evidence.Len() > was.Evidence.Len() || q.State != was.State && q.State != Dormant
}
