package archive

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"crisisdesk/model"
)

// longestLine bounds an entry in a journal, in bytes.
const longestLine = 64 << 10

// formatLine writes an entry as a line of a journal.
func formatLine(e model.Entry) ([]byte, error) {
	var b bytes.Buffer
	to := json.NewEncoder(&b)
	to.SetEscapeHTML(false)
	if err := to.Encode(e); err != nil {
		return nil, err
	}
	if b.Len() > longestLine {
		return nil, fmt.Errorf("an entry of %d bytes is too long: at most %d", b.Len(), longestLine)
	}
	return b.Bytes(), nil
}

// readLines calls each with the entries of whole lines of a journal, from
// offset on, and returns where the last of them ends. What stands behind it is
// a line still being written, or torn by a crash. Lines that are no entry of
// that officer are counted.
func readLines(file io.ReaderAt, offset int64, officer model.Officer, each func(model.Entry)) (end int64, strange int, err error) {
	from := bufio.NewReaderSize(io.NewSectionReader(file, offset, 1<<62-offset), longestLine+1)
	end = offset
	size, long := 0, false
	for {
		line, err := from.ReadSlice('\n')
		size += len(line)
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			long = true
			continue
		case errors.Is(err, io.EOF):
			return end, strange, nil
		case err != nil:
			return end, strange, err
		}
		end += int64(size)
		e, ok := parseLine(line, officer)
		switch {
		case ok && !long:
			each(e)
		case long || len(bytes.TrimSpace(line)) > 0:
			strange++
		}
		size, long = 0, false
	}
}

func parseLine(line []byte, officer model.Officer) (model.Entry, bool) {
	var e model.Entry
	err := json.Unmarshal(line, &e)
	return e, err == nil && e.Officer == officer && e.Seq > 0
}
