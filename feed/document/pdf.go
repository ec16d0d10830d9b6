package document

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os/exec"
	"time"
)

// pdfMemory and pdfTime bound what the child process may take.
const (
	pdfMemory = 512 << 20 // bytes of address space, where the system can limit it
	pdfTime   = 10 * time.Second
)

// readPDF lets pdftotext take the text out of a PDF. The child gets the bytes
// by a pipe and its limits before the first of them; it is killed when ctx or its time ends.
func readPDF(ctx context.Context, raw []byte) ([]source, error) {
	if !bytes.HasPrefix(raw, []byte("%PDF-")) {
		return nil, Refusal("not read: not a PDF, as its name says")
	}
	program, err := exec.LookPath("pdftotext")
	if err != nil {
		return nil, Refusal("not read: PDF needs pdftotext, which is not installed")
	}
	ctx, cancel := context.WithTimeout(ctx, pdfTime)
	defer cancel()
	cmd := exec.CommandContext(ctx, program, "-q", "-enc", "UTF-8", "-nopgbrk", "-", "-")
	cmd.Env = []string{"LC_ALL=C"}
	cmd.WaitDelay = time.Second
	out, err := converse(cmd, raw)
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case errors.Is(err, errTooMuch):
		return nil, Refusal("too large: its text is more than 8 MiB")
	case err != nil:
		return nil, Refusal("not read: pdftotext cannot read it")
	case len(bytes.TrimSpace(out)) == 0:
		return nil, Refusal("not read: a PDF of pictures, without text")
	}
	return []source{{text: string(bytes.ToValidUTF8(out, []byte("\uFFFD")))}}, nil
}

var errTooMuch = errors.New("too much output")

// converse starts a child, limits it, hands it the input and takes at most
// MaxSize bytes of output.
func converse(cmd *exec.Cmd, input []byte) ([]byte, error) {
	in, err := cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	out := &bounded{left: MaxSize}
	cmd.Stdout = out
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	if err := limit(cmd.Process.Pid); err != nil {
		return nil, errors.Join(err, cmd.Process.Kill(), cmd.Wait())
	}
	_, _ = io.Copy(in, bytes.NewReader(input)) // a child that has had enough closes the pipe
	in.Close()
	err = cmd.Wait()
	if out.left < 0 {
		return nil, errTooMuch
	}
	return out.Bytes(), err
}

// bounded keeps so many bytes, and fails on the first beyond.
type bounded struct {
	bytes.Buffer
	left int
}

func (b *bounded) Write(p []byte) (int, error) {
	if b.left -= len(p); b.left < 0 {
		return 0, errTooMuch
	}
	return b.Buffer.Write(p)
}
