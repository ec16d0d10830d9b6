// Package config is what whoever runs the program has set: one TOML file,
// environment variables, flags.
//
// In: the file config.toml of the XDG configuration folder (or another that is
// named), the environment, what flags say. Out: one [Config] that is whole and
// checked.
//
// It promises:
//
//   - A flag goes before the environment variable of its key (CRISISDESK_DIR,
//     CRISISDESK_SERVE_LISTEN), that before the file, the file before the default.
//   - A key that does not exist is refused with the nearest that does; a value
//     that makes no sense is refused with what was expected. Both name the file
//     and the line, the variable or the flag.
//   - A duration has a unit (5s, 30m, 12h).
//   - Every key bears its own documentation, which [Config.Show] prints with the
//     value and where it came from.
package config
