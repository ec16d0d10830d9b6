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

// unseen is the stamp of files that nobody has looked at.
const unseen = "unseen"

// lookEvery is how often the files of a lexicon are looked at.
const lookEvery = time.Second

// Follow calls changed with the lexicon soon, and whenever its files have
// changed, where they are good, and broken with the error where they are not,
// until ctx ends. Files of the program itself do not change.
func (s Source) Follow(ctx context.Context, changed func(*Lexicon), broken func(error)) {
	tick := time.NewTicker(lookEvery)
	defer tick.Stop()
	for was := unseen; ; {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
		now := s.stamp()
		if now == was {
			continue
		}
		was = now
		if l, err := s.Open(); err != nil {
			broken(err)
		} else {
			changed(l)
		}
	}
}

// stamp is other whenever a file has come, gone or changed.
func (s Source) stamp() string {
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
	return out.String()
}
