package model

// Span points at words of a document: bytes Start to End of the file as it
// lies on disk, and the words themselves.
type Span struct {
	Document DocumentID
	Start    int
	End      int
	Text     string
}

// Finding says what found a fact: the name of a rule or model, and how sure
// it is (0 to 1; 0 where it does not say).
type Finding struct {
	By         string
	Confidence float32
}
