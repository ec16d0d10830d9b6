// Command crisisdesk is a terminal dashboard that follows one crisis:
// documents drop into a folder, and its panes show the latest incidents,
// statements and open questions, each with the words that say so.
package main

import (
	"cmp"
	"context"
	_ "embed"
	"fmt"
	"log/slog"
	"os"
	"os/signal"
	"path/filepath"
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
	"crisisdesk/feed/session"
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
	p.config, err = p.load()
	return err
}

// load puts the configuration together, which binds keys that the screen has.
func (p *program) load() (*config.Config, error) {
	c, err := config.Load(p.file, os.Environ(), &p.flags)
	if err != nil {
		return nil, err
	}
	if _, err := ui.NewKeys(c.Keys); err != nil {
		return nil, fmt.Errorf("%s: %w", c.From("keys"), err)
	}
	return c, nil
}

func (p *program) root() *cobra.Command {
	c := &cobra.Command{
		Use:   "crisisdesk",
		Short: "A live dashboard of incidents, statements and open questions out of a folder of documents",
		Long: "crisisdesk watches a folder of documents about one crisis and shows the latest incidents,\n" +
			"statements and open questions, each with the words that say so. It works offline.",
		Args:              cobra.NoArgs,
		Version:           command.Build(),
		SilenceErrors:     true,
		SilenceUsage:      true,
		PersistentPreRunE: p.prepare,
		RunE:              func(c *cobra.Command, _ []string) error { return p.dashboard(c.Context()) },
	}
	c.PersistentFlags().StringVar(&p.file, "config", "", "the configuration file (default: crisisdesk/config.toml in the configuration folder of your account)")
	p.flags.Add(c.PersistentFlags(), "dir", "desk", "lexicon")
	p.flags.Add(c.Flags(), "shared", "ascii", "theme", "time", "mouse")
	c.Flags().BoolVar(&p.plain, "plain", false, "print what is new, a line for each item, and go on until stopped: for screen readers and logs")
	c.CompletionOptions.DisableDefaultCmd = true
	c.AddCommand(p.serveCommand(), p.exportCommand(), p.showCommand(), p.explainCommand(), p.checkCommand(),
		p.briefCommand(), p.tailCommand(), p.lexiconCommand(), command.Manual(), command.Completion(),
		command.Version(license, notice),
		command.Config(func() *config.Config { return p.config }))
	return c
}

// folder is where the documents are, and how it is watched.
func (p *program) folder() feed.Options {
	return feed.Options{Dir: p.config.Dir, Watch: watch.Options{Poll: time.Duration(p.config.Poll)}}
}

// unhurried is the folder where no screen waits for what is read: a busy machine
// is not to change what is printed.
func (p *program) unhurried() feed.Options {
	o := p.folder()
	o.Deadline = 30 * time.Second
	return o
}

// place is where the desk folder is.
func (p *program) place() archive.Place {
	return archive.Place{Dir: p.config.Desk, Shared: p.config.Shared}
}

// words is the lexicon of the crisis with the words of the account and of the
// desk on top.
func (p *program) words() lexicon.Source {
	own := []string{filepath.Join(filepath.Dir(config.DefaultFile()), "lexicon")}
	if desk, err := p.place().Folder(p.config.Dir); err == nil && desk != "" { // who opens the desk is told of the error
		own = append(own, filepath.Join(desk, "lexicon"))
	}
	return lexicon.Source{Crisis: p.config.Lexicon, Own: own}
}

// live feeds a board while do is at work, and writes the alerts of what comes.
func (p *program) live(ctx context.Context, do func(context.Context, *session.Session) error) error {
	return session.Run(ctx, p.folder(), p.words(), p.place(), func(ctx context.Context, s *session.Session) error {
		if err := export.Alert(ctx, s.Board, p.config.Alerts, p.config.Dir); err != nil {
			return err
		}
		return do(ctx, s)
	})
}

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
	return p.live(ctx, func(ctx context.Context, s *session.Session) error {
		options, err := p.screen(s)
		if err != nil {
			return err
		}
		options.Desk = ui.DeskOf(s.Desk.Archive, archive.Self(), archive.SelfName(), s.Warn)
		s.FollowWords(ctx)
		if p.plain {
			return ui.Plain(ctx, os.Stdout, options)
		}
		return ui.Run(ctx, options)
	})
}

// screen is what every screen of a session is made of.
func (p *program) screen(s *session.Session) (ui.Options, error) {
	clocks := p.config.Clocks
	if len(clocks) == 0 {
		for _, c := range s.About.Clocks {
			clocks = append(clocks, config.Clock{Name: c.Name, Zone: config.Zone(c.Zone)})
		}
	}
	shown, clockErr := ui.ClocksOf(clocks)
	keys, keysErr := ui.NewKeys(p.config.Keys)
	return ui.Options{
		Board: s.Board, Clocks: shown, Keys: keys, Config: *p.config,
		Name: strings.TrimSpace("CRISISDESK " + s.About.Name), Open: p.folder().Text, Save: ui.SaveIn("."),
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
			return p.live(c.Context(), func(ctx context.Context, s *session.Session) error { return p.serve(ctx, s, log) })
		},
	}
	p.flags.Add(c.Flags(), "serve.listen", "serve.authorized_keys", "serve.host_key", "serve.log")
	return c
}

