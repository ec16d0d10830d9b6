package feed

import "runtime"

// cores is how many documents are read at once where nothing else is said:
// one on each core.
var cores = runtime.GOMAXPROCS(0)

// besideReaders is how many goroutines may run at once while all readers do: what
// keeps the board, what tells the memory, and one for the screen.
const besideReaders = 3

// MakeRoom is for a process that does more than read, such as show a screen.
// Readers are busy for minutes on end, and the runtime takes a core from them
// only every 10 ms, which a key would wait for at each step to its screen. Where
// there are more threads than readers, what wakes gets one at once; and where
// readers have nicer threads than the others, the system lets it go first.
func MakeRoom() { runtime.GOMAXPROCS(cores + besideReaders) }
