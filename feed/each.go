package feed

import "context"

// RunEach is [Run] with the first of the options, and anew with each that come
// after: what they find in a file takes the place of what was found before.
func RunEach(ctx context.Context, each <-chan Options, apply Apply) error {
	opts := <-each
	for {
		run, stop := context.WithCancel(ctx)
		ended := make(chan error, 1)
		go func() { ended <- Run(run, opts, apply) }()
		select {
		case err := <-ended:
			stop()
			return err
		case opts = <-each:
			stop()
			<-ended // by stop, which is no error
		}
	}
}
