package archive

import (
	"context"
	"os"
	"testing"
)

var background = context.Background()

func TestMain(m *testing.M) {
	code := m.Run()
	os.RemoveAll(largeDir)
	os.Exit(code)
}
