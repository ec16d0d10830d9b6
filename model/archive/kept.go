package archive

import (
	"bytes"
	"compress/flate"
	"io"
	"strings"
	"sync"

	"crisisdesk/model"
)

// keptText is text with line feeds for the bytes that lie in no passage, so
// that offsets hold. A document without passages is kept whole.
func keptText(text string, passages []model.Passage) string {
	if len(passages) == 0 {
		return text
	}
	var b strings.Builder
	b.Grow(len(text))
	for _, p := range passages {
		start, end := max(p.Start, b.Len()), min(p.End, len(text))
		if start >= end {
			continue
		}
		b.WriteString(strings.Repeat("\n", start-b.Len()))
		b.WriteString(text[start:end])
	}
	return b.String()
}

var deflaters = sync.Pool{New: func() any {
	w, _ := flate.NewWriter(nil, flate.BestSpeed) // whose only error is that of another level
	return w
}}

func deflate(s string) []byte {
	var b bytes.Buffer
	w := deflaters.Get().(*flate.Writer)
	defer deflaters.Put(w)
	w.Reset(&b)
	io.WriteString(w, s) // a buffer takes everything
	w.Close()
	return b.Bytes()
}

// longestInflated bounds what damaged bytes can grow to; no document is longer.
const longestInflated = 16 << 20

var inflaters = sync.Pool{New: func() any { return flate.NewReader(nil) }}

func inflate(body []byte) (string, error) {
	r := inflaters.Get().(io.ReadCloser)
	defer inflaters.Put(r)
	if err := r.(flate.Resetter).Reset(bytes.NewReader(body), nil); err != nil {
		return "", err
	}
	var b strings.Builder
	_, err := io.Copy(&b, io.LimitReader(r, longestInflated))
	return b.String(), err
}
