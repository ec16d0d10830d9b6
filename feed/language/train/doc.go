// Package train makes the weights that feed/language embeds, and measures what
// they reach. It reads treebanks in CoNLL-U (gzip) and is deterministic: the
// same treebanks give the same bytes. The program itself does not link it.
package train
