package train

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"crisisdesk/feed/language"
	"crisisdesk/feed/language/internal/parsing"
)

// writeTreebank writes sentences made of a few subjects, verbs and objects.
func writeTreebank(t *testing.T, dir, name string, subjects []string) {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	fmt.Fprintln(z, "# newdoc id = made")
	for _, s := range subjects {
		for _, v := range []string{"shelled", "raided", "left", "watched", "bombed"} {
			for _, o := range []string{"towns", "camps", "roads", "hills"} {
				fmt.Fprintf(z, "# text = The %s %s %s.\n", s, v, o)
				for i, w := range []string{
					"The the DET DT 2 det _", s + " " + s + " NOUN NN 3 nsubj _", v + " " + strings.TrimSuffix(v, "ed") + " VERB VBD 0 root _",
					o + " " + strings.TrimSuffix(o, "s") + " NOUN NNS 3 obj SpaceAfter=No", ". . PUNCT . 3 punct _",
				} {
					f := strings.Fields(w)
					fmt.Fprintln(z, strings.Join([]string{fmt.Sprint(i + 1), f[0], f[1], f[2], f[3], "_", f[4], f[5], "_", f[6]}, "\t"))
				}
				fmt.Fprintln(z)
			}
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, name+".conllu.gz"), b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestWeightsAreLearntAndTheSameEachTime(t *testing.T) {
	dir := t.TempDir()
	writeTreebank(t, dir, "ewt-train", []string{"army", "militia", "patrol"})
	writeTreebank(t, dir, "gum-train", []string{"column", "squad"})
	for _, name := range Calibrations {
		writeTreebank(t, dir, name, []string{"army"})
	}
	var weights [2][]byte
	for i := range weights {
		var err error
		if weights[i], err = Weights(dir, io.Discard); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(weights[0], weights[1]) {
		t.Error("two runs on the same treebanks gave different weights")
	}
	a, err := language.Load(weights[0])
	if err != nil {
		t.Fatal(err)
	}
	trees, err := Read(dir, "gum-train")
	if err != nil {
		t.Fatal(err)
	}
	r := Evaluate(a, trees)
	if r.UPOS < 99 || r.LAS < 99 || r.Frames < 99 || r.Sentences < 99 || r.Tokens < 99 {
		t.Errorf("on what it learnt from the annotator reaches %+v, want 99 or more", r)
	}
}

func TestReadSaysWhereAFileIsDamaged(t *testing.T) {
	dir := t.TempDir()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	fmt.Fprint(z, "# text = No.\n1\tNo\tno\n")
	z.Close()
	os.WriteFile(filepath.Join(dir, "bad.conllu.gz"), b.Bytes(), 0o644)
	if _, err := Read(dir, "bad"); err == nil || !strings.Contains(err.Error(), "line 2: 3 columns, want 10") {
		t.Errorf("error %v, want one that names line 2", err)
	}
}

func TestRisingPoolsSharesThatFall(t *testing.T) {
	got := rising([]float64{10, 40, 30, 90}, []float64{100, 100, 100, 100})
	for i, want := range []float32{0.1, 0.35, 0.35, 0.9} {
		if d := got[i] - want; d > 0.01 || d < -0.01 {
			t.Errorf("share of bin %d is %.3f, want %.2f", i, got[i], want)
		}
	}
}

// TestOracleLeadsToTheTree follows moves without cost through random projective
// trees: the tree that comes out must be the one that went in.
func TestOracleLeadsToTheTree(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 12).Draw(t, "words")
		heads := make([]int32, n)
		drawTree(t, heads, 0, n, int32(n))
		o := oracle{heads: heads}
		got := make([]int32, n)
		var nodes parsing.Nodes
		nodes.Reset(n)
		var s parsing.State
		for s.Reset(&nodes); !s.Done(); {
			free := -1
			for _, m := range s.Legal() {
				if o.cost(&s, m) == 0 {
					free = int(m)
				}
			}
			switch parsing.Move(free) {
			case -1:
				t.Fatalf("no move without cost for %v", heads)
			case parsing.Shift:
				s.Push()
			default:
				h, d := s.Arc(parsing.Move(free))
				got[d] = h
				s.Attach(parsing.Move(free), 0, 0)
			}
		}
		for d, h := range heads {
			if got[d] != h {
				t.Fatalf("word %d got head %d of %v", d, got[d], heads)
			}
		}
	})
}

// drawTree fills heads[from:to] with a projective tree under head.
func drawTree(t *rapid.T, heads []int32, from, to int, head int32) {
	if from >= to {
		return
	}
	root := rapid.IntRange(from, to-1).Draw(t, "root")
	heads[root] = head
	left := rapid.IntRange(from, root).Draw(t, "left")
	right := rapid.IntRange(root+1, to).Draw(t, "right")
	drawTree(t, heads, from, left, int32(root))
	drawTree(t, heads, left, root, int32(root))
	drawTree(t, heads, root+1, right, int32(root))
	drawTree(t, heads, right, to, int32(root))
}

func TestTemplatesMakeTrees(t *testing.T) {
	trees, err := made(1)
	if err != nil {
		t.Fatal(err)
	}
	for _, tree := range trees {
		roots := 0
		for i, w := range tree.Words {
			if w.Head < 0 {
				roots++
			}
			steps := 0
			for h := i; h >= 0; h = tree.Words[h].Head {
				if steps++; steps > len(tree.Words) || tree.Words[h].Head >= len(tree.Words) {
					t.Fatalf("no tree: %v", tree.Words)
				}
			}
		}
		if roots != 1 {
			t.Errorf("%d roots: %v", roots, tree.Words)
		}
	}
}
