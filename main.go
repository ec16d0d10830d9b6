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
	"io"
	"io/fs"
	"os"
	"os/signal"
	"path/filepath"
	"runtime/debug"
	"strings"
	"sync"
	"syscall"
	"time"
	_ "time/tzdata" // the box may have no tz database

	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"

	"crisisdesk/feed"
	"crisisdesk/feed/document"
	"crisisdesk/feed/extract"
	"crisisdesk/feed/lexicon"
	"crisisdesk/model"
	"crisisdesk/model/archive"
	"crisisdesk/ui"
	"crisisdesk/ui/clean"
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
	err := root().ExecuteContext(ctx)
	if err == nil {
		return
	}
	fmt.Fprintln(os.Stderr, "crisisdesk:", clean.Line(err.Error()))
	var f failure
	if errors.As(err, &f) {
		os.Exit(exitFailed)
	}
	fmt.Fprintln(os.Stderr, "Try 'crisisdesk --help'.")
	os.Exit(exitUsage)
}

// failure is an error of the work itself; any other error is one of usage.
type failure struct{ error }

func (f failure) Unwrap() error { return f.error }

// working turns the errors of a command's work into failures.
func working(run func(*cobra.Command, []string) error) func(*cobra.Command, []string) error {
	return func(c *cobra.Command, args []string) error {
		if err := run(c, args); err != nil {
			return failure{err}
		}
		return nil
	}
}

func root() *cobra.Command {
	var dir string
	var options ui.Options
	var at deskPlace
	c := &cobra.Command{
		Use:   "crisisdesk",
		Short: "A live dashboard of incidents, statements and open questions out of a folder of documents",
		Long: "crisisdesk watches a folder of documents about one crisis and shows the latest incidents,\n" +
			"statements and open questions, each with the words that say so. It works offline.",
		Args:          cobra.NoArgs,
		Version:       version(),
		SilenceErrors: true,
		SilenceUsage:  true,
		RunE: working(func(c *cobra.Command, _ []string) error {
			return dashboard(c.Context(), dir, at, options)
		}),
	}
	c.PersistentFlags().StringVar(&dir, "dir", "seeds", "the folder of documents")
	c.Flags().BoolVar(&options.ASCII, "ascii", false, "draw borders in ASCII")
	c.PersistentFlags().StringVar(&at.dir, "desk", "", "the desk folder, which keeps what officers write and what was read; 'off' for none\n(default: one for each watched folder, in the state folder of your account)")
	c.Flags().BoolVar(&at.shared, "shared", false, "open a new desk folder to its group")
	c.CompletionOptions.DisableDefaultCmd = true
	c.AddCommand(exportCommand(&dir), showCommand(), explainCommand(), checkCommand(&dir, &at))
	return c
}

func version() string {
	if b, ok := debug.ReadBuildInfo(); ok && b.Main.Version != "" && b.Main.Version != "(devel)" {
		return b.Main.Version
	}
	return "development build"
}

