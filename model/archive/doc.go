// Package archive is the memory of a desk: one folder that outlives the
// program and that several processes of several officers share.
//
//	DESK/journals/user-1000.jsonl   what an officer did, a line each; the truth
//	DESK/read/user-1000.json        what an officer has read; cheap to lose
//	DESK/screen/user-1000.json      how an officer has arranged the screen; as cheap
//	DESK/brief/user-1000.json       when an officer last made a brief; as cheap
//	DESK/facts.db                   documents, their facts and texts; a cache
//	DESK/claims/                    empty files, locked by who extracts; cheap to lose
//
// In: entries ([model.Entry]) and what was extracted ([Record]). Out: the
// entries of all officers, live, and the facts of documents that were read
// before, by path, bytes and version of the extractor.
//
// A file is about one thing:
//
//	archive desk                  the folder, who may use it, and a desk at work on it
//	journal lines follow officer  entries: written, read, followed, and whose they are
//	own readmarks preferences briefs  what is kept of an officer and is cheap to lose
//	lock_unix lock_other owner_unix owner_other  locks and owners of files, by system
//	database                      facts.db: opened, set aside, its transactions
//	put get all came              facts stored and had again, one by one and all; since when
//	memory claim                  what a version of the extractor remembers; who extracts what
//	facts encoding walk shape common  how facts are written, and what they share in memory
//	kept versions search snippet  texts: kept, earlier ones, searched, shown
//	prune                         what is forgotten
//
// It promises:
//
//   - An entry that [Archive.Append] acknowledged is on disk, whatever happens
//     next. A journal is only appended to, by its own officer; one that belongs
//     on disk to somebody else is ignored, with a warning.
//   - Facts come back exactly as they were put, or not at all. What is damaged
//     counts as missing; a database that is damaged is set aside and begun
//     anew, and the folder of documents fills it again.
//   - No process leads. Readers never wait; a writer waits for at most 100 ms
//     for another, and holds it up for less. What one process has claimed
//     ([Memory.Claim]) no other extracts; the claim ends with its process.
//   - Faults of the database (a full or read-only disk, a file deleted) are
//     errors of the call that met them. Journals do not depend on it. A
//     [Memory] warns of them until the database has taken something again.
//   - Folders are closed to all but their owner (0700, files 0600), or to all
//     but a group where the desk is shared. Links and pipes that somebody puts
//     there are neither followed nor waited for.
package archive
