package archive

import (
	"cmp"
	"encoding/base64"
	"fmt"
	"os"
	"os/user"
	"strconv"
	"strings"

	"crisisdesk/model"
)

// Self is the officer who runs this process, known by the ID of the user; 0
// where users have no such ID.
func Self() model.Officer { return model.Officer(fmt.Sprintf("user:%d", max(0, os.Getuid()))) }

// SelfName is what the box calls the officer who runs this process, "" where
// it does not say.
func SelfName() string {
	u, err := user.Current()
	if err != nil {
		return ""
	}
	return cmp.Or(u.Name, u.Username)
}

// KeyHolder is an officer known by the fingerprint of a key, as "SHA256:…".
func KeyHolder(fingerprint string) model.Officer { return model.Officer("key:" + fingerprint) }

// userID is the user that an officer is, if it is known by one.
func userID(o model.Officer) (uint32, bool) {
	digits, ok := strings.CutPrefix(string(o), "user:")
	if !ok {
		return 0, false
	}
	id, err := strconv.ParseUint(digits, 10, 32)
	return uint32(id), err == nil && digits == strconv.FormatUint(id, 10)
}

// fileName is what the files of an officer are called, without extension.
func fileName(o model.Officer) (string, error) {
	if id, ok := userID(o); ok {
		return fmt.Sprintf("user-%d", id), nil
	}
	sum, ok := strings.CutPrefix(string(o), "key:SHA256:")
	raw, err := base64.RawStdEncoding.Strict().DecodeString(sum)
	if !ok || err != nil || len(raw) == 0 {
		return "", fmt.Errorf("%q is no officer: user:NUMBER or key:SHA256:FINGERPRINT", o)
	}
	return "key-" + base64.RawURLEncoding.EncodeToString(raw), nil
}

// officerOf is whose files are called name.
func officerOf(name string) (model.Officer, bool) {
	if digits, ok := strings.CutPrefix(name, "user-"); ok {
		o := model.Officer("user:" + digits)
		_, ok := userID(o)
		return o, ok
	}
	sum, ok := strings.CutPrefix(name, "key-")
	raw, err := base64.RawURLEncoding.Strict().DecodeString(sum)
	if !ok || err != nil || len(raw) == 0 {
		return "", false
	}
	return KeyHolder("SHA256:" + base64.RawStdEncoding.EncodeToString(raw)), true
}
