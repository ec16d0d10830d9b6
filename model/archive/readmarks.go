package archive

import (
	"time"

	"crisisdesk/model"
)

const readFolder = "read"

// ReadMarks says when an officer read which items; none where that is not known.
func (a *Archive) ReadMarks(o model.Officer) (map[model.Item]time.Time, error) {
	var marks map[model.Item]time.Time
	err := a.own(o, readFolder, &marks)
	return marks, err
}

// SetReadMarks replaces what an officer has read; a crash may lose the last marks.
func (a *Archive) SetReadMarks(o model.Officer, marks map[model.Item]time.Time) error {
	return a.setOwn(o, readFolder, marks)
}
