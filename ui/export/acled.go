package export

import "crisisdesk/model"

// eventTypes are ACLED's event types by sub-event type (codebook of 2024), for
// the sub-event types that kinds of incident have.
var eventTypes = map[string]string{
	"Armed clash":                       "Battles",
	"Air/drone strike":                  "Explosions/Remote violence",
	"Shelling/artillery/missile attack": "Explosions/Remote violence",
	"Remote explosive/landmine/IED":     "Explosions/Remote violence",
	"Suicide bomb":                      "Explosions/Remote violence",
	"Attack":                            "Violence against civilians",
	"Abduction/forced disappearance":    "Violence against civilians",
	"Peaceful protest":                  "Protests",
	"Agreement":                         "Strategic developments",
	"Arrests":                           "Strategic developments",
	"Other":                             "Strategic developments",
}

func eventType(k model.Kind) string { return eventTypes[k.ACLED()] }

// geoPrecision is ACLED's: 1 a town or a point, 2 a part of a region, 3 a
// province or more; "" for a place that no gazetteer knows.
func geoPrecision(p model.Place) string {
	switch p.Kind {
	case "":
		return ""
	case "district", "tehsil", "division", "valley":
		return "2"
	case "country", "province", "region", "mountains", "river", "line":
		return "3"
	}
	return "1"
}

// mainPlace is the one of places that is known best: the first of the finest precision.
func mainPlace(places []model.Place) model.Place {
	var best model.Place
	for _, p := range places {
		if precision := geoPrecision(p); best.Name == "" || precision != "" && (geoPrecision(best) == "" || precision < geoPrecision(best)) {
			best = p
		}
	}
	return best
}

// degrees is a coordinate of a place, "" where no gazetteer knows it.
func degrees(p model.Place, of float64) any {
	if p.ID == "" {
		return ""
	}
	return of
}

// fatalities is ACLED's single figure of dead, as the screen shows it: "" where
// none are counted, or where it is disputed who they were.
func fatalities(i *model.Incident) any {
	if floor, ok := i.Floor(); ok {
		return floor
	}
	return ""
}
