package serve

import (
	"io"
	"time"
)

// patientChunk is what a client must take within the limit of time.
const patientChunk = 4 << 10

// patient writes to a client for as long as it takes some of it now and then.
type patient struct {
	io.Writer
	limit  time.Duration
	giveUp func() // makes a Write under way fail
}

func (p patient) Write(b []byte) (n int, err error) {
	timer := time.AfterFunc(p.limit, p.giveUp)
	defer timer.Stop()
	for n < len(b) && err == nil {
		timer.Reset(p.limit)
		var wrote int
		wrote, err = p.Writer.Write(b[n:min(len(b), n+patientChunk)])
		n += wrote
	}
	return n, err
}

// keyboard reads what an officer types.
type keyboard struct {
	io.Reader
	typed func()
	gone  func() // nothing more will be typed
}

func (k keyboard) Read(b []byte) (int, error) {
	n, err := k.Reader.Read(b)
	if n > 0 {
		k.typed()
	}
	if err != nil {
		k.gone()
	}
	return n, err
}
