package linear_test

import (
	"bytes"
	"testing"

	"crisisdesk/feed/linear"
)

func words(ws ...string) linear.Features {
	var f linear.Features
	for _, w := range ws {
		f.Add("w", w)
	}
	return f
}

var classes = []string{"strike", "talks"}

func examples() []linear.Example {
	var out []linear.Example
	for range 5 {
		out = append(out,
			linear.Example{Features: words("jets", "bombed"), Class: 0},
			linear.Example{Features: words("drones", "struck"), Class: 0},
			linear.Example{Features: words("envoys", "met"), Class: 1},
			linear.Example{Features: words("ministers", "met"), Class: 1})
	}
	return out
}

func TestTrainedModelTellsClassesApart(t *testing.T) {
	m := linear.Train(classes, examples(), linear.Options{})
	for _, c := range []struct {
		in   linear.Features
		want string
	}{
		{words("jets", "bombed", "unseen"), "strike"},
		{words("met"), "talks"},
		{words("drones"), "strike"},
	} {
		if got, p := m.Best(&c.in); got != c.want || p < 0.6 {
			t.Errorf("Best(%v) = %s %.2f, want %s", c.in, got, p, c.want)
		}
	}
}

func TestTrainingIsDeterministicAndSurvivesTheFile(t *testing.T) {
	var a, b bytes.Buffer
	if err := linear.Train(classes, examples(), linear.Options{}).Write(&a); err != nil {
		t.Fatal(err)
	}
	if err := linear.Train(classes, examples(), linear.Options{}).Write(&b); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(a.Bytes(), b.Bytes()) {
		t.Fatal("two trainings on the same examples differ")
	}
	m, err := linear.Read(bytes.NewReader(a.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	var c bytes.Buffer
	if err := m.Write(&c); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(a.Bytes(), c.Bytes()) {
		t.Fatal("a model read and written again differs")
	}
}

func TestReadRefusesWhatIsNoModel(t *testing.T) {
	for _, in := range []string{"", "abc", "\x00\x00\x00\x00", "\x02\x00\x00\x00\x01a"} {
		if _, err := linear.Read(bytes.NewReader([]byte(in))); err == nil {
			t.Errorf("Read(%q) gave no error", in)
		}
	}
}

func BenchmarkBest(b *testing.B) {
	m := linear.Train(classes, examples(), linear.Options{})
	f := words("jets", "bombed", "the", "airfield")
	b.ReportAllocs()
	for b.Loop() {
		m.Best(&f)
	}
}
