package document

import "testing"

func TestTongue(t *testing.T) {
	for text, want := range map[string]string{
		para("On Friday"): "en",
		"دولت دیروز گفت که مرز باز است":        "und-Arab",
		"Die Grenze blieb am Freitag gesperrt": "und",
	} {
		if got := tongue(text); got != want {
			t.Errorf("%.30s…: %s, want %s", text, got, want)
		}
	}
}

func TestTongueOfTheCorpus(t *testing.T) {
	for _, e := range examples(t, "corpus/docs", "corpus/gold") {
		if got := tongue(e.Text); got != "en" {
			t.Errorf("%s: %s", e.Name, got)
		}
	}
}
