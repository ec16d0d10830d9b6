package lexicon

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"crisisdesk/model"
)

//go:embed general af-pk sudan
var embedded embed.FS

// Lexicon knows the actors, places, outlets, words and questions of its layers.
// It does not change once loaded and is safe for concurrent use; what it returns
// is shared and must not be changed.
type Lexicon struct {
	sum     string // of the bytes of all layers
	wordSum string // of their words for events, tolls, people, speech and doubt
	desk    Desk
	reckon  model.Day // from which the desk reckons, 0 where it does not say

	actors    map[string]Actor
	places    map[string]Place
	outlets   map[string]Outlet
	questions []Question
	order     struct{ actors, places, outlets []string }

	vocabulary vocabulary
	names      *trie[Name]
	events     *trie[EventWord]
	tolls      *trie[TollWord]
	people     *trie[PeopleWord]
	speech     *trie[SpeechWord]
	hedges     *trie[Hedge]
	cues       *trie[cue]
	parts      [][]int // by question and pattern: how many parts have to occur
	acting, of map[uint32]bool
}

// General is the embedded layer that serves any crisis.
func General() fs.FS { return layer(general) }

// Crisis is the embedded layer of a crisis: "af-pk".
func Crisis(name string) (fs.FS, error) {
	if _, err := fs.Stat(embedded, name); err != nil || !isID(name) {
		return nil, fmt.Errorf("no lexicon %q is built in (%s), nor is it a folder", name, strings.Join(Crises(), ", "))
	}
	return layer(name), nil
}

// Crises are the names of the crises that are built in.
func Crises() []string {
	var names []string
	entries, err := embedded.ReadDir(".")
	if err != nil {
		panic("lexicon: " + err.Error()) // embedded folders can be listed
	}
	for _, e := range entries {
		if e.Name() != general {
			names = append(names, e.Name())
		}
	}
	return names
}

const general = "general"

func layer(name string) fs.FS {
	sub, err := fs.Sub(embedded, name)
	if err != nil {
		panic("lexicon: " + err.Error()) // a fixed name that embed has checked
	}
	return sub
}

const defaultCrisis = "af-pk"

// Default is the general layer and that of Pakistan and Afghanistan, loaded at
// the first call.
var Default = sync.OnceValue(func() *Lexicon {
	l, err := Load(General(), layer(defaultCrisis))
	if err != nil {
		panic("lexicon: the embedded layers are broken: " + err.Error())
	}
	return l
})

// Open loads the general layer, that of a crisis (the name of one that is built
// in, or a folder) and those of a desk's own folders on top, where they exist.
func Open(crisis string, own ...string) (*Lexicon, error) {
	if crisis == defaultCrisis && !slices.ContainsFunc(own, hasWords) {
		return Default(), nil
	}
	layers, err := layersOf(crisis, own)
	if err != nil {
		return nil, err
	}
	return Load(layers...)
}

// layersOf are the layers that Open loads.
func layersOf(crisis string, own []string) ([]fs.FS, error) {
	layer, err := Crisis(crisis)
	if hasWords(crisis) {
		layer, err = Folder(crisis), nil
	}
	if err != nil {
		return nil, err
	}
	layers := []fs.FS{General(), layer}
	for _, dir := range own {
		if hasWords(dir) {
			layers = append(layers, Folder(dir))
		}
	}
	return layers, nil
}

// Folder is a layer of a desk: a folder of TOML files, whose problems name the
// folder, too.
func Folder(dir string) fs.FS { return folder{os.DirFS(dir), dir} }

type folder struct {
	fs.FS
	dir string
}

func hasWords(dir string) bool {
	names, err := filepath.Glob(filepath.Join(dir, "*.toml"))
	return err == nil && len(names) > 0
}

// Load reads layers, each laid over those before it. The error joins a *Problem
// for every fault found.
func Load(layers ...fs.FS) (*Lexicon, error) {
	t := newTables()
	for i, fsys := range layers {
		files, problems := readLayer(fsys)
		t.problems = append(t.problems, problems...)
		t.lay(files, i)
	}
	t.check()
	if len(t.problems) > 0 {
		return nil, errors.Join(t.problems...)
	}
	l := build(t)
	l.sum, l.wordSum = sumOf(t.files), wordSumOf(t.files)
	return l, nil
}

// Sum names the lexicon by the bytes of its files.
func (l *Lexicon) Sum() string { return l.sum }

func sumOf(files []*file) string {
	sum := sha256.New()
	for _, f := range files {
		fmt.Fprintf(sum, "%s %d\n%s", f.name, len(f.text), f.text)
	}
	return hex.EncodeToString(sum.Sum(nil))
}

func wordSumOf(files []*file) string {
	sum := sha256.New()
	for _, f := range files {
		if n := len(f.Events) + len(f.Tolls) + len(f.People) + len(f.Speech) + len(f.Hedges) + len(f.Irregular.Verbs) + len(f.Irregular.Nouns); n > 0 {
			fmt.Fprintln(sum, f.Events, f.Tolls, f.People, f.Speech, f.Hedges, f.Irregular)
		}
	}
	return hex.EncodeToString(sum.Sum(nil))
}

// Actor returns the actor with the id.
func (l *Lexicon) Actor(id string) (Actor, bool) { a, ok := l.actors[id]; return a, ok }

// Place returns the place with the id.
func (l *Lexicon) Place(id string) (Place, bool) { p, ok := l.places[id]; return p, ok }

// Outlet returns the outlet with the id.
func (l *Lexicon) Outlet(id string) (Outlet, bool) { o, ok := l.outlets[id]; return o, ok }

// Desk is what the layers say of the desk itself.
func (l *Lexicon) Desk() Desk { return l.desk }

// YearOf is the year of a day that a document says without one and that no year
// in it fixes: in the twelve months from the day that the desk reckons from, 0
// where it names none.
func (l *Lexicon) YearOf(month time.Month, day int) int {
	if l.reckon == 0 {
		return 0
	}
	year, _, _ := l.reckon.Date()
	if model.NewDay(year, month, day) < l.reckon {
		year++
	}
	return year
}

// Actors ranges over all actors in the order of the layers.
func (l *Lexicon) Actors() iter.Seq[Actor] { return ordered(l.order.actors, l.actors) }

// Places ranges over all places in the order of the layers.
func (l *Lexicon) Places() iter.Seq[Place] { return ordered(l.order.places, l.places) }

// Outlets ranges over all outlets in the order of the layers.
func (l *Lexicon) Outlets() iter.Seq[Outlet] { return ordered(l.order.outlets, l.outlets) }

// Questions are the standing questions and the topics, in the order of the layers.
func (l *Lexicon) Questions() []Question { return l.questions }

func ordered[T any](ids []string, by map[string]T) iter.Seq[T] {
	return func(yield func(T) bool) {
		for _, id := range ids {
			if v, ok := by[id]; ok && !yield(v) {
				return
			}
		}
	}
}

// Side is the state or group that the actor speaks for in the end: a spokesman's
// ministry's government's state. An actor without a side is its own.
func (l *Lexicon) Side(actor string) (Actor, bool) {
	a, ok := l.actors[actor]
	for ok && a.Side != "" && a.Side != a.ID {
		a, ok = l.actors[a.Side]
	}
	return a, ok
}
