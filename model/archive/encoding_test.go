package archive

import (
	"bytes"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"crisisdesk/model"
)

// TestFactsComeBackAsTheyWere draws every field of every type by reflection:
// a field that the encoding forgets fails it.
func TestFactsComeBackAsTheyWere(t *testing.T) {
	drawn := rapid.Make[model.Facts]().Filter(func(f model.Facts) bool { return f.Document != nil })
	rapid.Check(t, func(t *rapid.T) {
		want := drawn.Draw(t, "facts")
		got, err := decodeFacts(encodeFacts(&want))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(&want, got, cmpopts.EquateNaNs()); diff != "" {
			t.Fatalf("(-put +got):\n%s", diff)
		}
	})
}

func TestWordsWithinWordsAreStoredOnce(t *testing.T) {
	said := "the strikes hit a market in Barmal, and killed forty-six people, most of them women and children"
	f := &model.Facts{Document: &model.Document{}, Reports: []model.Report{{
		Summary:    said,
		Places:     []model.Place{{Name: "Barmal"}},
		Casualties: []model.Casualty{{Who: "women and children", Evidence: model.Span{Text: "killed forty-six people"}}},
		Evidence:   []model.Span{{Text: said}},
	}}}
	if got := len(encodeFacts(f)); got > len(said)+80 {
		t.Errorf("%d bytes for words of %d", got, len(said))
	}
}

func TestDamagedFactsAreNotRead(t *testing.T) {
	body := encodeFacts(newCorpus(1).next().Facts)
	for i := range body {
		damaged := append([]byte(nil), body...)
		damaged[i] ^= 0x10
		if _, err := decodeFacts(damaged); !errors.Is(err, errDamaged) {
			t.Fatalf("byte %d of %d: %v", i, len(body), err)
		}
		if _, err := decodeFacts(body[:i]); !errors.Is(err, errDamaged) {
			t.Fatalf("%d bytes of %d: %v", i, len(body), err)
		}
	}
}

// FuzzDecode reads any bytes behind a right checksum.
func FuzzDecode(f *testing.F) {
	f.Add(encodeFacts(newCorpus(1).next().Facts)[4:])
	f.Fuzz(func(t *testing.T, rest []byte) {
		got, err := decodeFacts(checked(rest))
		if err != nil {
			return
		}
		body := encodeFacts(got)
		again, err := decodeFacts(body)
		if err != nil || !bytes.Equal(encodeFacts(again), body) {
			t.Errorf("%+v, %v\nis not what was decoded:\n%+v", again, err, got)
		}
	})
}
