package serve

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"

	gossh "golang.org/x/crypto/ssh"

	"crisisdesk/model"
	"crisisdesk/model/archive"
	"crisisdesk/ui/config"
)

// Officer is the holder of a key.
type Officer struct {
	Fingerprint string // of the key, as "SHA256:…"
	Name        string // as others see it
	Reader      bool   // writes nothing
}

// ID is what journals and read marks know the officer by.
func (o Officer) ID() model.Officer { return archive.KeyHolder(o.Fingerprint) }

// role is the word of the log.
func (o Officer) role() string {
	if o.Reader {
		return "reader"
	}
	return "officer"
}

// keyring is who may connect, by the fingerprint of the key.
type keyring map[string]Officer

// howToAdd ends the refusal to serve nobody.
const howToAdd = "for each officer, put a line of the public key and a name into it, such as\n" +
	"  ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAA… Amina\n" +
	"(an officer makes a key with 'ssh-keygen -t ed25519', and sends ~/.ssh/id_ed25519.pub)"

// loadKeys reads the file of keys. What is configured for keys that are not in it
// is told in warnings.
func loadKeys(s config.Serve) (keys keyring, warnings []string, err error) {
	text, err := readKeys(s.AuthorizedKeys)
	if err != nil {
		return nil, nil, err
	}
	keys = keyring{}
	for i, line := range bytes.Split(text, []byte("\n")) {
		if line = bytes.TrimSpace(line); len(line) == 0 || line[0] == '#' {
			continue
		}
		o, err := parseKey(line)
		if err != nil {
			return nil, nil, fmt.Errorf("%s, line %d: %w", s.AuthorizedKeys, i+1, err)
		}
		o.Name = cmp.Or(s.Names[o.Fingerprint], o.Name, o.Fingerprint[:len("SHA256:")+8])
		o.Reader = slices.Contains(s.Readers, o.Fingerprint)
		keys[o.Fingerprint] = o
	}
	if len(keys) == 0 {
		return nil, nil, fmt.Errorf("nobody could connect: there is no key in %s; %s", s.AuthorizedKeys, howToAdd)
	}
	return keys, keys.doubts(s), nil
}

// readKeys reads a file that nobody but its owner can add a key to.
func readKeys(path string) ([]byte, error) {
	if path == "" {
		return nil, fmt.Errorf("nobody could connect: no file of authorized keys is named; name one with --authorized-keys, and %s", howToAdd)
	}
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("nobody could connect: there is no file %s; %s", path, howToAdd)
	}
	if err != nil {
		return nil, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	if info.Mode()&0o022 != 0 {
		return nil, fmt.Errorf("others can write to %s, and so let anybody in: chmod 600 %[1]s", path)
	}
	return io.ReadAll(f)
}

// parseKey reads a line of the file. Options that take from what a key may do
// here anyway are accepted; any other would promise what is not kept.
func parseKey(line []byte) (Officer, error) {
	key, comment, options, _, err := gossh.ParseAuthorizedKey(line)
	if err != nil {
		return Officer{}, errors.New("this is no public key")
	}
	for _, option := range options {
		if option != "restrict" && !strings.HasPrefix(option, "no-") {
			return Officer{}, fmt.Errorf("the option %q is not known here; leave it out", option)
		}
	}
	return Officer{Fingerprint: gossh.FingerprintSHA256(key), Name: strings.TrimSpace(comment)}, nil
}

// doubts are what may not be meant as it is written.
func (k keyring) doubts(s config.Serve) []string {
	var out []string
	for _, reader := range s.Readers {
		if _, ok := k[reader]; !ok {
			out = append(out, fmt.Sprintf("readers: no key in %s has the fingerprint %s", s.AuthorizedKeys, reader))
		}
	}
	for named := range s.Names {
		if _, ok := k[named]; !ok {
			out = append(out, fmt.Sprintf("names: no key in %s has the fingerprint %s", s.AuthorizedKeys, named))
		}
	}
	holders := map[string]int{}
	for _, o := range k {
		if holders[o.Name]++; holders[o.Name] == 2 {
			out = append(out, fmt.Sprintf("two keys are called %s; each counts as an officer of its own", o.Name))
		}
	}
	slices.Sort(out)
	return out
}
