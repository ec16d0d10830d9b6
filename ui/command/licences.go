package command

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"io"
)

// licences.txt.gz holds the licence of every module that is built in; the test
// of this package, run with -update, collects them.
//
//go:embed licences.txt.gz
var collected []byte

// Licences are those of the project, which are given, and of every module that
// is built in.
func Licences(own ...string) (string, error) {
	var out bytes.Buffer
	for _, text := range own {
		out.WriteString(text + "\n")
	}
	z, err := gzip.NewReader(bytes.NewReader(collected))
	if err != nil {
		return "", err
	}
	_, err = io.Copy(&out, z)
	return out.String(), err
}
