package command

import (
	"fmt"

	"github.com/spf13/cobra"

	"crisisdesk/ui/config"
)

// Config checks and prints the configuration, which is loaded by the time that
// the commands run.
func Config(loaded func() *config.Config) *cobra.Command {
	c := &cobra.Command{Use: "config", Short: "Check or print the configuration", Args: cobra.NoArgs}
	c.AddCommand(&cobra.Command{
		Use:   "check",
		Short: "Say whether the configuration is good, and what is wrong where it is not",
		Args:  cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			_, err := fmt.Fprintf(c.OutOrStdout(), "%s: good\n", loaded().File)
			return err
		},
	}, &cobra.Command{
		Use:   "show",
		Short: "Print every key with its documentation, its value and where that comes from",
		Args:  cobra.NoArgs,
		RunE:  func(c *cobra.Command, _ []string) error { return loaded().Show(c.OutOrStdout()) },
	})
	return c
}
