package model

// Snapshot is everything the desk knows at one moment. It is immutable and
// shared by all readers: whoever holds one may read it for as long as they
// like, and changes nothing in it.
type Snapshot struct {
	Version    uint64          // grows with every publication
	Documents  List[*Document] // by path
	Incidents  List[*Incident] // newest event first, then by ID; undated last
	Statements List[*Said]     // newest first, then by document and position; undated last
	Questions  List[*Question] // standing questions first, then the officers' own, then by number of origins
	Problems   []Problem       // by path
	Progress   Progress
	Work       *Work // what officers have done; never nil on a board
	AsOf       Day   // latest day by which a document has certainly appeared: the desk's present

	documents  lookup[DocumentID, *Document]
	incidents  lookup[IncidentID, *Incident]
	statements lookup[StatementID, *Said]
	questions  lookup[QuestionID, *Question]

	superseded chan struct{} // closed when a newer Snapshot is published
}

// Document returns a document by ID, nil where the snapshot has none.
func (s *Snapshot) Document(id DocumentID) *Document { return s.documents.get(id) }

// Incident returns an incident by ID, nil where the snapshot has none.
func (s *Snapshot) Incident(id IncidentID) *Incident { return s.incidents.get(id) }

// Statement returns a statement by ID, nil where the snapshot has none.
func (s *Snapshot) Statement(id StatementID) *Said { return s.statements.get(id) }

// Question returns a question by ID, nil where the snapshot has none.
func (s *Snapshot) Question(id QuestionID) *Question { return s.questions.get(id) }
