package model

// DocumentID names one version of one file: it changes when the path or the bytes do.
type DocumentID string

// Document is one version of one file, as read.
type Document struct {
	ID        DocumentID
	Path      string // relative to the watched folder, slashes
	SHA256    string // of the bytes on disk, hexadecimal
	Size      int    // bytes
	Title     string
	Outlet    string // as the lexicon or the page names it; "" where nothing does
	OutletID  string // entry of the lexicon, "" where it has none
	OwnerID   string // who owns that outlet: outlets of one owner are one origin
	Authors   []string
	Published Published
	Language  string    // BCP 47 tag, "en"
	Passages  []Passage // kept text, in order; what lies between is page furniture
	Sketch    Sketch    // of the words of its passages: reposts are known by it
	Notes     []string  // what was odd about it, for the reader: "12 bytes are not UTF-8"
}

// Published is when a document appeared and how that is known.
type Published struct {
	When
	KnownFrom Ground
}

// Ground says how a publication date is known.
type Ground string

// The grounds, strongest first. GroundBounds means that no date is given and
// the text itself bounds it; file time is never a ground.
const (
	GroundMetadata Ground = "metadata" // a field of the format, or a line such as "Published October 17, 2025"
	GroundDateline Ground = "dateline" // "KABUL, Oct 10 —"
	GroundByline   Ground = "byline"   // a date standing alone beside title or by-line
	GroundURL      Ground = "url"
	GroundFooter   Ground = "footer" // "Published in The Courier, August 24th, 2025"
	GroundBounds   Ground = "bounds"
	GroundOfficer  Ground = "officer" // an officer set it; it goes before all others
	GroundNone     Ground = ""
)

// Passage is a stretch of kept text: bytes Start to End of the file.
type Passage struct {
	Start, End int
	Kind       PassageKind
}

// PassageKind says what part of a page a passage is.
type PassageKind uint8

// The kinds of passage.
const (
	Body PassageKind = iota
	Title
	Standfirst
	Heading
	Caption
)
