package export

import (
	"strings"

	"crisisdesk/ui/config"
)

// Marking is a label of the Traffic Light Protocol 2.0 (FIRST, 2022), "" where
// nothing is marked. It travels with each line.
type Marking string

// Markings are the values of Marking besides "".
var Markings = []Marking{"clear", "green", "amber", "amber+strict", "red"}

// Set accepts one of Markings in any case, with or without TLP: before it;
// with String and Type it makes a Marking the value of a flag.
func (m *Marking) Set(text string) error {
	return config.Choose(m, strings.TrimPrefix(strings.ToLower(text), "tlp:"), Markings)
}

func (m *Marking) String() string { return string(*m) }

// Type is what help calls the value.
func (*Marking) Type() string { return config.Names(Markings) }

// Label is the marking as it is printed, "TLP:AMBER+STRICT".
func (m Marking) Label() string {
	if m == "" {
		return ""
	}
	return "TLP:" + strings.ToUpper(string(m))
}
