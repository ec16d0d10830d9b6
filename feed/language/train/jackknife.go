package train

import (
	"sync"

	"crisisdesk/feed/language/internal/lexis"
	"crisisdesk/feed/language/internal/tagging"
)

// jackknife tags each fold of the data with a tagger trained on the others, so
// that the parser learns from tags as good as those that it will be given.
func jackknife(data []sample, v *lexis.Vocabulary, inv tagging.Inventory, folds int) {
	var wg sync.WaitGroup
	for fold := range folds {
		wg.Go(func() {
			var rest []sample
			for i := range data {
				if foldOf(i, folds) != fold {
					rest = append(rest, data[i])
				}
			}
			tagger := trainTagger(rest, v, inv, uint64(100+fold))
			var scratch tagging.Scratch
			for i := range data {
				if foldOf(i, folds) == fold {
					tagger.Tag(data[i].words, data[i].tags, &scratch)
				}
			}
		})
	}
	wg.Wait()
}

// foldOf keeps the sentences of a document mostly in one fold.
func foldOf(i, folds int) int {
	const run = 50
	return i / run % folds
}
