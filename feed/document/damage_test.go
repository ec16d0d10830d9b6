package document

import (
	"context"
	"errors"
	"flag"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var damages = flag.Int("damages", 100, "how many damaged copies of each sample TestDamagedFiles reads")

// TestDamagedFiles reads copies of the samples with bytes changed, cut out and
// doubled: each is read, or refused with a reason, and never panics.
func TestDamagedFiles(t *testing.T) {
	files, err := filepath.Glob("testdata/formats/*")
	if err != nil {
		t.Fatal(err)
	}
	r := rand.New(rand.NewPCG(1, 2))
	for _, file := range files {
		name := filepath.Base(file)
		if strings.HasSuffix(name, ".golden") {
			continue
		}
		t.Run(name, func(t *testing.T) {
			copies := *damages
			if filepath.Ext(name) == ".pdf" {
				needPDF(t)
				copies /= 10 // each starts a process
			}
			raw, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			for range copies {
				read, err := ReadAll(context.Background(), name, damaged(r, raw), someDesk{})
				var refusal Refusal
				if err != nil && !errors.As(err, &refusal) {
					t.Fatalf("an error without a reason: %v", err)
				}
				for _, one := range read {
					holdPassages(t, one)
				}
			}
		})
	}
}

// damaged is a copy of raw with up to five changes.
func damaged(r *rand.Rand, raw []byte) []byte {
	out := append([]byte(nil), raw...)
	for range 1 + r.IntN(5) {
		at := r.IntN(len(out) + 1)
		to := min(len(out), at+r.IntN(40))
		switch r.IntN(4) {
		case 0:
			for i := at; i < to; i++ {
				out[i] = byte(r.Uint32())
			}
		case 1:
			out = append(out[:at], out[to:]...)
		case 2:
			out = append(out[:to], append(append([]byte(nil), out[at:to]...), out[to:]...)...)
		case 3:
			if r.IntN(4) == 0 {
				out = out[:at]
			}
		}
	}
	return out
}
