package session

import (
	"cmp"
	"context"
	"errors"
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
	Board *model.Board
	Desk  *archive.Desk
	About lexicon.Desk // what the words say of the desk itself

	feed      feed.Options // to read by, once learnt
	words     lexicon.Source
	learnt    chan struct{}    // closed once the words have been read
	lexicon   *lexicon.Lexicon // that is in force since
	since     lexicon.Stamp    // of the words before they were read
	rules     chan feed.Rules  // that the feed is to read by from now on
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

// open makes a board and opens the desk folder, whose officers are followed until
// ctx ends; then Desk.Close lets it go. The options say where the folder is and
// how it is read, but for the words, which are to be learnt.
func open(ctx context.Context, o feed.Options, words lexicon.Source, desk archive.Place) (*Session, error) {
	if err := feed.CheckFolder(o.Dir); err != nil {
		return nil, err
	}
	s := &Session{Board: model.NewBoard(nil), feed: o, words: words, learnt: make(chan struct{}), rules: make(chan feed.Rules)}
	s.feed.Rules = s.rules
	var err error
	if s.About, err = words.Desk(); err != nil {
		return nil, err
	}
	s.Desk, err = archive.OpenDesk(ctx, desk, o.Dir, s.Board)
	return s, err
}

// learn reads the words that the feed reads by and the board asks about, once.
func (s *Session) learn(ctx context.Context) error {
	go func() { _, _ = feed.Version("") }() // which reads the program, beside the words
	s.since = s.words.Stamp()
	lex, err := s.words.Open()
	if err != nil {
		return err
	}
	if s.feed, err = s.by(ctx, lex); err != nil {
		return err
	}
	s.lexicon = lex
	s.Board.Ask(lex.Standing())
	close(s.learnt)
	return nil
}

// Learnt waits for the words, and reports whether they came before the end of ctx.
func (s *Session) Learnt(ctx context.Context) bool {
	select {
	case <-s.learnt:
		return true
	case <-ctx.Done():
		return false
	}
}

// by are options that read by a lexicon and remember what it finds.
func (s *Session) by(ctx context.Context, lex *lexicon.Lexicon) (feed.Options, error) {
	version, err := feed.Version(lex.Sum())
	if err != nil {
		return feed.Options{}, err
	}
	s.Desk.Remember(ctx, version)
	read := Read(lex, s.feed)
	read.Memory = s.Desk.Memory
	return read, nil
}

// Run opens a session and feeds its board while do is at work. The words are read
// meanwhile: a screen need not wait for them.
func Run(ctx context.Context, o feed.Options, words lexicon.Source, desk archive.Place, do func(context.Context, *Session) error) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	s, err := open(ctx, o, words, desk)
	if err != nil {
		return err
	}
	feed.MakeRoom()
	fed := make(chan error, 1)
	go func() {
		defer cancel()
		if err := s.learn(ctx); err != nil {
			fed <- err
			return
		}
		const garbage = 50 // percent: most of what is in memory stays there for weeks
		fed <- feed.Run(ctx, s.feed, feed.Resting(garbage, func(updates []model.Update, p model.Progress) { s.Board.Apply(updates, p) }))
	}()
	err = do(ctx, s)
	cancel()
	s.following.Wait()
	return cmp.Or(<-fed, err, s.Desk.Close())
}

// Check opens a session and says how its folder and its desk folder agree. It
// changes neither.
func Check(ctx context.Context, o feed.Options, words lexicon.Source, desk archive.Place) (feed.Comparison, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	s, err := open(ctx, o, words, desk)
	if err != nil {
		return feed.Comparison{}, err
	}
	if s.Desk.Archive == nil {
		return feed.Comparison{}, errors.New("there is nothing to compare the folder with: name a desk folder")
	}
	defer s.Desk.Close()
	defer cancel()
	if err := s.learn(ctx); err != nil {
		return feed.Comparison{}, err
	}
	return feed.Check(ctx, s.feed)
}

// Warn puts what is wrong with the desk folder among the problems.
func (s *Session) Warn(what string) { s.Board.Warn("the desk folder", what, time.Now()) }

// Obey makes another lexicon the one that is read by and whose standing
// questions are asked, until ctx ends. Of what was read, what the change does
// not touch is not extracted again. It is for one goroutine, and for a session
// whose words nobody follows.
func (s *Session) Obey(ctx context.Context, next *lexicon.Lexicon) error {
	if !s.Learnt(ctx) || next.Sum() == s.lexicon.Sum() {
		return nil
	}
	read, err := s.by(ctx, next)
	if err != nil {
		return err
	}
	rules := feed.Rules{Desk: read.Desk, Extract: read.Extract, Memory: read.Memory, Touches: s.lexicon.Touches(next)}
	select {
	case s.rules <- rules:
	case <-ctx.Done():
		return nil
	}
	s.Board.Ask(next.Standing())
	s.lexicon, s.About, s.feed = next, next.Desk(), read
	return nil
}

// FollowWords lets the session obey the words of its files whenever they have
// changed and are good, until ctx ends; where they are broken the board is
// warned.
func (s *Session) FollowWords(ctx context.Context) {
	warn := func(err error) { s.Warn("the words are as they were: " + err.Error()) }
	s.following.Go(func() {
		if !s.Learnt(ctx) {
			return
		}
		s.words.Follow(ctx, s.since, func(next *lexicon.Lexicon) {
			if err := s.Obey(ctx, next); err != nil {
				warn(err)
			}
		}, warn)
	})
}
