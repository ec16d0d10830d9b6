package serve

import (
	"crypto/ed25519"
	"crypto/rand"
	"encoding/pem"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	gossh "golang.org/x/crypto/ssh"
)

// loadHostKey reads the server's own key, and makes one where there is none.
func loadHostKey(path string) (gossh.Signer, error) {
	if path == "" {
		return nil, errors.New("the server needs a key of its own: name a file for it with --host-key; it is made where it is not there")
	}
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		if err = makeHostKey(path); err == nil {
			f, err = os.Open(path)
		}
	}
	if err != nil {
		return nil, fmt.Errorf("the host key: %w", err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	if info.Mode()&0o077 != 0 {
		return nil, fmt.Errorf("others can read the host key %s, and so be taken for this server: chmod 600 %[1]s, or better make a new one", path)
	}
	text, err := io.ReadAll(f)
	if err != nil {
		return nil, err
	}
	signer, err := gossh.ParsePrivateKey(text)
	if err != nil {
		return nil, fmt.Errorf("the host key %s: %w", path, err)
	}
	return signer, nil
}

func makeHostKey(path string) error {
	_, key, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		return err
	}
	block, err := gossh.MarshalPrivateKey(key, "crisisdesk")
	if err != nil {
		return err
	}
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	return errors.Join(pem.Encode(f, block), f.Sync(), f.Close())
}
