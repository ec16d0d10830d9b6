package command

import (
	"fmt"
	"os"
	"runtime/debug"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/cobra/doc"
)

// Manual writes the manual pages of all commands into a folder.
func Manual() *cobra.Command {
	return &cobra.Command{
		Use:   "man DIR",
		Short: "Write the manual pages into a folder",
		Args:  cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			if err := os.MkdirAll(args[0], 0o755); err != nil {
				return err
			}
			day := time.Unix(0, 0).UTC() // the same pages each time
			root := c.Root()
			root.DisableAutoGenTag = true
			return doc.GenManTree(root, &doc.GenManHeader{Title: "CRISISDESK", Section: "1", Source: "crisisdesk", Date: &day}, args[0])
		},
	}
}

// Completion prints what makes a shell complete the commands.
func Completion() *cobra.Command {
	shells := []string{"bash", "zsh", "fish"}
	return &cobra.Command{
		Use:       "completion SHELL",
		Short:     "Print the completion for bash, zsh or fish",
		Args:      cobra.MatchAll(cobra.ExactArgs(1), cobra.OnlyValidArgs),
		ValidArgs: shells,
		RunE: func(c *cobra.Command, args []string) error {
			switch out := c.OutOrStdout(); args[0] {
			case "bash":
				return c.Root().GenBashCompletionV2(out, true)
			case "zsh":
				return c.Root().GenZshCompletion(out)
			default:
				return c.Root().GenFishCompletion(out, true)
			}
		},
	}
}

// Build is the version that the program was built of.
func Build() string {
	if b, ok := debug.ReadBuildInfo(); ok && b.Main.Version != "" && b.Main.Version != "(devel)" {
		return b.Main.Version
	}
	return "development build"
}

// Version prints the version, or the project's own licences and those of all
// that is built in.
func Version(own ...string) *cobra.Command {
	var full bool
	c := &cobra.Command{
		Use:   "version",
		Short: "Print the version, or the licences of all that is built in",
		Args:  cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			text := "crisisdesk " + Build() + "\n"
			var err error
			if full {
				if text, err = Licences(own...); err != nil {
					return err
				}
			}
			_, err = fmt.Fprint(c.OutOrStdout(), text)
			return err
		},
	}
	c.Flags().BoolVar(&full, "licences", false, "print the licences")
	return c
}
