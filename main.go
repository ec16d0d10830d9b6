// Command crisisdesk is a terminal dashboard that follows one crisis:
// documents drop into a folder, and its panes show the latest incidents,
// statements and open questions, each with the words that say so.
package main

import (
	"cmp"
	"context"
	_ "embed"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"os/signal"
	"path/filepath"
	"runtime/debug"
	"strings"
	"sync/atomic"
	"syscall"
	"time"
	_ "time/tzdata" // the box may have no tz database

	"github.com/adrg/xdg"
	"github.com/spf13/cobra"

	"crisisdesk/feed"
	"crisisdesk/feed/extract"
	"crisisdesk/feed/lexicon"
	"crisisdesk/feed/watch"
	"crisisdesk/model"
	"crisisdesk/model/archive"
	"crisisdesk/ui"
	"crisisdesk/ui/clean"
	"crisisdesk/ui/command"
	"crisisdesk/ui/config"
	"crisisdesk/ui/export"
	"crisisdesk/ui/serve"
)

// What may be done with the program, and with what it was learnt from.
var (
	//go:embed LICENSE
	license string
	//go:embed NOTICE
	notice string
)

// Exit codes.
const (
	exitFailed = 1
	exitUsage  = 2
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	p := &program{}
	err := p.root().ExecuteContext(ctx)
	if err == nil {
		return
	}
	fmt.Fprintln(os.Stderr, "crisisdesk:", clean.Text(err.Error()))
	if p.working {
		os.Exit(exitFailed)
	}
	fmt.Fprintln(os.Stderr, "Try 'crisisdesk --help'.")
	os.Exit(exitUsage)
}

// program is what the commands share: what flags say, and what is configured.
type program struct {
	file    string // of the configuration; "" stands for the default
	flags   config.Flags
	plain   bool // lines of what is new in place of a screen
	working bool // the command line makes sense: what fails from here on is the work
	config  *config.Config
}

// prepare loads the configuration before a command's work.
func (p *program) prepare(*cobra.Command, []string) (err error) {
	p.working = true
	p.config, err = config.Load(p.file, os.Environ(), &p.flags)
	return err
}

func (p *program) root() *cobra.Command {
	c := &cobra.Command{
		Use:   "crisisdesk",
		Short: "A live dashboard of incidents, statements and open questions out of a folder of documents",
		Long: "crisisdesk watches a folder of documents about one crisis and shows the latest incidents,\n" +
			"statements and open questions, each with the words that say so. It works offline.",
		Args:              cobra.NoArgs,
		Version:           version(),
		SilenceErrors:     true,
		SilenceUsage:      true,
		PersistentPreRunE: p.prepare,
		RunE:              func(c *cobra.Command, _ []string) error { return p.dashboard(c.Context()) },
	}
	c.PersistentFlags().StringVar(&p.file, "config", "", "the configuration file (default: crisisdesk/config.toml in the configuration folder of your account)")
	p.flags.Add(c.PersistentFlags(), "dir", "dir")
	p.flags.Add(c.PersistentFlags(), "desk", "desk")
	p.flags.Add(c.PersistentFlags(), "lexicon", "lexicon")
	p.flags.Add(c.Flags(), "shared", "shared")
	p.flags.Add(c.Flags(), "ascii", "ascii")
	p.flags.Add(c.Flags(), "theme", "theme")
	p.flags.Add(c.Flags(), "time", "time")
	p.flags.Add(c.Flags(), "mouse", "mouse")
	c.Flags().BoolVar(&p.plain, "plain", false, "print what is new, a line for each item, and go on until stopped: for screen readers and logs")
	c.CompletionOptions.DisableDefaultCmd = true
	c.AddCommand(p.serveCommand(), p.exportCommand(), p.showCommand(), p.explainCommand(), p.checkCommand(),
		p.briefCommand(), p.tailCommand(), command.Manual(), command.Completion(),
		command.Version(version(), license, notice),
		command.Config(func() *config.Config { return p.config }))
	return c
}

