// Package serve shows the screen of one desk to many officers over SSH.
//
// In: the keys of those who may come ([config.Serve]) and, for each who does, the
// [ui.Options] of a screen. Out: one screen for each session, until the officer
// quits, the server stops, or a limit ends it.
//
// It promises:
//
//   - Only a key of the file is let in, and an officer is the fingerprint of
//     the key that proved itself; the user name means nothing. Without keys, or
//     with a host key that others can read, there is no server.
//   - A client gets a shell on a terminal of 20–500 columns and 10–200 rows and
//     nothing else: no command, file transfer, forwarding, agent or environment.
//   - Nobody holds up anybody. A client that is slow is shown the newest
//     Snapshot when it can take one; one that takes nothing is dropped. A panic
//     ends the session that it happened in. Connections that have no screen yet
//     are few, for a short time, and the oldest makes room for the newest.
//   - When its context ends the server tells every officer, and is gone within
//     five seconds, whatever its clients do.
//   - What clients say of themselves stands quoted and cut short in the log, and
//     a flood of refusals is summed up.
package serve
