package export

import "crisisdesk/model"

// Where is s with what q accepts of its incidents, statements and questions,
// and the documents that those cite. The empty Query keeps everything.
func Where(s *model.Snapshot, q model.Query) *model.Snapshot {
	if q.Empty() {
		return s
	}
	q = q.Under(model.Marks{Work: s.Work})
	out := *s
	out.Incidents, out.Statements, out.Questions = q.Incidents(s.Incidents), q.Statements(s.Statements), q.Questions(s.Questions)
	cited := map[model.DocumentID]bool{}
	for _, i := range out.Incidents {
		for _, r := range i.Reports {
			cited[r.Document] = true
		}
	}
	for _, st := range out.Statements {
		cited[st.Document] = true
	}
	for _, q := range out.Questions {
		for _, e := range q.Evidence {
			cited[e.Span.Document] = true
		}
	}
	out.Documents = nil
	for _, d := range s.Documents {
		if cited[d.ID] {
			out.Documents = append(out.Documents, d)
		}
	}
	return &out
}
