package serve

import "time"

// Settings are what [Server.Reload] can change.
type Settings struct {
	AuthorizedKeys string            // the file of the keys that may connect
	Names          map[string]string // to show in place of the comments of keys, by fingerprint
	Readers        []string          // fingerprints of keys whose holders write nothing
	Presence       bool              // every officer is told who is connected
	Limits         Limits
}

// Limits bound what connections may take. They hold for what begins after they
// were set.
type Limits struct {
	Sessions       int // at once
	SessionsPerKey int // of them
	Waiting        int // connections without a screen, at once
	PerAddress     int // of them; an IPv6 network of 64 bits is one address

	Handshake time.Duration // a connection may take to prove its key, and to ask for a screen
	Idle      time.Duration // a session may be without a key pressed; 0 for any time
	Longest   time.Duration // a session may last; 0 for any time
	Stalled   time.Duration // a client may take to accept the next 4 KiB
}

// Usual are limits for a box of some fifty officers.
func Usual() Limits {
	return Limits{
		Sessions: 64, SessionsPerKey: 4, Waiting: 64, PerAddress: 16,
		Handshake: 10 * time.Second, Idle: 30 * time.Minute, Longest: 12 * time.Hour, Stalled: 30 * time.Second,
	}
}

// passphrase is how long an officer may take to unlock a key, once one that is
// in the file was offered.
const passphrase = time.Minute

// stopWithin is how long sessions have to end when the server does; then their
// connections are closed.
const stopWithin = 3 * time.Second
