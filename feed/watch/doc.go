// Package watch says which files of a folder are there and at rest.
//
// In: a folder. Out: a channel of [Change], one for each file that has
// settled, changed or gone, however many events the kernel sent for it.
//
// It promises:
//
//   - The mode says which way the folder is watched: by signals, by polling, or
//     scanned anew because signals were lost.
//   - Every file that stays in the folder is reported, and every file that was
//     reported and has left is reported gone. The kernel's signals are a hint
//     that makes this quick; scans of the folder are the truth that makes it so.
//   - A file is reported when its size, time and inode have rested for a quiet
//     period, or at the latest a few seconds after it first stirred; one that
//     was moved in whole is reported at once.
//   - At most one change for each path waits to be received: a slow receiver
//     costs memory for each file, never for each event.
//   - Links are not followed, names of unfinished files (see [Ignored]) are not
//     reported, and nothing is ever written to the folder. Links, pipes and
//     devices are reported like files: who reads them refuses them and says why.
package watch
