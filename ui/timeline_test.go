package ui

import (
	"testing"

	"crisisdesk/model"
)

// What may have been on the same days is one row, however precisely that was told.
func TestTimelineHasOneRowForTheSameDays(t *testing.T) {
	from, to := model.NewDay(2026, 3, 29), model.NewDay(2026, 4, 4)
	tell := func(precision model.Precision) *model.Facts {
		d := &model.Document{ID: model.DocumentID(precision.String()), Path: precision.String() + ".txt"}
		return &model.Facts{Document: d, Statements: []model.Statement{{
			ID: model.StatementID(precision.String()), Text: "no", When: model.When{From: from, To: to, Precision: precision},
		}}}
	}
	b := model.NewBoard(nil)
	for _, p := range []model.Precision{model.PrecisionWeek, model.PrecisionMonth} {
		f := tell(p)
		b.Apply([]model.Update{{Path: f.Document.Path, Facts: f}}, model.Progress{Complete: true})
	}
	all := periodsOf(b.Snapshot(), model.Query{})
	if len(all) != 1 || len(all[0].statements) != 2 || whenLabel(all[0].when) != "29MAR26+6" {
		t.Errorf("%+v, want one row for 29MAR26+6", all)
	}
}