// dashboard runs the feed and the screen side by side until the officer quits.
func dashboard(ctx context.Context, dir string, at deskPlace, options ui.Options) error {
	err := feed.CheckFolder(dir)
	if err != nil {
		return err
	}
	if err := ui.Usable(); err != nil {
		return err
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	lex := lexicon.Default()
	if options.Clocks, err = clocks(lex); err != nil {
		return err
	}
	board := model.NewBoard(standing(lex))
	from := feedOptions(dir, lex)
	desk, err := openDesk(ctx, at, dir, board)
	if err != nil {
		return err
	}
	defer desk.close()
	options.Desk = desk.officer()
	fed := make(chan error, 1)
	from.Memory = desk.facts
	go func() {
		const garbage = 50 // percent: most of what is in memory stays there for weeks
		fed <- feed.Run(ctx, from, feed.Resting(garbage, func(updates []model.Update, p model.Progress) { board.Apply(updates, p) }))
	}()
	options.Board, options.Save = board, ui.SaveIn(".")
	options.Name = strings.TrimSpace("CRISISDESK " + lex.Desk().Name)
	options.Open = func(ctx context.Context, d *model.Document) ([]byte, error) {
		found, err := feed.Find(ctx, dir, d.Path, from.Outlets)
		if err != nil {
			return nil, err
		}
		return []byte(found[0].Text), nil
	}
	err = ui.Run(ctx, options)
	cancel()
	return cmp.Or(<-fed, err) // the feed has ended before the desk is closed
}

// deskPlace says where the desk folder is.
type deskPlace struct {
	dir    string // "" stands for the default, noDesk for none
	shared bool
}

const noDesk = "off"

// desk is the open desk folder of a dashboard.
type desk struct {
	archive *archive.Archive // nil where there is none
	board   *model.Board
	facts   *archive.Memory
	follow  sync.WaitGroup
	warn    func(string)
}

// open opens the archive of a watched folder for this program.
func (at deskPlace) open(watched string, warn func(string)) (*archive.Archive, *archive.Memory, error) {
	if at.dir == "" {
		var err error
		if at.dir, err = archive.DefaultDir(watched); err != nil {
			return nil, nil, err
		}
	}
	version, err := feed.Version()
	if err != nil {
		return nil, nil, err
	}
	a, err := archive.Open(at.dir, archive.Options{Shared: at.shared, Warn: warn})
	if err != nil {
		return nil, nil, fmt.Errorf("the desk folder: %w (name another with --desk, or none with --desk %s)", err, noDesk)
	}
	return a, a.Memory(version), nil
}

// openDesk opens the desk folder and follows what its officers write, until
// ctx ends. Where the disk does not let it be made, the desk keeps nothing.
func openDesk(ctx context.Context, at deskPlace, watched string, board *model.Board) (*desk, error) {
	d := &desk{board: board}
	if at.dir == noDesk {
		return d, nil
	}
	d.warn = func(what string) { board.Warn("the desk folder", what, time.Now()) }
	var err error
	d.archive, d.facts, err = at.open(watched, d.warn)
	switch {
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS), errors.Is(err, syscall.ENOSPC):
		d.warn("nothing is kept: " + err.Error())
		return d, nil
	case err != nil:
		return nil, err
	}
	d.follow.Go(func() { d.facts.PruneDaily(ctx) })
	d.follow.Go(func() {
		if err := d.archive.Follow(ctx, func(entries []model.Entry) { board.Enter(entries) }); err != nil {
			d.warn("what officers write cannot be read: " + err.Error())
		}
	})
	return d, nil
}

func (d *desk) close() {
	d.follow.Wait()
	if d.archive != nil {
		d.archive.Close()
	}
}

// officer is the desk as the screen of the officer who runs this process has it.
func (d *desk) officer() *ui.Desk {
	if d.archive == nil {
		return nil
	}
	self := archive.Self()
	read, err := d.archive.ReadMarks(self)
	if err != nil {
		d.warn("what you had read is not known: " + err.Error())
	}
	var likes ui.Preferences
	if err := d.archive.Preferences(self, &likes); err != nil {
		d.warn("how you had arranged the screen is not known: " + err.Error())
	}
	return &ui.Desk{
		Officer: self, Name: archive.SelfName(), Append: d.archive.Append, Read: read,
		Search: d.archive.Search, Versions: d.archive.Versions, Text: d.archive.Text,
		SaveRead:        func(marks map[model.Item]time.Time) error { return d.archive.SetReadMarks(self, marks) },
		Preferences:     likes,
		SavePreferences: func(p ui.Preferences) error { return d.archive.SetPreferences(self, p) },
	}
}

func checkCommand(dir *string, at *deskPlace) *cobra.Command {
	return &cobra.Command{
		Use:   "check",
		Short: "Read the folder anew and say where the archive holds something else",
		Args:  cobra.NoArgs,
		PreRunE: func(*cobra.Command, []string) error {
			if at.dir == noDesk {
				return errors.New("there is nothing to compare the folder with: name a desk folder")
			}
			return nil
		},
		RunE: working(func(c *cobra.Command, _ []string) error {
			if err := feed.CheckFolder(*dir); err != nil {
				return err
			}
			a, facts, err := at.open(*dir, func(what string) { fmt.Fprintln(c.ErrOrStderr(), clean.Line(what)) })
			if err != nil {
				return err
			}
			defer a.Close()
			opts := feedOptions(*dir, lexicon.Default())
			opts.Deadline, opts.Memory = exportDeadline, facts
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
		}),
	}
}

// exportDeadline is what a document may take in an export: no screen waits for
// it, and a busy machine is not to change what is printed.
const exportDeadline = 30 * time.Second

