package archive

import (
	"context"
	"os"
	"testing"
)

var background = context.Background()

// TestMain is the tests, or an officer at work where a test started it as one.
func TestMain(m *testing.M) {
	if dir := os.Getenv(officerAt); dir != "" {
		os.Exit(workUntilKilled(dir, os.Getenv(officerSeed)))
	}
	code := m.Run()
	os.RemoveAll(largeDir)
	os.Exit(code)
}
