package model_test

import (
	"fmt"
	"log"
	"time"

	"crisisdesk/model"
)

// One writer hands the board what it read; any reader looks at the newest picture.
func ExampleBoard() {
	board := model.NewBoard([]model.Standing{{Topic: "truce", Text: "Is the truce holding?"}})

	doc := &model.Document{ID: "1", Path: "courier.txt", Outlet: "The Courier"}
	doc.Published.When = model.OnDay(model.NewDay(2025, time.October, 20))
	board.Apply([]model.Update{{Path: doc.Path, Facts: &model.Facts{
		Document: doc,
		Reports: []model.Report{{
			ID: "1/1", Document: doc.ID, Kind: model.Ceasefire,
			When:     model.OnDay(model.NewDay(2025, time.October, 19)),
			Places:   []model.Place{{ID: "doha", Name: "Doha"}},
			Evidence: []model.Span{{Document: doc.ID, Start: 0, End: 23, Text: "the two sides agreed to"}},
		}},
		Evidence: []model.Evidence{{Topic: "truce", Form: model.DisputedFor, Stance: model.Opposes, When: doc.Published.When}},
	}}}, model.Progress{})

	s := board.Snapshot()
	q, err := model.ParseQuery("doha")
	if err != nil {
		log.Fatal(err)
	}
	for i := range q.Incidents(s.Incidents).All() {
		fmt.Println(i.When.From, i.Kind.Label(), "from", i.Origins[0].Name)
	}
	for q := range s.Questions.All() {
		fmt.Println(q.Text, q.State)
	}
	// Output:
	// 2025-10-19 ceasefire from The Courier
	// Is the truce holding? denied
}