func version() string {
	if b, ok := debug.ReadBuildInfo(); ok && b.Main.Version != "" && b.Main.Version != "(devel)" {
		return b.Main.Version
	}
	return "development build"
}

// feed wires the feed to a lexicon and an extractor of its words.
func (p *program) feed(lex *lexicon.Lexicon) feed.Options {
	return feed.Options{
		Dir: p.config.Dir, Outlets: lex.OutletNamed, Extract: extract.New(lex).Extract,
		Watch: watch.Options{Poll: time.Duration(p.config.Poll)},
	}
}

// session is a board that a folder feeds, beside its desk folder.
type session struct {
	lexicon *lexicon.Lexicon
	board   *model.Board
	desk    *archive.Desk
	feed    feed.Options
	feeds   chan feed.Options // those of the feed, one after another
}

// open makes the board and opens the desk folder, whose officers are followed
// until ctx ends; then close lets it go.
func (p *program) open(ctx context.Context) (*session, error) {
	if err := feed.CheckFolder(p.config.Dir); err != nil {
		return nil, err
	}
	lex, err := lexicon.Open(p.config.Lexicon)
	if err != nil {
		return nil, err
	}
	version, err := feed.Version(lex.Sum())
	if err != nil {
		return nil, err
	}
	s := &session{lexicon: lex, board: model.NewBoard(lex.Standing()), feed: p.feed(lex), feeds: make(chan feed.Options, 1)}
	at := archive.Place{Dir: p.config.Desk, Shared: p.config.Shared}
	s.desk, err = archive.OpenDesk(ctx, at, p.config.Dir, version, s.board)
	if err == nil {
		s.feed.Memory = s.desk.Memory
	}
	return s, err
}

// live opens a session and feeds its board while do is at work.
func (p *program) live(ctx context.Context, do func(context.Context, *session) error) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	s, err := p.open(ctx)
	if err != nil {
		return err
	}
	s.feeds <- s.feed
	fed := make(chan error, 1)
	go func() {
		const garbage = 50 // percent: most of what is in memory stays there for weeks
		fed <- feed.RunEach(ctx, s.feeds, feed.Resting(garbage, func(updates []model.Update, p model.Progress) { s.board.Apply(updates, p) }))
		cancel()
	}()
	err = do(ctx, s)
	cancel()
	return cmp.Or(<-fed, err, s.desk.Close()) // the feed ends before the desk is closed
}

// warn puts what is wrong with the desk folder among the problems.
func (s *session) warn(what string) { s.board.Warn("the desk folder", what, time.Now()) }

// dashboard runs the feed and the screen side by side until the officer quits.
func (p *program) dashboard(ctx context.Context) error {
	if err := feed.CheckFolder(p.config.Dir); err != nil {
		return err
	}
	if err := ui.Usable(); err != nil && !p.plain {
		return err
	}
	ctx, stop := signal.NotifyContext(ctx, syscall.SIGHUP)
	defer stop()
	return p.live(ctx, func(ctx context.Context, s *session) error {
		options, err := p.screen(s)
		if err != nil {
			return err
		}
		options.Desk = ui.DeskOf(s.desk.Archive, archive.Self(), archive.SelfName(), s.warn)
		if p.plain {
			return ui.Plain(ctx, os.Stdout, options)
		}
		return ui.Run(ctx, options)
	})
}

// screen is what every screen of a session is made of.
func (p *program) screen(s *session) (ui.Options, error) {
	clocks := p.config.Clocks
	if len(clocks) == 0 {
		for _, c := range s.lexicon.Desk().Clocks {
			clocks = append(clocks, config.Clock{Name: c.Name, Zone: config.Zone(c.Zone)})
		}
	}
	shown, clockErr := ui.ClocksOf(clocks)
	keys, keysErr := ui.NewKeys(p.config.Keys)
	return ui.Options{
		Board: s.board, Clocks: shown, Keys: keys, Config: *p.config,
		Name: strings.TrimSpace("CRISISDESK " + s.lexicon.Desk().Name), Open: s.feed.Text, Save: ui.SaveIn("."),
		Reports: filepath.Join(xdg.StateHome, "crisisdesk"),
	}, cmp.Or(clockErr, keysErr)
}

