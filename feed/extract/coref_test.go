package extract

import (
	"testing"

	"crisisdesk/feed/lexicon"
	"crisisdesk/model"
)

func discourseOf(x *Extractor, text string) *discourse {
	doc := &model.Document{ID: "d", Passages: []model.Passage{{Start: 0, End: len(text)}}}
	return x.discourse(x.wholePage(doc, text))
}

func TestNamesGatherUnderTheFullest(t *testing.T) {
	d := discourseOf(ruled(), "Governor Omar Sahil left. Mr Sahil, a former colonel, was told by the Border Trade Council (BTC). The BTC answered Sahil.")
	var people, councils int
	for _, e := range d.entities {
		switch e.name {
		case "Omar Sahil":
			people++
			if !e.person || e.gender != male || !contains(e.roles, "governor") || !contains(e.roles, "colonel") {
				t.Errorf("Omar Sahil is %+v", e)
			}
		case "Border Trade Council":
			councils++
		case "Sahil", "BTC":
			t.Errorf("%q stands alone", e.name)
		}
	}
	if people != 1 || councils != 1 {
		t.Errorf("%d people and %d councils among %+v", people, councils, d.entities)
	}
}

func TestPronounsFindWhomTheyCanMean(t *testing.T) {
	x := ruled()
	for _, c := range []struct{ text, want string }{
		{"Ms Hira Lodi praised the ministry. She said that it was fair.", "Hira Lodi"},
		{"The army denied the raid. It said that nobody was there.", "The army"},
		{"Omar Sahil denied the raid. The prices rose. He said that nobody was there.", "Omar Sahil"},
	} {
		all := statementsIn(x, c.text)
		if len(all) == 0 || all[len(all)-1].Speaker.Name != c.want {
			t.Errorf("%s\n got %swant %s", c.text, show(all), c.want)
		}
	}
}

// What an army or a minister says is not laid to others whom the page names.
func TestDescriptionsOfOthers(t *testing.T) {
	x := New(lexicon.Default())
	for _, c := range []struct{ text, not string }{
		{"PESHAWAR: The TTP claimed the raid. The military denied it.", "TTP"},
		{"ISLAMABAD: Ishaq Dar said that the talks were over. The chief minister said that he had not been asked.", "Ishaq Dar"},
		{"KABUL: Ishaq Dar spoke for Pakistan. In Kabul, the defence minister said that it was a lie.", "Ishaq Dar"},
	} {
		d := discourseOf(x, c.text)
		last := 0
		for k := range d.mentions {
			if d.mentions[k].kind == described && d.words[d.mentions[k].head].actor != "" {
				last = k
			}
		}
		found := false
		for e := range d.entities {
			if d.entities[e].name == c.not {
				found = true
				if d.compatible(last, e) {
					t.Errorf("%s\n %q may be %s", c.text, d.textOf(d.mentions[last].stretch), c.not)
				}
			}
		}
		if !found {
			t.Errorf("%s: nobody is %s among %+v", c.text, c.not, d.entities)
		}
	}
}

// An office is that of who holds it on the page, and a ministry described
// again is the one that was named.
func TestDescriptionsOfTheKnown(t *testing.T) {
	x := New(lexicon.Default())
	for _, c := range []struct{ text, name string }{
		{"ISLAMABAD: Attaullah Tarar, the information minister, was silent. Then came Khawaja Asif. The defence minister said that they had met.", "Khawaja Asif"},
		{"KABUL: Amir Khan Muttaqi met Pakistan's envoy. The foreign minister said that trade would go on.", "Amir Khan Muttaqi"},
		{"KABUL: A long-form piece by New Lines Magazine said that the gate was open.", "New Lines Magazine"},
		{"KABUL: A long-form piece said that the gate was open.", "A long-form piece"},
		{"QUETTA: Sarfraz Bugti visited the camp. The chief minister said that the town was clear.", "Sarfraz Bugti"},
		{"KABUL: Pakistan's foreign ministry said that the gate was open.", "Pakistan's foreign ministry"},
		{"DOHA: Qatar's Foreign Ministry said that the gate was open.", "Qatar's Foreign Ministry"},
		{"KABUL: The Taliban's foreign minister said that the gate was open.", "The Taliban's foreign minister"},
		{"ISLAMABAD: Pakistan's prime minister was brief. \"The message has been sent,\" he said.", "Pakistan's prime minister"},
		{"KABUL: The Ministry of Defence of the Islamic Emirate said that the gate was open.", "Ministry of Defence of the Islamic Emirate"},
		{"PORT SUDAN: Sudan's army said that the gate was open.", "Sudan's army"},
		{"ISLAMABAD: The foreign ministry on Thursday night said that the gate was open.", "The foreign ministry"},
	} {
		all := statementsIn(x, c.text)
		if len(all) == 0 || all[len(all)-1].Speaker.Name != c.name {
			t.Errorf("%s\n got %swant %s", c.text, show(all), c.name)
		}
	}
}

func TestQuotations(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"He said “no ‘deal’ today” and left.", "no ‘deal’ today"},
		{"“It began at dawn.\n\n“It ended at noon.”", "It began at dawn.|It ended at noon."},
		{"The drivers' union said 'not yet'.", "not yet"},
		{"Nothing is quoted.", ""},
	} {
		d := discourseOf(ruled(), c.text)
		got := ""
		for i, q := range d.quotations {
			if i > 0 {
				got += "|"
			}
			got += d.textOf(q)
		}
		if got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}
