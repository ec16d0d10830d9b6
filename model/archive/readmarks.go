package archive

import "crisisdesk/model"

const readFolder = "read"

// ReadMarks says which items an officer has read; nil where that is not known.
func (a *Archive) ReadMarks(o model.Officer) (map[model.Item]bool, error) {
	var read []model.Item
	if err := a.own(o, readFolder, &read); err != nil || read == nil {
		return nil, err
	}
	marks := make(map[model.Item]bool, len(read))
	for _, x := range read {
		marks[x] = true
	}
	return marks, nil
}

// SetReadMarks replaces what an officer has read; a crash may lose the last marks.
func (a *Archive) SetReadMarks(o model.Officer, read []model.Item) error {
	return a.setOwn(o, readFolder, read)
}
