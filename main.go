// Command crisisdesk is a terminal dashboard that follows one crisis:
// documents drop into a folder, and its panes show the latest incidents,
// statements and open questions, each with the words that say so.
package main

import (
	"bufio"
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"runtime/debug"
	"strings"
	"syscall"
	"time"
	_ "time/tzdata" // the box may have no tz database

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
)

// Exit codes.
const (
	exitFailed = 1
	exitUsage  = 2
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
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
	c.CompletionOptions.DisableDefaultCmd = true
	c.AddCommand(p.exportCommand(), p.showCommand(), p.explainCommand(), p.checkCommand(),
		command.Config(func() *config.Config { return p.config }))
	return c
}

func version() string {
	if b, ok := debug.ReadBuildInfo(); ok && b.Main.Version != "" && b.Main.Version != "(devel)" {
		return b.Main.Version
	}
	return "development build"
}

// lexicon is the one that is configured.
func (p *program) lexicon() (*lexicon.Lexicon, error) { return lexicon.Open(p.config.Lexicon) }

// feed wires the feed to a lexicon and an extractor of its words.
func (p *program) feed(lex *lexicon.Lexicon) feed.Options {
	return feed.Options{
		Dir: p.config.Dir, Outlets: lex.OutletNamed, Extract: extract.New(lex).Extract,
		Watch: watch.Options{Poll: time.Duration(p.config.Poll)},
	}
}

// place is where the desk folder is.
func (p *program) place() archive.Place {
	return archive.Place{Dir: p.config.Desk, Shared: p.config.Shared}
}

// dashboard runs the feed and the screen side by side until the officer quits.
func (p *program) dashboard(ctx context.Context) error {
	if err := feed.CheckFolder(p.config.Dir); err != nil {
		return err
	}
	if err := ui.Usable(); err != nil {
		return err
	}

	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	lex, err := p.lexicon()
	if err != nil {
		return err
	}
	board := model.NewBoard(lex.Standing())
	from := p.feed(lex)
	version, err := feed.Version(lex.Sum())
	if err != nil {
		return err
	}
	desk, err := archive.OpenDesk(ctx, p.place(), from.Dir, version, board)
	if err != nil {
		return err
	}
	defer desk.Close()
	from.Memory = desk.Memory
	fed := make(chan error, 1)
	go func() {
		fed <- feed.Run(ctx, from, func(updates []model.Update, p model.Progress) { board.Apply(updates, p) })
	}()
	options, err := p.screen(board, from, lex)
	if err == nil {
		warn := func(what string) { board.Warn("the desk folder", what, time.Now()) }
		options.Desk = ui.DeskOf(desk.Archive, archive.Self(), archive.SelfName(), warn)
		err = ui.Run(ctx, options)
	}
	cancel()
	return cmp.Or(<-fed, err) // the feed has ended before the desk is closed
}

// screen is what every screen of a board is made of.
func (p *program) screen(board *model.Board, from feed.Options, lex *lexicon.Lexicon) (ui.Options, error) {
	clocks := p.config.Clocks
	if len(clocks) == 0 {
		for _, c := range lex.Desk().Clocks {
			clocks = append(clocks, config.Clock{Name: c.Name, Zone: config.Zone(c.Zone)})
		}
	}
	shown, clockErr := ui.ClocksOf(clocks)
	keys, keysErr := ui.NewKeys(p.config.Keys)
	return ui.Options{
		Board: board, Clocks: shown, Keys: keys, Config: *p.config, ASCII: p.config.ASCII,
		Name: strings.TrimSpace("CRISISDESK " + lex.Desk().Name),
		Open: func(ctx context.Context, d *model.Document) ([]byte, error) {
			found, err := feed.Find(ctx, from.Dir, d.Path, from.Outlets)
			if err != nil {
				return nil, err
			}
			return []byte(found[0].Text), nil
		},
	}, cmp.Or(clockErr, keysErr)
}

func (p *program) checkCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "check",
		Short: "Read the folder anew and say where the archive holds something else",
		Args:  cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			if p.config.Desk == archive.Off {
				return errors.New("there is nothing to compare the folder with: name a desk folder")
			}
			if err := feed.CheckFolder(p.config.Dir); err != nil {
				return err
			}
			lex, err := p.lexicon()
			if err != nil {
				return err
			}
			version, err := feed.Version(lex.Sum())
			if err != nil {
				return err
			}
			a, err := p.place().Open(p.config.Dir, func(what string) { fmt.Fprintln(c.ErrOrStderr(), clean.Line(what)) })
			if err != nil {
				return err
			}
			defer a.Close()
			opts := p.feed(lex)
			opts.Deadline, opts.Memory = exportDeadline, a.Memory(version)
			alike, differences, err := feed.Check(c.Context(), opts)
			if err != nil {
				return err
			}
			for _, d := range differences {
				fmt.Fprintf(c.OutOrStdout(), "%s: %s\n", clean.Line(d.Path), clean.Line(d.Reason))
			}
			fmt.Fprintf(c.OutOrStdout(), "%d alike, %d not\n", alike, len(differences))
			if len(differences) > 0 {
				return errors.New("folder and archive differ; a dashboard on the folder brings them together")
			}
			return nil
		},
	}
}

// exportDeadline is what a document may take in an export: no screen waits for
// it, and a busy machine is not to change what is printed.
const exportDeadline = 30 * time.Second

// readOnce is the board of the folder as it lies, without a desk. Files that
// cannot be read are named on standard error.
func (p *program) readOnce(c *cobra.Command) (*model.Snapshot, error) {
	if err := feed.CheckFolder(p.config.Dir); err != nil {
		return nil, err
	}
	lex, err := p.lexicon()
	if err != nil {
		return nil, err
	}
	opts := p.feed(lex)
	opts.Deadline = exportDeadline
	updates, err := feed.ReadAll(c.Context(), opts)
	if err != nil {
		return nil, err
	}
	for _, u := range updates {
		if u.Problem != nil {
			fmt.Fprintf(c.ErrOrStderr(), "%s: %s\n", clean.Line(u.Path), clean.Line(u.Problem.Reason))
		}
	}
	return model.NewBoard(lex.Standing()).Apply(updates, model.Progress{}), nil
}

func (p *program) exportCommand() *cobra.Command {
	format := export.Formats[0]
	c := &cobra.Command{
		Use:   "export",
		Short: "Read the folder once and print what was found, the same bytes each time",
		Args:  cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			snapshot, err := p.readOnce(c)
			if err != nil {
				return err
			}
			out := bufio.NewWriter(c.OutOrStdout())
			return cmp.Or(export.Write(out, format, snapshot), out.Flush())
		},
	}
	c.Flags().Var(&format, "format", "the form of the export: "+export.FormatNames())
	return c
}

func (p *program) showCommand() *cobra.Command {
	var text bool
	c := &cobra.Command{
		Use:   "show FILE",
		Short: "Print what was understood of one document, or its text",
		Args:  cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			lex, err := p.lexicon()
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
			lex, err := p.lexicon()
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