// serve shows the screen to officers until ctx ends, and reads what is
// configured anew on SIGHUP.
func (p *program) serve(ctx context.Context, s *session.Session, log *slog.Logger) error {
	base, err := p.screen(s)
	if err != nil || !s.Learnt(ctx) {
		return err
	}
	var screen atomic.Pointer[ui.Options]
	screen.Store(&base)
	options := serve.Options{Config: p.config.Serve, Log: log, Screen: func(who serve.Officer) ui.Options {
		o := *screen.Load()
		if o.Desk = ui.DeskOf(s.Desk.Archive, who.ID(), who.Name, s.Warn); o.Desk != nil && who.Reader {
			o.Desk.Append = nil
		}
		return o
	}}
	return serve.Run(ctx, options, func(server *serve.Server) error {
		next, err := p.reload(ctx, s, server)
		if err == nil {
			screen.Store(&next)
		}
		return err
	})
}

// reload reads the configuration anew, for the server and the screens that
// begin, and the lexicon, for the feed and the board. After an error all is as
// it was.
func (p *program) reload(ctx context.Context, s *session.Session, server *serve.Server) (ui.Options, error) {
	before := p.config
	next, err := p.load()
	if err != nil {
		return ui.Options{}, err
	}
	p.config = next
	words, err := p.words().Open()
	if err == nil {
		err = server.Reload(next.Serve)
	}
	if err == nil {
		err = s.Obey(ctx, words)
	}
	if err != nil {
		p.config = before
		return ui.Options{}, err
	}
	return p.screen(s)
}

func (p *program) checkCommand() *cobra.Command {
	return p.saying("check", "Read the folder anew and say where the archive holds something else", cobra.NoArgs,
		func(ctx context.Context, _ *lexicon.Lexicon, _ []string) (string, error) {
			found, err := session.Check(ctx, p.unhurried(), p.words(), p.place())
			if err != nil {
				return "", err
			}
			return found.String(), found.Err()
		})
}

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
		lex, err := p.words().Open()
		if err != nil {
			return err
		}
		updates, err := feed.ReadAll(c.Context(), session.Read(lex, p.unhurried()))
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
		return session.Run(c.Context(), p.unhurried(), p.words(), p.place(), func(ctx context.Context, s *session.Session) error {
			return asked.Brief(ctx, c.OutOrStdout(), s.Board, s.About.Name, s.Desk.Archive)
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
		return session.Run(c.Context(), p.folder(), p.words(), p.place(), func(ctx context.Context, s *session.Session) error {
			return asked.Follow(ctx, c.OutOrStdout(), c.ErrOrStderr(), s.Board, p.config.Dir)
		})
	}
	return c
}

func (p *program) showCommand() *cobra.Command {
	var text bool
	c := p.saying("show FILE", "Print what was understood of one document, or its text", cobra.ExactArgs(1),
		func(ctx context.Context, lex *lexicon.Lexicon, args []string) (string, error) {
			found, err := feed.FindFile(ctx, args[0], lex)
			parts := make([]string, len(found))
			for i, r := range found {
				if parts[i] = r.Text; !text {
					parts[i] = export.Document(r.Document)
				}
			}
			return strings.Join(parts, "\n"), err
		})
	c.Flags().BoolVar(&text, "text", false, "print the text that offsets in exports point into")
	return c
}

// saying is a command that prints text which is made with the lexicon.
func (p *program) saying(use, short string, args cobra.PositionalArgs, text func(context.Context, *lexicon.Lexicon, []string) (string, error)) *cobra.Command {
	return &cobra.Command{Use: use, Short: short, Args: args, RunE: func(c *cobra.Command, args []string) error {
		lex, err := p.words().Open()
		if err != nil {
			return err
		}
		said, err := text(c.Context(), lex, args)
		return cmp.Or(err, export.Text(c.OutOrStdout(), said))
	}}
}

func (p *program) explainCommand() *cobra.Command {
	return p.saying("explain FILE", "Print sentence by sentence what was found in one document, and why", cobra.ExactArgs(1),
		func(ctx context.Context, lex *lexicon.Lexicon, args []string) (string, error) {
			found, err := feed.FindFile(ctx, args[0], lex)
			var b strings.Builder
			for _, r := range found {
				err = cmp.Or(err, extract.New(lex).Explain(ctx, &b, r.Document, r.Text))
			}
			return b.String(), err
		})
}

func (p *program) lexiconCommand() *cobra.Command {
	c := &cobra.Command{Use: "lexicon", Short: "Check, print or extend the words of a crisis", Args: cobra.NoArgs}
	c.AddCommand(
		p.saying("check", "Say what is wrong with the lexicon, which names clash and which entries are dead", cobra.NoArgs,
			func(_ context.Context, lex *lexicon.Lexicon, _ []string) (string, error) {
				return strings.Join(append(lex.Review(), "the lexicon is good\n"), "\n"), nil
			}),
		p.saying("show [ID]", "Print the entries of an id as TOML, or how much there is", cobra.MaximumNArgs(1),
			func(_ context.Context, lex *lexicon.Lexicon, args []string) (string, error) {
				return lex.Show(strings.Join(args, ""))
			}),
		p.saying("learn", "Propose names that documents mention often and no entry knows, as TOML to complete", cobra.NoArgs,
			func(ctx context.Context, lex *lexicon.Lexicon, _ []string) (string, error) {
				var names extract.Names
				opts := session.Read(lex, p.unhurried())
				opts.Extract = names.Of(extract.New(lex))
				_, err := feed.ReadAll(ctx, opts)
				return names.Proposal(), err
			}))
	return c
}