func (p *program) serveCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "serve",
		Short: "Show the screen to many officers over SSH, each known by a key",
		Args:  cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			log, file, err := serve.OpenLog(p.config.Serve.Log)
			if err != nil {
				return err
			}
			defer file.Close()
			return p.live(c.Context(), func(ctx context.Context, s *session) error { return p.serve(ctx, s, log) })
		},
	}
	for flag, key := range map[string]string{
		"listen": "serve.listen", "authorized-keys": "serve.authorized_keys", "host-key": "serve.host_key", "log": "serve.log",
	} {
		p.flags.Add(c.Flags(), flag, key)
	}
	return c
}

// serve shows the screen to officers until ctx ends, and reads what is
// configured anew on SIGHUP.
func (p *program) serve(ctx context.Context, s *session, log *slog.Logger) error {
	base, err := p.screen(s)
	if err != nil {
		return err
	}
	var screen atomic.Pointer[ui.Options]
	screen.Store(&base)
	server, err := serve.Listen(serve.Options{Config: p.config.Serve, Log: log, Screen: func(who serve.Officer) ui.Options {
		o := *screen.Load()
		if o.Desk = ui.DeskOf(s.desk.Archive, who.ID(), who.Name, s.warn); o.Desk != nil && who.Reader {
			o.Desk.Append = nil
		}
		return o
	}})
	if err != nil {
		return err
	}
	hangups := make(chan os.Signal, 1)
	signal.Notify(hangups, syscall.SIGHUP)
	defer signal.Stop(hangups)
	serving := make(chan error, 1)
	go func() { serving <- server.Serve(ctx) }()
	log.Info("the desk is served", "address", server.Addr().String(), "fingerprint", server.Fingerprint())
	state := serve.Ready
	for {
		if err := serve.Notify(state); err != nil {
			log.Warn("systemd is not told", "error", err.Error())
		}
		select {
		case err := <-serving:
			return err
		case <-ctx.Done():
			state, ctx = serve.Stopping, context.WithoutCancel(ctx) // told once
		case <-hangups:
			next, err := p.reload(ctx, s, server)
			if err != nil {
				log.Error("nothing has changed", "error", err.Error())
				continue
			}
			screen.Store(&next)
			log.Info("keys, configuration and lexicon were read anew")
		}
	}
}

// reload reads the configuration anew, for the server, the screens that begin
// and, where the lexicon is another now, the feed.
func (p *program) reload(ctx context.Context, s *session, server *serve.Server) (ui.Options, error) {
	before := p.config
	err := p.prepare(nil, nil)
	if err != nil {
		return ui.Options{}, err
	}
	lex, err := lexicon.Open(p.config.Lexicon)
	if err == nil {
		err = server.Reload(p.config.Serve)
	}
	if err != nil {
		p.config = before
		return ui.Options{}, err
	}
	if lex.Sum() != s.lexicon.Sum() {
		version, err := feed.Version(lex.Sum())
		if err != nil {
			return ui.Options{}, err
		}
		s.desk.Remember(ctx, version)
		s.lexicon, s.feed = lex, p.feed(lex)
		s.feed.Memory = s.desk.Memory
		s.feeds <- s.feed
	}
	return p.screen(s)
}

func (p *program) checkCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "check",
		Short: "Read the folder anew and say where the archive holds something else",
		Args:  cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			ctx, cancel := context.WithCancel(c.Context())
			s, err := p.open(ctx)
			if err != nil {
				cancel()
				return err
			}
			defer s.desk.Close()
			defer cancel()
			if s.desk.Memory == nil {
				return errors.New("there is nothing to compare the folder with: name a desk folder")
			}
			s.feed.Deadline = exportDeadline
			found, err := feed.Check(ctx, s.feed)
			if err != nil {
				return err
			}
			for _, f := range found.Unread {
				fmt.Fprintf(c.ErrOrStderr(), "%s: %s\n", clean.Line(f.Path), clean.Line(f.Reason))
			}
			for _, f := range found.Differ {
				fmt.Fprintf(c.OutOrStdout(), "%s: %s\n", clean.Line(f.Path), clean.Line(f.Reason))
			}
			fmt.Fprintf(c.OutOrStdout(), "%d alike, %d not, %d not read\n", found.Alike, len(found.Differ), len(found.Unread))
			if len(found.Differ) > 0 {
				return errors.New("folder and archive differ; a dashboard on the folder brings them together")
			}
			return nil
		},
	}
}

