package export_test

import (
	"bytes"
	"encoding/json"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"crisisdesk/ui/export"
)

// object is a STIX object as it is read.
type object map[string]any

// What STIX 2.1 (OASIS standard of 10 June 2021) requires, read off its tables
// of properties: for each type of object that is written, the required ones
// besides those of section 3.2, and the types that its references may have.
var stixTypes = map[string]struct {
	required []string
	refs     map[string][]string // nil lists any type of domain object
	scos     bool                // a cyber-observable, which has no created and modified
}{
	"identity":           {required: []string{"name"}},                                                                                                       // 4.5
	"location":           {},                                                                                                                                 // 4.9: region, country, or latitude and longitude
	"incident":           {required: []string{"name"}},                                                                                                       // 4.6
	"note":               {required: []string{"content", "object_refs"}},                                                                                     // 4.12
	"opinion":            {required: []string{"opinion", "object_refs"}},                                                                                     // 4.14
	"report":             {required: []string{"name", "published", "object_refs"}},                                                                           // 4.15
	"observed-data":      {required: []string{"first_observed", "last_observed", "number_observed"}, refs: map[string][]string{"object_refs": {"artifact"}}}, // 4.13
	"relationship":       {required: []string{"relationship_type", "source_ref", "target_ref"}},                                                              // 5.1
	"artifact":           {scos: true},                                                                                                                       // 6.1: payload_bin or url; hashes with url
	"marking-definition": {required: []string{"created", "definition_type", "definition"}, scos: true},                                                       // 7.2.1: without modified
}

var (
	stixID       = regexp.MustCompile(`^([a-z-]+)--[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`) // 2.9
	stixTime     = regexp.MustCompile(`^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$`)                                            // 2.16
	stixOpinions = []any{"strongly-disagree", "disagree", "neutral", "agree", "strongly-agree"}                               // 10.19
)

func TestSTIXMeetsTheStandard(t *testing.T) {
	var out bytes.Buffer
	if err := export.STIX(&out, desk(), "amber+strict"); err != nil {
		t.Fatal(err)
	}
	samples, err := os.ReadFile("../endtoend/testdata/seeds/seeds.stix.json")
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string][]byte{"a desk of every kind of record": out.Bytes(), "the samples": samples} {
		t.Run(name, func(t *testing.T) { checkBundle(t, text) })
	}
}

func checkBundle(t *testing.T, text []byte) {
	t.Helper()
	var bundle struct {
		Type, ID string
		Objects  []object
	}
	if err := json.Unmarshal(text, &bundle); err != nil {
		t.Fatal(err)
	}
	if bundle.Type != "bundle" || !strings.HasPrefix(bundle.ID, "bundle--") || !stixID.MatchString(bundle.ID) {
		t.Errorf("the bundle is %q %q", bundle.Type, bundle.ID) // 8
	}
	types := map[string]string{}
	for _, o := range bundle.Objects {
		id, kind := o["id"].(string), o["type"].(string)
		if _, twice := types[id]; twice {
			t.Errorf("%s stands in the bundle twice", id)
		}
		types[id] = kind
	}
	count := map[string]int{}
	for _, o := range bundle.Objects {
		checkObject(t, o, types)
		count[o["type"].(string)]++
	}
	for _, kind := range []string{"report", "observed-data", "artifact", "incident", "note", "identity", "location", "relationship", "marking-definition"} {
		if count[kind] == 0 {
			t.Errorf("no %s is written", kind)
		}
	}
}

func checkObject(t *testing.T, o object, types map[string]string) {
	t.Helper()
	kind, id := o["type"].(string), o["id"].(string)
	rule, known := stixTypes[kind]
	if !known {
		t.Errorf("%s: the type is not known", id)
	}
	if m := stixID.FindStringSubmatch(id); m == nil || m[1] != kind {
		t.Errorf("%q is no identifier of a %s", id, kind)
	}
	if o["spec_version"] != "2.1" {
		t.Errorf("%s: spec_version %v", id, o["spec_version"])
	}
	required := rule.required
	if !rule.scos {
		required = append([]string{"created", "modified"}, required...) // 3.2
	}
	for _, name := range required {
		if v := o[name]; v == nil || v == "" {
			t.Errorf("%s has no %s", id, name)
		}
	}
	for name, v := range o {
		switch {
		case slices.Contains([]string{"created", "modified", "published", "first_observed", "last_observed"}, name):
			if _, err := time.Parse(time.RFC3339, v.(string)); err != nil || !stixTime.MatchString(v.(string)) {
				t.Errorf("%s: %s is %v", id, name, v)
			}
		case strings.HasSuffix(name, "_ref"):
			checkReference(t, id, name, v.(string), types, rule.refs[name])
		case strings.HasSuffix(name, "_refs"):
			if len(v.([]any)) == 0 { // 2.6: a list is not empty
				t.Errorf("%s: %s is empty", id, name)
			}
			for _, ref := range v.([]any) {
				checkReference(t, id, name, ref.(string), types, rule.refs[name])
			}
		}
	}
	switch kind {
	case "location":
		_, lat := o["latitude"].(float64)
		_, lon := o["longitude"].(float64)
		if lat != lon || !lat && o["country"] == nil && o["region"] == nil {
			t.Errorf("%s says nothing of where it is", id)
		}
	case "artifact":
		if o["payload_bin"] == nil && (o["url"] == nil || o["hashes"] == nil) {
			t.Errorf("%s has neither bytes nor an address with a hash", id)
		}
	case "opinion":
		if !slices.Contains(stixOpinions, o["opinion"]) {
			t.Errorf("%s: opinion %v", id, o["opinion"])
		}
	case "observed-data":
		if n, ok := o["number_observed"].(float64); !ok || n < 1 || o["first_observed"].(string) > o["last_observed"].(string) {
			t.Errorf("%s: observed %v times from %v to %v", id, o["number_observed"], o["first_observed"], o["last_observed"])
		}
	}
}

// checkReference finds what is referred to in the bundle, of a type that may be.
func checkReference(t *testing.T, id, name, ref string, types map[string]string, may []string) {
	t.Helper()
	kind, there := types[ref]
	if !there {
		t.Errorf("%s: %s is %s, which is not in the bundle", id, name, ref)
	}
	if may != nil && !slices.Contains(may, kind) {
		t.Errorf("%s: %s is a %s", id, name, kind)
	}
	if want := map[string]string{"created_by_ref": "identity", "object_marking_refs": "marking-definition"}[name]; want != "" && kind != want {
		t.Errorf("%s: %s is a %s", id, name, kind)
	}
}
