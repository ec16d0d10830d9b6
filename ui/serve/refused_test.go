package serve

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	gossh "golang.org/x/crypto/ssh"
	"golang.org/x/crypto/ssh/agent"

	"crisisdesk/ui"
	"crisisdesk/ui/config"
)

// What proves no key of the file is not let in.
func TestRefusedAuthentication(t *testing.T) {
	s := start(t, nil)
	authority := key(amina)
	certificate := &gossh.Certificate{Key: key(stranger).PublicKey(), CertType: gossh.UserCert, ValidBefore: gossh.CertTimeInfinity}
	if err := certificate.SignCert(bytes.NewReader(make([]byte, 1024)), authority); err != nil {
		t.Fatal(err)
	}
	certified, err := gossh.NewCertSigner(certificate, key(stranger))
	if err != nil {
		t.Fatal(err)
	}
	for name, auth := range map[string][]gossh.AuthMethod{
		"none":                                 nil,
		"a password":                           {gossh.Password("Amina")},
		"an empty password":                    {gossh.Password("")},
		"keyboard-interactive":                 {gossh.KeyboardInteractive(func(_, _ string, q []string, _ []bool) ([]string, error) { return make([]string, len(q)), nil })},
		"another key":                          {gossh.PublicKeys(key(stranger))},
		"a certificate that an officer signed": {gossh.PublicKeys(certified)},
		"a key that is only claimed":           {gossh.PublicKeys(impostor{key(stranger), key(amina).PublicKey()})},
	} {
		client, err := s.dialWith(auth...)
		if err == nil {
			client.Close()
			t.Errorf("%s lets in", name)
		} else if !strings.Contains(err.Error(), "handshake failed") {
			t.Errorf("%s ends with %v", name, err)
		}
	}
}

// impostor claims a key that it does not hold.
type impostor struct {
	gossh.Signer
	claimed gossh.PublicKey
}

func (i impostor) PublicKey() gossh.PublicKey { return i.claimed }

// What is more than a screen is refused on a channel that goes on.
func TestRefusedRequests(t *testing.T) {
	s := start(t, nil)
	text := func(words ...string) []byte {
		var b []byte
		for _, w := range words {
			b = append(b, gossh.Marshal(struct{ S string }{w})...)
		}
		return b
	}
	for _, c := range []struct {
		request string
		payload []byte
	}{
		{"exec", text("id")},
		{"exec", text("scp -t .")},
		{"subsystem", text("sftp")},
		{"subsystem", text("netconf")},
		{"env", text("LD_PRELOAD", "/tmp/x.so")},
		{"env", text("NO_COLOR", "1")},
		{"auth-agent-req@openssh.com", nil},
		{"x11-req", append([]byte{0}, append(text("MIT-MAGIC-COOKIE-1", "00"), 0, 0, 0, 0)...)},
		{"signal", text("KILL")},
		{"break", []byte{0, 0, 0, 0}},
		{"shell", nil}, // without a terminal
		{"pty-req", []byte{1, 2, 3}},
		{"nonsense\x1b[2J", nil},
	} {
		client, err := s.dial(amina)
		if err != nil {
			t.Fatal(err)
		}
		session, err := client.NewSession()
		if err != nil {
			t.Fatal(err)
		}
		if ok, err := session.SendRequest(c.request, true, c.payload); ok || err != nil {
			t.Errorf("%q is granted (%v, %v)", c.request, ok, err)
		}
		session.Close()
		one := s.openOn(client)
		one.shows("word 0")
		if ok, err := one.session.SendRequest(c.request, true, c.payload); ok || err != nil {
			t.Errorf("%q is granted beside a screen (%v, %v)", c.request, ok, err)
		}
		client.Close()
	}
}

// A second terminal or shell on one channel is refused.
func TestRefusedTwice(t *testing.T) {
	one := start(t, nil).open(amina)
	one.shows("word 0")
	if err := one.session.RequestPty("xterm", 24, 80, nil); err == nil {
		t.Error("a second terminal is granted")
	}
	if err := one.session.Shell(); err == nil {
		t.Error("a second shell is granted")
	}
}

// Forwarding is asked for with channels and requests of the connection.
func TestRefusedForwarding(t *testing.T) {
	s := start(t, nil)
	one := s.open(amina)
	one.shows("word 0")
	for _, kind := range []string{"direct-tcpip", "direct-streamlocal@openssh.com", "forwarded-tcpip", "auth-agent@openssh.com", "x11", "tun@openssh.com"} {
		if _, _, err := one.client.OpenChannel(kind, nil); err == nil || !strings.Contains(err.Error(), "unsupported channel type") {
			t.Errorf("a channel of %s: %v", kind, err)
		}
	}
	if _, err := one.client.Dial("tcp", s.Addr().String()); err == nil {
		t.Error("a connection is forwarded")
	}
	for _, kind := range []string{"tcpip-forward", "streamlocal-forward@openssh.com", "hostkeys-prove-00@openssh.com"} {
		if ok, _, err := one.client.SendRequest(kind, true, nil); ok || err != nil {
			t.Errorf("%s is granted (%v)", kind, err)
		}
	}
	if _, err := one.client.Listen("tcp", "127.0.0.1:0"); err == nil {
		t.Error("the server listens for a client")
	}
	if err := agent.RequestAgentForwarding(one.session); err == nil {
		t.Error("an agent is forwarded")
	}
}