func exportCommand(dir *string) *cobra.Command {
	var format string
	c := &cobra.Command{
		Use:   "export",
		Short: "Read the folder once and print what was found, the same bytes each time",
		Args:  cobra.NoArgs,
		PreRunE: func(*cobra.Command, []string) error {
			if format != "jsonl" {
				return fmt.Errorf("--format %s: only jsonl is known", format)
			}
			return nil
		},
		RunE: working(func(c *cobra.Command, _ []string) error {
			if err := feed.CheckFolder(*dir); err != nil {
				return err
			}
			lex := lexicon.Default()
			opts := feedOptions(*dir, lex)
			opts.Deadline = exportDeadline
			updates, err := feed.ReadAll(c.Context(), opts)
			if err != nil {
				return err
			}
			for _, u := range updates {
				if u.Problem != nil {
					fmt.Fprintf(c.ErrOrStderr(), "%s: %s\n", clean.Line(u.Path), clean.Line(u.Problem.Reason))
				}
			}
			out := bufio.NewWriter(c.OutOrStdout())
			if err := export.JSONL(out, model.NewBoard(standing(lex)).Apply(updates, model.Progress{})); err != nil {
				return err
			}
			return out.Flush()
		}),
	}
	c.Flags().StringVar(&format, "format", "jsonl", "the form of the export: jsonl")
	return c
}

func showCommand() *cobra.Command {
	var text bool
	c := &cobra.Command{
		Use:   "show FILE",
		Short: "Print what was understood of one document, or its text",
		Args:  cobra.ExactArgs(1),
		RunE: working(func(c *cobra.Command, args []string) error {
			found, err := readFile(c.Context(), args[0], lexicon.Default())
			if err != nil {
				return err
			}
			for i, r := range found {
				if err := show(c.OutOrStdout(), r, text, i > 0); err != nil {
					return err
				}
			}
			return nil
		}),
	}
	c.Flags().BoolVar(&text, "text", false, "print the text that offsets in exports point into")
	return c
}

func explainCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "explain FILE",
		Short: "Print sentence by sentence what was found in one document, and why",
		Args:  cobra.ExactArgs(1),
		RunE: working(func(c *cobra.Command, args []string) error {
			lex := lexicon.Default()
			found, err := readFile(c.Context(), args[0], lex)
			if err != nil {
				return err
			}
			var b strings.Builder
			for _, r := range found {
				if err := extract.New(lex).Explain(c.Context(), &b, r.Document, r.Text); err != nil {
					return err
				}
			}
			return printText(c.OutOrStdout(), b.String())
		}),
	}
}

// feedOptions wires the feed to the lexicon and the extractor.
func feedOptions(dir string, lex *lexicon.Lexicon) feed.Options {
	return feed.Options{Dir: dir, Outlets: lex.OutletNamed, Extract: extract.New(lex).Extract}
}

// standing are the questions of the lexicon that are asked from the first day.
func standing(lex *lexicon.Lexicon) []model.Standing {
	var out []model.Standing
	for _, q := range lex.Questions() {
		if q.Standing {
			out = append(out, model.Standing{Topic: q.Topic, Text: q.Text})
		}
	}
	return out
}

// clocks are the local times that the lexicon's desk watches.
func clocks(lex *lexicon.Lexicon) ([]ui.Clock, error) {
	var out []ui.Clock
	for _, c := range lex.Desk().Clocks {
		zone, err := time.LoadLocation(c.Zone)
		if err != nil {
			return nil, fmt.Errorf("clock %s: %w", c.Name, err)
		}
		out = append(out, ui.Clock{Name: c.Name, Zone: zone})
	}
	return out, nil
}

// readFile reads what a command names: a file, or a document beneath one.
func readFile(ctx context.Context, path string, lex *lexicon.Lexicon) ([]document.Reading, error) {
	dir, name := filepath.Split(filepath.Clean(path))
	dir = filepath.Clean(cmp.Or(dir, "."))
	if info, err := os.Stat(dir); err == nil && !info.IsDir() {
		name = filepath.Base(dir) + "/" + name
		dir = filepath.Dir(dir)
	}
	found, err := feed.Find(ctx, dir, name, lex.OutletNamed)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return found, nil
}

// show prints what was understood of a document, or its text; where others
// went before, it is parted from them.
func show(w io.Writer, r document.Reading, text, parted bool) error {
	gap := ""
	if parted {
		gap = "\n"
	}
	if text {
		return printText(w, gap+r.Text)
	}
	if _, err := fmt.Fprintf(w, "%spath       %s\n", gap, clean.Line(r.Document.Path)); err != nil {
		return err
	}
	return export.Document(w, r.Document)
}

// printText writes the bytes as they are, unless a terminal would obey them.
func printText(w io.Writer, text string) error {
	if f, ok := w.(*os.File); ok && term.IsTerminal(f.Fd()) {
		text = clean.Text(text)
	}
	_, err := io.WriteString(w, text)
	return err
}
