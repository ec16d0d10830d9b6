package model

import "time"

// Facts is the reading of one version of one document. It is never changed
// once handed to the Board.
type Facts struct {
	Document   *Document
	Reports    []Report
	Statements []Statement
	Evidence   []Evidence
}

// Problem is a file that is in the folder and not on the board, or only in part.
type Problem struct {
	Path   string // relative to the watched folder
	Reason string // in words an officer can act on
	Since  time.Time
	Times  int
}

// Update tells the Board what happened to one path. Exactly one of Facts,
// Problem or Removed is set; new facts of a path replace its old ones, and a
// problem withdraws them.
type Update struct {
	Path    string
	Facts   *Facts
	Problem *Problem
	Removed bool
}

// Progress is how far the feed has got with the folder.
type Progress struct {
	Waiting  int           // files seen and not yet read
	Rate     float64       // files read in a second while some wait; 0 where it is not known yet
	ToGo     time.Duration // until none waits, at that rate; 0 where it is not known
	Complete bool          // all that lay in the folder at the start has been read
	Watch    string        // how the folder is watched: "inotify"; with a reason where it cannot be so: "polling every 5s: …"
}
