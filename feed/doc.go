// Package feed brings a folder of documents to the board.
//
// In: a folder, and a way to extract facts from a document. Out: batches of
// [model.Update], handed to one function by one goroutine.
//
// It promises:
//
//   - Once the folder rests, what has been handed over agrees with it: the last
//     update of each path is that of the bytes that lie there, or a problem that
//     says why they are not read, or its removal.
//   - Updates of one path come in the order in which the file changed. Bytes
//     that were read before bring no new update; those that could not be read
//     are tried again whenever the file is touched.
//   - With a memory, what it holds of the folder is handed over before the
//     folder is looked at, the newest roughly first. Bytes that any process with
//     the same memory has extracted are not extracted again, and those that one is
//     about to extract not at the same time, unless it does not come to an end with
//     them; what the folder has no more is withdrawn once it has been read.
//   - Readers do not wait for the memory to be told what they read, unless it falls
//     far behind; the end waits for it, for 3 s at most.
//   - A document that is damaged, hostile or slow costs itself: panics and
//     missed deadlines in extraction become its problem, and the feed goes on. For
//     missed deadlines a file is read twice more, when nothing else waits.
//   - With [Resting], a process at rest does not go through its memory for garbage
//     that there is none of; with [MakeRoom], what else the process does does not
//     wait for the readers. On Linux those of a folder that is followed have nicer
//     threads than the rest.
//   - At most twice as many documents are being read as there are workers, those
//     among them that were given up and have not ended yet; what has been read
//     waits for its batch, at most 100 ms, and whatever else waits is a name.
package feed
