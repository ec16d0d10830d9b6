package model

import "strings"

// class is what people are in a conflict, as the words for them say.
type class string

const (
	civilians class = "civilians"
	fighters  class = "fighters"
	soldiers  class = "soldiers"
	people    class = "people" // the words do not say
)

// peopleWords are the general words for people that say what they are.
var peopleWords = map[string]class{
	"civilian": civilians, "civilians": civilians, "women": civilians, "woman": civilians, "children": civilians,
	"child": civilians, "residents": civilians, "villagers": civilians, "players": civilians, "cricketers": civilians,
	"tourists": civilians, "passengers": civilians, "worshippers": civilians, "refugees": civilians, "students": civilians,
	"families": civilians, "patients": civilians, "passers-by": civilians, "workers": civilians,
	"militant": fighters, "militants": fighters, "terrorist": fighters, "terrorists": fighters, "fighter": fighters,
	"fighters": fighters, "insurgents": fighters, "gunmen": fighters, "rebels": fighters, "attackers": fighters,
	"bombers": fighters, "jihadists": fighters, "extremists": fighters,
	"soldier": soldiers, "soldiers": soldiers, "troops": soldiers, "police": soldiers, "policemen": soldiers,
	"personnel": soldiers, "servicemen": soldiers, "officers": soldiers, "officer": soldiers, "guards": soldiers,
}

// partWords are those of peopleWords for such people as are counted apart and
// within a larger figure: nine children are some of ten civilians.
var partWords = map[string]string{"women": "women", "woman": "women", "children": "children", "child": "children"}

// classOf reads what people are off the words for them.
func classOf(who string) class {
	for word := range strings.FieldsFuncSeq(fold(who), func(r rune) bool { return r == ' ' || r == ',' }) {
		if s, ok := peopleWords[word]; ok {
			return s
		}
	}
	return people
}

// partOfPeople is the part that words for people count, "" where they count
// all or several parts together ("women and children").
func partOfPeople(who string) string {
	part := ""
	for word := range strings.FieldsSeq(fold(who)) {
		switch p := partWords[word]; {
		case p == "" && peopleWords[word] != "", p != "" && part != "" && p != part:
			return ""
		case p != "":
			part = p
		}
	}
	return part
}
