// Package gold reads documents annotated by the project's annotation guide
// and measures extracted facts against them.
//
// In: a corpus folder (docs/NAME.txt with gold/NAME.json). Out: [Document]
// with every anchor turned into byte spans, and [Score], the same counts that
// the project's scoring script prints. It serves training and tests; the
// running program does not link it.
package gold
