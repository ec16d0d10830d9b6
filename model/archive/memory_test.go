package archive

import (
	"testing"
	"time"
)

// While another process holds the database, what was extracted waits, and what
// was claimed stays claimed: the other would extract it again.
func TestWhatABusyDatabaseCannotTakeIsNotSettled(t *testing.T) {
	dir := t.TempDir()
	a, _ := openDesk(t, dir)
	other, _ := openDesk(t, dir)
	m, r := a.Memory(version), records(9, 2)
	if !m.Keep(t.Context(), r[:1], nil) {
		t.Fatal("a free database takes nothing")
	}
	if err := other.Put(t.Context(), version, records(8, 1)...); err != nil {
		t.Fatal(err)
	}
	held, err := other.facts.open.begin(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if m.Keep(t.Context(), r[1:], nil) || m.Keep(t.Context(), nil, nil) {
		t.Error("what is not stored counts as settled")
	}
	if err := held.Rollback(); err != nil {
		t.Fatal(err)
	}
	for !m.Keep(t.Context(), nil, nil) {
		time.Sleep(10 * time.Millisecond)
	}
	if get(t, a, r[1]) == nil {
		t.Error("what waited is not stored")
	}
}
