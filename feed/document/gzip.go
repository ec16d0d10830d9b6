package document

import (
	"bytes"
	"compress/gzip"
	"errors"
	"io"
)

// unpack undoes gzip, up to MaxSize and no further.
func unpack(raw []byte) ([]byte, error) {
	z, err := gzip.NewReader(bytes.NewReader(raw))
	if err != nil {
		return nil, Refusal("not read: it is not packed by gzip, as its name says")
	}
	out, err := io.ReadAll(io.LimitReader(z, MaxSize+1))
	switch {
	case errors.Is(err, io.ErrUnexpectedEOF):
		return nil, Refusal("not read: the packed file is cut off")
	case err != nil:
		return nil, Refusal("not read: the packed file is damaged")
	case len(out) > MaxSize:
		return nil, Refusal("too large: unpacked it is more than 8 MiB")
	}
	return out, nil
}
