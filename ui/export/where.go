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
	for i := range out.Incidents.All() {
		for _, r := range i.Reports {
			cited[r.Document()] = true
		}
	}
	for st := range out.Statements.All() {
		cited[st.Document()] = true
	}
	for q := range out.Questions.All() {
		for e := range q.Evidence.All() {
			cited[e.Document()] = true
		}
	}
	var documents []*model.Document
	for d := range s.Documents.All() {
		if cited[d.ID] {
			documents = append(documents, d)
		}
	}
	out.Documents = model.ListOf(documents...)
	return &out
}
