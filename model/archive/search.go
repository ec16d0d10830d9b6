package archive

import (
	"context"
	"database/sql"
	"strings"
	"time"
	"unicode"

	"crisisdesk/model"
)

// Hit is a document in which all the words asked for stand.
type Hit struct {
	Document model.DocumentID
	Path     string
	Title    string
	Gone     time.Time  // when it left the folder; zero while it lies there
	Snippet  model.Span // the stretch that holds most of the words; none where they stand in the title alone
	Words    []Stretch  // where they stand in the snippet
}

// Stretch is bytes Start to End of the text of a document.
type Stretch struct{ Start, End int }

// Search finds the documents, at most limit of them, in whose titles and texts
// every word stands at the start of some word. Case and diacritics do not
// count. The best come first: those in which the words are many, rare and in
// the title; of very many documents only the newest are compared.
func (a *Archive) Search(ctx context.Context, words string, limit int) ([]Hit, error) {
	query, folded := matchAll(words)
	if query == "" || limit <= 0 {
		return nil, nil
	}
	var hits []Hit
	err := a.facts.use(func(c *connection) (err error) {
		hits, err = c.search(ctx, query, folded, limit)
		return err
	})
	return hits, err
}

// matchAll is the query of FTS5 for all of words, each in quotes so that none
// is an operator, and the words themselves as they are found in a text.
func matchAll(words string) (query string, folded []string) {
	var terms []string
	for _, field := range strings.Fields(strings.ReplaceAll(words, "\x00", " ")) {
		found := foldedWords(field)
		if len(found) == 0 {
			continue
		}
		folded = append(folded, found...)
		terms = append(terms, `"`+strings.ReplaceAll(field, `"`, `""`)+`"*`)
	}
	return strings.Join(terms, " "), folded
}

// mostRanked is how many documents one search compares.
const mostRanked = 2_000

func (c *connection) search(ctx context.Context, query string, words []string, limit int) ([]Hit, error) {
	rows, err := c.reader.QueryContext(ctx, `SELECT name, path, title, gone, body
		FROM (SELECT found, place FROM
			(SELECT rowid AS found, bm25(words, 4.0, 1.0) AS place FROM words WHERE words MATCH ? ORDER BY rowid DESC LIMIT ?)
			ORDER BY place, found DESC LIMIT ?)
		JOIN document ON id = found LEFT JOIN text ON document = found ORDER BY place, found DESC`, query, mostRanked, limit)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var hits []Hit
	for rows.Next() {
		var h Hit
		var gone sql.NullInt64
		var body sql.RawBytes
		if err := rows.Scan(&h.Document, &h.Path, &h.Title, &gone, &body); err != nil {
			return nil, err
		}
		h.Gone = timeOf(gone)
		if text, err := inflate(body); err == nil {
			h.Snippet, h.Words = snippet(text, words)
			h.Snippet.Document = h.Document
		}
		hits = append(hits, h)
	}
	return hits, rows.Err()
}

// inWord reports whether r belongs to a word, as the index cuts words.
func inWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsNumber(r) || isDiacritic(r)
}

// isDiacritic reports whether r is a mark that the index passes over.
func isDiacritic(r rune) bool { return r >= 0x300 && r <= 0x331 }
