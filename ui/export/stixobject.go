package export

import (
	"bytes"
	"crypto/sha1"
	"encoding/hex"
	"encoding/json"
	"io"
)

// stixObject has the properties of all types of object that are written; each
// type has some of them.
type stixObject struct {
	Type               string         `json:"type"`
	SpecVersion        string         `json:"spec_version"`
	ID                 string         `json:"id"`
	CreatedByRef       string         `json:"created_by_ref,omitempty"`
	Created            string         `json:"created,omitempty"`
	Modified           string         `json:"modified,omitempty"`
	Name               string         `json:"name,omitempty"`
	Description        string         `json:"description,omitempty"`
	IdentityClass      string         `json:"identity_class,omitempty"`
	Published          string         `json:"published,omitempty"`
	Abstract           string         `json:"abstract,omitempty"`
	Content            string         `json:"content,omitempty"`
	Opinion            string         `json:"opinion,omitempty"`
	Explanation        string         `json:"explanation,omitempty"`
	Authors            []string       `json:"authors,omitempty"`
	Labels             []string       `json:"labels,omitempty"`
	ExternalReferences []stixExternal `json:"external_references,omitempty"`
	FirstObserved      string         `json:"first_observed,omitempty"`
	LastObserved       string         `json:"last_observed,omitempty"`
	NumberObserved     int            `json:"number_observed,omitempty"`
	Hashes             *stixHashes    `json:"hashes,omitempty"`
	URL                string         `json:"url,omitempty"`
	Latitude           *float64       `json:"latitude,omitempty"`
	Longitude          *float64       `json:"longitude,omitempty"`
	Country            string         `json:"country,omitempty"`
	RelationshipType   string         `json:"relationship_type,omitempty"`
	SourceRef          string         `json:"source_ref,omitempty"`
	TargetRef          string         `json:"target_ref,omitempty"`
	DefinitionType     string         `json:"definition_type,omitempty"`
	Definition         *stixTLP       `json:"definition,omitempty"`
	ObjectRefs         []string       `json:"object_refs,omitempty"`
	ObjectMarkingRefs  []string       `json:"object_marking_refs,omitempty"`
}

type stixExternal struct {
	SourceName  string `json:"source_name"`
	Description string `json:"description"`
}

type stixHashes struct {
	SHA256 string `json:"SHA-256"`
}

type stixTLP struct {
	TLP string `json:"tlp"`
}

// uuidIn is the name-based identifier (RFC 9562, version 5) of a name in a namespace.
func uuidIn(space [16]byte, name ...string) string {
	sum := sha1.New()
	sum.Write(space[:])
	for _, n := range name {
		io.WriteString(sum, n)
	}
	var u [sha1.Size]byte
	sum.Sum(u[:0])
	u[6], u[8] = u[6]&0x0f|0x50, u[8]&0x3f|0x80
	var out [36]byte
	for i, part := range [...][2]int{{0, 4}, {4, 6}, {6, 8}, {8, 10}, {10, 16}} {
		hex.Encode(out[part[0]*2+i:], u[part[0]:part[1]])
		if i > 0 {
			out[part[0]*2+i-1] = '-'
		}
	}
	return string(out[:])
}

// lines writes objects as JSON, parted by commas.
type lines struct {
	w     io.Writer
	buf   bytes.Buffer
	json  *json.Encoder
	begun bool
}

func newLines(w io.Writer) *lines {
	l := &lines{w: w}
	l.json = json.NewEncoder(escaping{&l.buf})
	l.json.SetEscapeHTML(false)
	return l
}

func (l *lines) put(o *stixObject) error {
	l.buf.Reset()
	if l.begun {
		l.buf.WriteByte(',')
	}
	l.begun = true
	if err := l.json.Encode(o); err != nil {
		return err
	}
	_, err := l.w.Write(l.buf.Bytes())
	return err
}
