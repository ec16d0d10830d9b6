package ui

import (
	"strings"
	"testing"

	"crisisdesk/model"
)

// A figure stands where its decade is; what is no figure stands nowhere.
func TestScale(t *testing.T) {
	toll := func(claims ...model.Position) model.Dispute {
		return model.Dispute{Matter: model.Toll, Claims: claims}
	}
	for _, c := range []struct {
		d    model.Dispute
		want string
	}{
		{toll(model.Position{Min: 7, Max: 7}), "      o"},
		{toll(model.Position{Min: 85, Max: model.NoLimit}), "               o--->"},
		{toll(model.Position{Min: 1, Max: 10}, model.Position{Min: 1000, Max: 1000}), "o-------o               o"},
		{toll(model.Position{Max: model.NoLimit}), ""},
		{model.Dispute{Matter: model.Happened, Claims: []model.Position{{Who: "it happened"}}}, ""},
	} {
		if got := strings.TrimRight(newTheme(true, "mono").scale(c.d), " "); got != c.want {
			t.Errorf("%+v is %q, want %q", c.d.Claims, got, c.want)
		}
	}
}
