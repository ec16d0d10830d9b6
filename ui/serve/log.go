package serve

import (
	"io"
	"log/slog"
	"os"
)

// OpenLog is a log that is added to a file, or written to standard error where
// path is "". What is not plain text in it stands quoted.
func OpenLog(path string) (*slog.Logger, io.Closer, error) {
	if path == "" {
		return slog.New(slog.NewTextHandler(os.Stderr, nil)), io.NopCloser(nil), nil
	}
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_APPEND, 0o600)
	if err != nil {
		return nil, nil, err
	}
	return slog.New(slog.NewTextHandler(f, nil)), f, nil
}
