package serve

import (
	"bytes"
	"crypto/ed25519"
	"encoding/pem"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"
	gossh "golang.org/x/crypto/ssh"

	"crisisdesk/ui"
	"crisisdesk/ui/config"
)

// openSSH is how the client of OpenSSH is called for a server.
type openSSH struct {
	*served
	dir string
}

func newOpenSSH(t *testing.T, with func(*Options)) *openSSH {
	t.Helper()
	for _, tool := range []string{"ssh", "sftp", "scp"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Skipf("OpenSSH's client is not installed: no %s", tool)
		}
	}
	c := &openSSH{start(t, with), t.TempDir()}
	for _, seed := range []byte{amina, bashir, karim, stranger} {
		block, err := gossh.MarshalPrivateKey(ed25519.NewKeyFromSeed(bytes.Repeat([]byte{seed}, ed25519.SeedSize)), "")
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(c.identity(seed), pem.EncodeToMemory(block), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(c.identity(seed)+".pub", []byte(line(seed, "")), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return c
}

func (c *openSSH) identity(seed byte) string {
	return filepath.Join(c.dir, string(rune('a'+seed)))
}

// command is a tool of OpenSSH with the options that a test needs.
func (c *openSSH) command(tool string, seed byte, args ...string) *exec.Cmd {
	_, port, _ := net.SplitHostPort(c.Addr().String())
	options := []string{
		"-F", "none", "-i", c.identity(seed), "-o", "IdentitiesOnly=yes", "-o", "StrictHostKeyChecking=no", "-o", "UserKnownHostsFile=/dev/null",
		"-o", "LogLevel=ERROR", "-o", "IdentityAgent=none", "-o", "Port=" + port,
	}
	run := exec.Command(tool, append(options, args...)...)
	run.Env = append(os.Environ(), "TERM=xterm-256color", "LANG=C.UTF-8", "SSH_ASKPASS=/bin/false")
	return run
}

// window runs the client in a pseudo-terminal of 100×30.
func (c *openSSH) window(run *exec.Cmd) *terminal {
	c.t.Helper()
	return c.windowOf(run, 100, 30)
}

func (c *openSSH) windowOf(run *exec.Cmd, columns, rows int) *terminal {
	c.t.Helper()
	master, err := pty.StartWithSize(run, &pty.Winsize{Cols: uint16(columns), Rows: uint16(rows)})
	if err != nil {
		c.t.Fatal(err)
	}
	term := &terminal{served: c.served, keys: master, screen: vt.NewEmulator(columns, rows), ended: make(chan error, 1)}
	var copies sync.WaitGroup
	copies.Go(func() {
		io.Copy(master, term.screen)
		io.Copy(io.Discard, term.screen)
	})
	copies.Go(func() {
		io.Copy(term, master)
		term.screen.InputPipe().(io.Closer).Close()
		term.ended <- run.Wait()
	})
	c.t.Cleanup(func() {
		run.Process.Signal(syscall.SIGCONT)
		run.Process.Kill()
		copies.Wait()
		master.Close()
	})
	return term
}

func TestOpenSSHShowsTheScreen(t *testing.T) {
	c := newOpenSSH(t, nil)
	one := c.window(c.command("ssh", amina, "127.0.0.1"))
	one.shows("word 0")
	c.arrive(1)
	one.shows("word 1")
	one.press("?")
	one.shows("Keys of the panes")
	one.press("q")
	if err := one.ends(); err != nil {
		t.Errorf("q ended ssh with %v", err)
	}
}

// A key of which a client has the public half alone lets nobody in, and does
// not lend its name to the next.
func TestOpenSSHClaimsAKey(t *testing.T) {
	var mu sync.Mutex
	var who []string
	c := newOpenSSH(t, func(o *Options) {
		screen := o.Screen
		o.Screen = func(officer Officer) ui.Options {
			mu.Lock()
			defer mu.Unlock()
			who = append(who, officer.Name)
			return screen(officer)
		}
	})
	if err := os.Remove(c.identity(amina)); err != nil {
		t.Fatal(err)
	}
	one := c.window(c.command("ssh", amina, "-i", c.identity(karim), "-l", "amina", "127.0.0.1"))
	one.shows("word 0")
	mu.Lock()
	defer mu.Unlock()
	if len(who) != 1 || who[0] != "Karim" {
		t.Errorf("Karim, who also offered Amina's key, is taken for %q", who)
	}
}

// Whatever else OpenSSH can ask for is refused.
func TestOpenSSHIsRefused(t *testing.T) {
	c := newOpenSSH(t, nil)
	file := filepath.Join(c.dir, "file")
	for _, r := range []struct {
		name string
		run  *exec.Cmd
		says string
	}{
		{"a stranger", c.command("ssh", stranger, "127.0.0.1"), "Permission denied (publickey)"},
		{"a password", c.command("ssh", amina, "-o", "PreferredAuthentications=password,keyboard-interactive", "127.0.0.1"), "Permission denied (publickey)"},
		{"no key", c.command("ssh", amina, "-o", "PreferredAuthentications=none", "127.0.0.1"), "Permission denied (publickey)"},
		{"a command", c.command("ssh", amina, "127.0.0.1", "id"), "exec request failed"},
		{"a command with a terminal", c.command("ssh", amina, "-tt", "127.0.0.1", "id"), "exec request failed"},
		{"a shell without a terminal", c.command("ssh", amina, "-T", "127.0.0.1"), "shell request failed"},
		{"a subsystem", c.command("ssh", amina, "-s", "127.0.0.1", "netconf"), "subsystem request failed"},
		{"sftp", c.command("sftp", amina, "127.0.0.1"), "subsystem request failed"},
		{"scp", c.command("scp", amina, "127.0.0.1:/etc/passwd", file), "subsystem request failed"},
		{"scp of old", c.command("scp", amina, "-O", "127.0.0.1:/etc/passwd", file), "exec request failed"},
		{"a forwarded listener", c.command("ssh", amina, "-o", "ExitOnForwardFailure=yes", "-N", "-R", "0:127.0.0.1:22", "127.0.0.1"), "remote port forwarding failed"},
		{"a forwarded connection", c.command("ssh", amina, "-W", "127.0.0.1:22", "127.0.0.1"), "stdio forwarding failed"},
	} {
		out, err := r.run.CombinedOutput()
		if err == nil || !strings.Contains(string(out), r.says) {
			t.Errorf("%s: %v, %q; want %q", r.name, err, out, r.says)
		}
	}
	if _, err := os.Stat(file); err == nil {
		t.Error("a file was copied")
	}
}

// An agent and an environment that a client offers change nothing.
func TestOpenSSHOffersMore(t *testing.T) {
	c := newOpenSSH(t, nil)
	run := c.command("ssh", amina, "-A", "-o", "SendEnv=NO_COLOR", "-o", "SetEnv=LD_PRELOAD=/tmp/x.so", "127.0.0.1")
	run.Env = append(run.Env, "NO_COLOR=1")
	one := c.window(run)
	one.shows("word 0")
}

// A client that is stopped is dropped, and nobody notices.
func TestOpenSSHIsStopped(t *testing.T) {
	c := newOpenSSH(t, func(o *Options) { o.Config.Stalled = config.Duration(2 * time.Second) })
	c.crowd()
	run := c.command("ssh", bashir, "127.0.0.1")
	stopped := c.windowOf(run, 400, 150)
	stopped.press("\tz")
	stopped.shows("many words 20")
	if err := run.Process.Signal(syscall.SIGSTOP); err != nil {
		t.Fatal(err)
	}
	one := c.open(amina)
	one.press("\tz")
	one.shows("many words 20")
	n := 0
	c.until("the end of the stopped one", func() bool {
		n++
		c.crowdAgain(n) // every screen is drawn anew
		return strings.Contains(c.logged(), "your terminal took nothing any more")
	})
	c.arrive(1)
	one.press("g")
	one.shows("word 1")
}
