package feed_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"crisisdesk/feed"
	"crisisdesk/model"
)

// BenchmarkMovedIn is the time from a file moved into the folder to its update.
func BenchmarkMovedIn(b *testing.B) {
	dir := b.TempDir()
	in := filepath.Join(dir, "in")
	if err := os.Mkdir(in, 0o700); err != nil {
		b.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	told, ended := make(chan string, 1), make(chan error)
	go func() {
		ended <- feed.Run(ctx, feed.Options{Dir: in, Extract: wordy}, func(updates []model.Update, _ model.Progress) {
			for _, u := range updates {
				told <- u.Path
			}
			if updates == nil {
				select {
				case told <- "": // the feed is ready
				default:
				}
			}
		})
	}()
	<-told
	for i := 0; b.Loop(); i++ {
		name := fmt.Sprintf("%d.txt", i)
		if err := os.WriteFile(filepath.Join(dir, name), []byte("one"), 0o600); err != nil {
			b.Fatal(err)
		}
		if err := os.Rename(filepath.Join(dir, name), filepath.Join(in, name)); err != nil {
			b.Fatal(err)
		}
		for <-told != name {
		}
	}
	cancel()
	if err := <-ended; err != nil {
		b.Error(err)
	}
}
