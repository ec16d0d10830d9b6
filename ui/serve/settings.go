package serve

import (
	"time"

	"crisisdesk/ui/config"
)

// passphrase is how long an officer may take to unlock a key, once one that is
// in the file was offered.
const passphrase = time.Minute

// When the server ends, sessions have leaveWithin to take their leave; then their
// connections are closed, and they have saveWithin to keep what was read.
const (
	leaveWithin = 3 * time.Second
	saveWithin  = time.Second
)

// limits bound what connections may take. They hold for what begins after they
// were set.
type limits struct {
	sessions, sessionsPerKey   int
	waiting, waitingPerAddress int // connections without a screen; an IPv6 network of 64 bits is one address
	handshake                  time.Duration
	idle, longest              time.Duration
	stalled                    time.Duration // of a client, for 4 KiB
}

func limitsOf(c config.Serve) limits {
	return limits{
		sessions: int(c.Sessions), sessionsPerKey: int(c.SessionsPerKey), waiting: int(c.Waiting), waitingPerAddress: int(c.WaitingPerAddr),
		handshake: time.Duration(c.Handshake), idle: time.Duration(c.Idle), longest: time.Duration(c.Longest),
		stalled: time.Duration(c.Stalled),
	}
}
