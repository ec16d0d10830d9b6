package ui

import (
	"cmp"
	"slices"
	"strings"

	"crisisdesk/model"
)

// narrowest leaves out places that hold another of them (Nangarhar says
// Afghanistan) and puts those that tell most first.
func narrowest(places []model.Place) []model.Place {
	holds := func(p model.Place) bool {
		return slices.ContainsFunc(places, func(o model.Place) bool { return o.ID != p.ID && p.Covers(o) })
	}
	places = slices.DeleteFunc(slices.Clone(places), holds)
	slices.SortStableFunc(places, func(a, b model.Place) int { return cmp.Compare(breadth(a), breadth(b)) })
	return places
}

// breadth is how little a place tells of where something was. Cities stand
// with provinces, since the names of capitals often stand for governments.
func breadth(p model.Place) int {
	switch p.Kind {
	case "country", "region":
		return 2
	case "province", "city", "feature":
		return 1
	}
	return 0
}

// placeNames are all the places, those that tell most first.
func placeNames(places []model.Place) string {
	return orNone(strings.Join(namesOf(narrowest(places)), ", "))
}

func namesOf(places []model.Place) []string {
	names := make([]string, len(places))
	for i, p := range places {
		names[i] = squeeze(p.Name)
	}
	return names
}
