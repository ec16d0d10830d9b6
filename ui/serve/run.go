package serve

import (
	"context"
	"os"
	"os/signal"
	"syscall"
)

// Run serves until ctx ends, tells systemd how it stands, and calls reload on
// SIGHUP; where that fails, everything stays as it was.
func Run(ctx context.Context, o Options, reload func(*Server) error) error {
	server, err := Listen(o)
	if err != nil {
		return err
	}
	hangups := make(chan os.Signal, 1)
	signal.Notify(hangups, syscall.SIGHUP)
	defer signal.Stop(hangups)
	serving := make(chan error, 1)
	go func() { serving <- server.Serve(ctx) }()
	o.Log.Info("the desk is served", "address", server.Addr().String(), "fingerprint", server.Fingerprint())
	state := Ready
	for {
		if err := Notify(state); err != nil {
			o.Log.Warn("systemd is not told", "error", err.Error())
		}
		select {
		case err := <-serving:
			return err
		case <-ctx.Done():
			state, ctx = Stopping, context.WithoutCancel(ctx) // told once
		case <-hangups:
			if err := reload(server); err != nil {
				o.Log.Error("nothing has changed", "error", err.Error())
				continue
			}
			o.Log.Info("keys, configuration and lexicon were read anew")
		}
	}
}
