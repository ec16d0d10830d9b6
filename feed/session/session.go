// Package session is a board that a folder feeds, beside its desk folder.
//
// In: where the folder and the desk folder are, and the words to read with.
// Out: a [Session], fed while somebody is at work on its board. It promises
// that the feed has ended before the desk folder is closed, and that a lexicon
// with broken files changes nothing: the last good one stays in force.
package session

import (
	"cmp"
	"context"
	"sync"
	"time"

	"crisisdesk/feed"
	"crisisdesk/feed/extract"
	"crisisdesk/feed/lexicon"
	"crisisdesk/model"
	"crisisdesk/model/archive"
)

// Session is a board, what feeds it and the desk folder beside it.
type Session struct {
	Lexicon *lexicon.Lexicon
	Board   *model.Board
	Desk    *archive.Desk
	Feed    feed.Options

	words     lexicon.Source
	since     lexicon.Stamp   // of the words before they were read
	rules     chan feed.Rules // that the feed is to read by from now on
	following sync.WaitGroup
}

// Read are options that read with a lexicon and the extractor of its words. The
// first document that is extracted waits for the models: a start that finds all
// in the desk folder needs none.
func Read(lex *lexicon.Lexicon, o feed.Options) feed.Options {
	extractor := sync.OnceValue(func() *extract.Extractor { return extract.New(lex) })
	o.Desk = lex
	o.Extract = func(ctx context.Context, d *model.Document, text string) (model.Facts, error) {
		return extractor().Extract(ctx, d, text)
	}
	return o
}

// Open loads the words, makes the board and opens the desk folder, whose
// officers are followed until ctx ends; then Desk.Close lets it go. The options
// say where the folder is and how it is read, but for the words.
func Open(ctx context.Context, o feed.Options, words lexicon.Source, desk archive.Place) (*Session, error) {
	if err := feed.CheckFolder(o.Dir); err != nil {
		return nil, err
	}
	go func() { _, _ = feed.Version("") }() // which reads the program, beside the words
	since := words.Stamp()
	lex, err := words.Open()
	if err != nil {
		return nil, err
	}
	version, err := feed.Version(lex.Sum())
	if err != nil {
		return nil, err
	}
	s := &Session{
		Lexicon: lex, Board: model.NewBoard(lex.Standing()), Feed: Read(lex, o),
		words: words, since: since, rules: make(chan feed.Rules),
	}
	if s.Desk, err = archive.OpenDesk(ctx, desk, o.Dir, version, s.Board); err != nil {
		return nil, err
	}
	s.Feed.Memory, s.Feed.Rules = s.Desk.Memory, s.rules
	return s, nil
}

// Run opens a session and feeds its board while do is at work.
func Run(ctx context.Context, o feed.Options, words lexicon.Source, desk archive.Place, do func(context.Context, *Session) error) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	s, err := Open(ctx, o, words, desk)
	if err != nil {
		return err
	}
	feed.MakeRoom()
	fed := make(chan error, 1)
	go func() {
		const garbage = 50 // percent: most of what is in memory stays there for weeks
		fed <- feed.Run(ctx, s.Feed, feed.Resting(garbage, func(updates []model.Update, p model.Progress) { s.Board.Apply(updates, p) }))
		cancel()
	}()
	err = do(ctx, s)
	cancel()
	s.following.Wait()
	return cmp.Or(<-fed, err, s.Desk.Close())
}

// Warn puts what is wrong with the desk folder among the problems.
func (s *Session) Warn(what string) { s.Board.Warn("the desk folder", what, time.Now()) }

// Obey makes another lexicon the one that is read by and whose standing
// questions are asked, until ctx ends. Of what was read, what the change does
// not touch is not extracted again. It is for one goroutine, and for a session
// whose words nobody follows.
func (s *Session) Obey(ctx context.Context, next *lexicon.Lexicon) error {
	if next.Sum() == s.Lexicon.Sum() {
		return nil
	}
	version, err := feed.Version(next.Sum())
	if err != nil {
		return err
	}
	s.Desk.Remember(ctx, version)
	read := Read(next, s.Feed)
	read.Memory = s.Desk.Memory
	rules := feed.Rules{Desk: read.Desk, Extract: read.Extract, Memory: read.Memory, Touches: s.Lexicon.Touches(next)}
	select {
	case s.rules <- rules:
	case <-ctx.Done():
		return nil
	}
	s.Board.Ask(next.Standing())
	s.Lexicon, s.Feed = next, read
	return nil
}

// FollowWords lets the session obey the words of its files whenever they have
// changed and are good, until ctx ends; where they are broken the board is
// warned.
func (s *Session) FollowWords(ctx context.Context) {
	warn := func(err error) { s.Warn("the words are as they were: " + err.Error()) }
	s.following.Go(func() {
		s.words.Follow(ctx, s.since, func(next *lexicon.Lexicon) {
			if err := s.Obey(ctx, next); err != nil {
				warn(err)
			}
		}, warn)
	})
}