// exportDeadline is what a document may take in an export: no screen waits for
// it, and a busy machine is not to change what is printed.
const exportDeadline = 30 * time.Second

func (p *program) exportCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "export",
		Short: "Read the folder once and print what was found, the same bytes each time",
		Args:  cobra.NoArgs,
	}
	asked := export.AddFlags(c.Flags())
	c.RunE = func(c *cobra.Command, _ []string) error {
		if err := feed.CheckFolder(p.config.Dir); err != nil {
			return err
		}
		lex, err := lexicon.Open(p.config.Lexicon)
		if err != nil {
			return err
		}
		opts := p.feed(lex)
		opts.Deadline = exportDeadline
		updates, err := feed.ReadAll(c.Context(), opts)
		if err != nil {
			return err
		}
		snapshot := model.NewBoard(lex.Standing()).Apply(updates, model.Progress{})
		for _, w := range snapshot.Problems {
			fmt.Fprintf(c.ErrOrStderr(), "%s: %s\n", clean.Line(w.Path), clean.Line(w.Reason))
		}
		return asked.Write(c.OutOrStdout(), snapshot)
	}
	return c
}

func (p *program) briefCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "brief",
		Short: "Write what came to the desk in a stretch of time, each line with the words it rests on",
		Args:  cobra.NoArgs,
	}
	asked := export.AddBriefFlags(c.Flags())
	c.RunE = func(c *cobra.Command, _ []string) error {
		return p.live(c.Context(), func(ctx context.Context, s *session) error {
			return asked.Brief(ctx, c.OutOrStdout(), s.board, s.lexicon.Desk().Name, s.desk.Archive)
		})
	}
	return c
}

func (p *program) tailCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "tail",
		Short: "Print what changes as it happens, as JSON lines",
		Args:  cobra.NoArgs,
	}
	asked := export.AddTailFlags(c.Flags())
	c.RunE = func(c *cobra.Command, _ []string) error {
		return p.live(c.Context(), func(ctx context.Context, s *session) error {
			return asked.Follow(ctx, c.OutOrStdout(), s.board)
		})
	}
	return c
}

func (p *program) showCommand() *cobra.Command {
	var text bool
	c := &cobra.Command{
		Use:   "show FILE",
		Short: "Print what was understood of one document, or its text",
		Args:  cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			lex, err := lexicon.Open(p.config.Lexicon)
			if err != nil {
				return err
			}
			found, err := feed.FindFile(c.Context(), args[0], lex.OutletNamed)
			for i, r := range found {
				if i > 0 {
					fmt.Fprintln(c.OutOrStdout())
				}
				if text {
					err = cmp.Or(err, export.Text(c.OutOrStdout(), r.Text))
				} else {
					err = cmp.Or(err, export.Document(c.OutOrStdout(), r.Document))
				}
			}
			return err
		},
	}
	c.Flags().BoolVar(&text, "text", false, "print the text that offsets in exports point into")
	return c
}

func (p *program) explainCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "explain FILE",
		Short: "Print sentence by sentence what was found in one document, and why",
		Args:  cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			lex, err := lexicon.Open(p.config.Lexicon)
			if err != nil {
				return err
			}
			found, err := feed.FindFile(c.Context(), args[0], lex.OutletNamed)
			var b strings.Builder
			for _, r := range found {
				err = cmp.Or(err, extract.New(lex).Explain(c.Context(), &b, r.Document, r.Text))
			}
			return cmp.Or(err, export.Text(c.OutOrStdout(), b.String()))
		},
	}
}
