package lexicon

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// Source is where a lexicon comes from: a crisis, as [Open] takes it, and the
// folders of a desk's own words, which need not exist.
type Source struct {
	Crisis string
	Own    []string
}

// Open loads the lexicon as its files are now.
func (s Source) Open() (*Lexicon, error) { return Open(s.Crisis, s.Own...) }

// Stamp says how the files of a lexicon lie: it is another one whenever one of
// them has come, gone or changed.
type Stamp string

// lookEvery is how often the files of a lexicon are looked at.
const lookEvery = time.Second

// Follow calls changed with the lexicon whenever its files have changed since a
// stamp, where they are good, and broken with the error where they are not,
// until ctx ends. Files of the program itself do not change.
func (s Source) Follow(ctx context.Context, since Stamp, changed func(*Lexicon), broken func(error)) {
	tick := time.NewTicker(lookEvery)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
		now := s.Stamp()
		if now == since {
			continue
		}
		since = now
		if l, err := s.Open(); err != nil {
			broken(err)
		} else {
			changed(l)
		}
	}
}

// Stamp is that of the files as they are now. One that is taken before [Source.Open]
// misses nothing that Open does not know.
func (s Source) Stamp() Stamp {
	var out strings.Builder
	for _, dir := range append([]string{s.Crisis}, s.Own...) {
		names, err := filepath.Glob(filepath.Join(dir, "*.toml"))
		if err != nil {
			continue
		}
		for _, name := range names {
			if info, err := os.Stat(name); err == nil {
				fmt.Fprintln(&out, name, info.Size(), info.ModTime().UnixNano())
			}
		}
	}
	return Stamp(out.String())
}
