package feed

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"os"
	"sync"
)

// Version names this program by its bytes, models among them, and the sum of
// the lexicon that it reads with: what another one extracted may differ. The
// first call reads the program, for which one may call it early.
func Version(lexicon string) (string, error) {
	program, err := programSum()
	if err != nil {
		return "", err
	}
	sum := sha256.New()
	sum.Write(program)
	io.WriteString(sum, lexicon)
	return hex.EncodeToString(sum.Sum(nil)), nil
}

// programSum is the SHA-256 of the program's file.
var programSum = sync.OnceValues(func() ([]byte, error) {
	path, err := os.Executable()
	if err != nil {
		return nil, err
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	sum := sha256.New()
	if _, err := io.Copy(sum, f); err != nil {
		return nil, err
	}
	return sum.Sum(nil), nil
})
