package model

// Snapshot is everything the desk knows at one moment. It is immutable and
// shared by all readers: whoever holds one may read it for as long as they like.
type Snapshot struct {
	Version    uint64      // grows with every publication
	Documents  []*Document // by path
	Incidents  []*Incident // newest event first, then by ID; undated last
	Statements []*Statement
	Questions  []*Question // standing questions first, then by number of origins
	Problems   []Problem   // by path
	Progress   Progress
	AsOf       Day // latest publication on the board: the desk's present

	documents  map[DocumentID]*Document
	incidents  map[IncidentID]*Incident
	statements map[StatementID]*Statement
	questions  map[QuestionID]*Question
}

// Document returns a document by ID, nil where the snapshot has none.
func (s *Snapshot) Document(id DocumentID) *Document { return s.documents[id] }

// Incident returns an incident by ID, nil where the snapshot has none.
func (s *Snapshot) Incident(id IncidentID) *Incident { return s.incidents[id] }

// Statement returns a statement by ID, nil where the snapshot has none.
func (s *Snapshot) Statement(id StatementID) *Statement { return s.statements[id] }

// Question returns a question by ID, nil where the snapshot has none.
func (s *Snapshot) Question(id QuestionID) *Question { return s.questions[id] }
