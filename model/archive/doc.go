// Package archive is the memory of a desk: one folder that outlives the
// program and that several processes of several officers share.
//
//	DESK/journals/user-1000.jsonl   what an officer did, a line each; the truth
//	DESK/read/user-1000.json        what an officer has read; cheap to lose
//	DESK/screen/user-1000.json      how an officer has arranged the screen; as cheap
//	DESK/facts.db                   documents, their facts and texts; a cache
//	DESK/claims/                    empty files, locked by who extracts; cheap to lose
//
// In: entries ([model.Entry]) and what was extracted ([Record]). Out: the
// entries of all officers, live, and the facts of documents that were read
// before, by path, bytes and version of the extractor.
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
//     for another, and holds it up for less.
//   - Faults of the database (a full or read-only disk, a file deleted) are
//     errors of the call that met them. Journals do not depend on it.
//   - Folders are closed to all but their owner (0700, files 0600), or to all
//     but a group where the desk is shared.
package archive