// A window is as large as a terminal may be, when it is asked for and when it
// changes: the last row of the screen tells how large the server takes it for.
func TestWindowsAreBounded(t *testing.T) {
	s := start(t, nil)
	last := func(one *terminal) int {
		rows := strings.Split(strings.TrimRight(one.text(), " \n"), "\n")
		return len(rows)
	}
	for _, huge := range []int{10_000, 1 << 31} {
		client, err := s.dial(amina)
		if err != nil {
			t.Fatal(err)
		}
		one := s.openSized(client, huge, huge)
		s.until("200 rows", func() bool { return last(one) == maxRows })
		if err := one.session.WindowChange(50, 150); err != nil {
			t.Error(err)
		}
		s.until("50 rows", func() bool { return last(one) == 50 })
		if err := one.session.WindowChange(huge, huge); err != nil {
			t.Error(err)
		}
		s.until("200 rows again", func() bool { return last(one) == maxRows })
		for _, row := range strings.Split(one.text(), "\n") {
			if n := len([]rune(strings.TrimRight(row, " "))); n > maxColumns {
				t.Errorf("a row of %d columns", n)
			}
		}
		client.Close()
	}
}

func TestBounded(t *testing.T) {
	for _, c := range []struct {
		columns, rows uint32
		want          ui.Size
	}{
		{80, 24, ui.Size{Columns: 80, Rows: 24}},
		{0, 0, ui.Size{Columns: 20, Rows: 10}},
		{10_000, 10_000, ui.Size{Columns: 500, Rows: 200}},
		{1<<32 - 1, 1<<32 - 1, ui.Size{Columns: 500, Rows: 200}},
	} {
		if got := bounded(c.columns, c.rows); got != c.want {
			t.Errorf("%d×%d becomes %v, want %v", c.columns, c.rows, got, c.want)
		}
	}
}

func TestTerminalKind(t *testing.T) {
	for asked, want := range map[string]string{
		"xterm-kitty": "xterm-kitty", "screen.xterm-256color": "screen.xterm-256color",
		"": "xterm-256color", "../../etc/passwd": "xterm-256color", "x\x1b[2J": "xterm-256color",
		strings.Repeat("x", 33): "xterm-256color",
	} {
		if got := terminalKind(asked); got != want {
			t.Errorf("TERM %q becomes %q, want %q", asked, got, want)
		}
	}
}

// Without keys, or with a key of its own that others can read, there is no server.
func TestListenRefuses(t *testing.T) {
	dir := t.TempDir()
	file := func(name, text string, mode os.FileMode) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Chmod(path, mode); err != nil {
			t.Fatal(err)
		}
		return path
	}
	good := file("good", line(amina, "Amina"), 0o644)
	host := filepath.Join(dir, "host")
	if err := makeHostKey(host); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, keys, host, says string
	}{
		{"no file named", "", host, "--authorized-keys"},
		{"no file", filepath.Join(dir, "nowhere"), host, "ssh-keygen -t ed25519"},
		{"an empty file", file("empty", "# nobody yet\n\n", 0o600), host, "ssh-ed25519 AAAA"},
		{"no key", file("broken", line(amina, "Amina")+"ssh-ed25519 AAAA!\n", 0o600), host, "line 2: this is no public key"},
		{"an option", file("option", `from="10.0.0.0/8" `+line(amina, "Amina"), 0o600), host, `the option "from=\"10.0.0.0/8\"" is not known here`},
		{"an authority", file("authority", "cert-authority "+line(amina, "Amina"), 0o600), host, "cert-authority"},
		{"keys that others can write", file("open", line(amina, "Amina"), 0o666), host, "others can write"},
		{"no host key named", good, "", "--host-key"},
		{"a host key that others can read", good, file("read", "key", 0o640), "chmod 600"},
		{"a host key that is none", good, file("none", "key", 0o600), "no key found"},
	} {
		_, err := Listen(Options{Config: config.Serve{Listen: "127.0.0.1:0", HostKey: c.host, AuthorizedKeys: c.keys}, Log: discard})
		if err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v, want %q", c.name, err, c.says)
		}
	}
}

// The host key is made where it is not there, closed to others, and stays.
func TestHostKeyStays(t *testing.T) {
	path := filepath.Join(t.TempDir(), "host")
	first, err := loadHostKey(path)
	if err != nil {
		t.Fatal(err)
	}
	again, err := loadHostKey(path)
	if err != nil || !bytes.Equal(first.PublicKey().Marshal(), again.PublicKey().Marshal()) {
		t.Errorf("the second start has another key (%v)", err)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the host key is %v, %v", info.Mode(), err)
	}
}

func TestKeysAreRead(t *testing.T) {
	path := filepath.Join(t.TempDir(), "keys")
	writeKeys(t, path, "# the desk\r\n", "\n", "restrict,no-pty "+line(amina, "Amina of the  day desk"), line(bashir, ""), line(karim, "Amina of the  day desk"))
	keys, warnings, err := loadKeys(config.Serve{
		AuthorizedKeys: path, Readers: []string{fingerprint(bashir), fingerprint(stranger)}, Names: map[string]string{"SHA256:x": "X"},
	})
	if err != nil {
		t.Fatal(err)
	}
	for seed, want := range map[byte]Officer{
		amina:  {fingerprint(amina), "Amina of the  day desk", false},
		bashir: {fingerprint(bashir), fingerprint(bashir)[:15], true},
	} {
		if got := keys[fingerprint(seed)]; got != want {
			t.Errorf("read %+v, want %+v", got, want)
		}
	}
	told := strings.Join(warnings, "\n")
	for _, w := range []string{"readers: no key", "names: no key", "two keys are called Amina"} {
		if !strings.Contains(told, w) {
			t.Errorf("no warning of %q in %q", w, told)
		}
	}
}
