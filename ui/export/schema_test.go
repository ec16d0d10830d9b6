package export_test

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"crisisdesk/model"
	"crisisdesk/ui/export"
)

// schema is a JSON Schema, of which it knows the words that ours uses.
type schema map[string]any

func readSchema(t *testing.T) schema {
	t.Helper()
	text, err := os.ReadFile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	var s schema
	if err := json.Unmarshal(text, &s); err != nil {
		t.Fatal(err)
	}
	return s
}

// fault says where v does not meet the rule, "" where it does.
func (s schema) fault(at string, rule map[string]any, v any) string {
	if ref, ok := rule["$ref"].(string); ok {
		rule = s["$defs"].(map[string]any)[strings.TrimPrefix(ref, "#/$defs/")].(map[string]any)
	}
	if of, ok := rule["oneOf"].([]any); ok {
		var faults []string
		for _, r := range of {
			if f := s.fault(at, r.(map[string]any), v); f != "" {
				faults = append(faults, f)
			}
		}
		if len(of)-len(faults) != 1 {
			return fmt.Sprintf("%s meets %d of %d: %v", at, len(of)-len(faults), len(of), faults)
		}
		return ""
	}
	if want, ok := rule["const"]; ok && want != v {
		return fmt.Sprintf("%s is %v, want %v", at, v, want)
	}
	if of, ok := rule["enum"].([]any); ok && !slices.Contains(of, v) {
		return fmt.Sprintf("%s: %v is none of %v", at, v, of)
	}
	if want := rule["type"]; want != nil && !isType(want, v) {
		return fmt.Sprintf("%s: %v is no %v", at, v, want)
	}
	switch v := v.(type) {
	case string:
		if p, ok := rule["pattern"].(string); ok && !regexp.MustCompile(p).MatchString(v) {
			return fmt.Sprintf("%s: %q does not match %s", at, v, p)
		}
	case float64:
		if low, ok := rule["minimum"].(float64); ok && v < low {
			return fmt.Sprintf("%s: %v is less than %v", at, v, low)
		}
		if high, ok := rule["maximum"].(float64); ok && v > high {
			return fmt.Sprintf("%s: %v is more than %v", at, v, high)
		}
	case []any:
		if low, ok := rule["minItems"].(float64); ok && len(v) < int(low) {
			return fmt.Sprintf("%s has %d items", at, len(v))
		}
		if high, ok := rule["maxItems"].(float64); ok && len(v) > int(high) {
			return fmt.Sprintf("%s has %d items", at, len(v))
		}
		for i, x := range v {
			if f := s.fault(fmt.Sprintf("%s[%d]", at, i), rule["items"].(map[string]any), x); f != "" {
				return f
			}
		}
	case map[string]any:
		properties, _ := rule["properties"].(map[string]any)
		for _, k := range rule["required"].([]any) {
			if _, ok := v[k.(string)]; !ok {
				return fmt.Sprintf("%s has no %v", at, k)
			}
		}
		for k, x := range v {
			r, known := properties[k].(map[string]any)
			if !known {
				return fmt.Sprintf("%s has %s, which is not in the schema", at, k)
			}
			if f := s.fault(at+"."+k, r, x); f != "" {
				return f
			}
		}
	}
	return ""
}

func isType(want, v any) bool {
	if list, ok := want.([]any); ok {
		return slices.ContainsFunc(list, func(w any) bool { return isType(w, v) })
	}
	switch want {
	case "null":
		return v == nil
	case "integer":
		n, ok := v.(float64)
		return ok && n == float64(int64(n))
	}
	kinds := map[any]reflect.Kind{"string": reflect.String, "number": reflect.Float64, "array": reflect.Slice, "object": reflect.Map}
	return v != nil && reflect.TypeOf(v).Kind() == kinds[want]
}

// validate checks every line against the schema and counts them by type.
func validate(t *testing.T, lines []byte) map[string]int {
	t.Helper()
	s := readSchema(t)
	of := map[string]int{}
	in := bufio.NewScanner(bytes.NewReader(lines))
	in.Buffer(nil, 1<<24)
	for in.Scan() {
		var v map[string]any
		if err := json.Unmarshal(in.Bytes(), &v); err != nil {
			t.Fatal(err)
		}
		kind, _ := v["type"].(string)
		rule, known := s["$defs"].(map[string]any)[kind].(map[string]any)
		if !known {
			t.Fatalf("the schema has no type %q", kind)
		}
		if f := s.fault(kind, rule, v); f != "" {
			t.Errorf("%s\n%s", f, in.Text())
		}
		if f := s.fault("line", s, v); f != "" {
			t.Errorf("%s\n%s", f, in.Text())
		}
		of[kind]++
	}
	return of
}

func TestJSONLMeetsItsSchema(t *testing.T) {
	var out bytes.Buffer
	if err := export.JSONL(&out, desk(), "amber"); err != nil {
		t.Fatal(err)
	}
	of := validate(t, out.Bytes())
	if of["document"] != 2 || of["incident"] != 1 || of["statement"] != 2 || of["question"] != 1 {
		t.Errorf("lines by type: %v", of)
	}
}

// So does what the program makes of the samples.
func TestSamplesMeetTheSchema(t *testing.T) {
	lines, err := os.ReadFile("../endtoend/testdata/seeds/seeds.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	of := validate(t, lines)
	for _, kind := range []string{"document", "incident", "statement", "question"} {
		if of[kind] < 5 {
			t.Errorf("%d lines are about a %s", of[kind], kind)
		}
	}
}

// The letter that an officer gave a source travels with each of its words.
func TestLettersTravelWithTheWords(t *testing.T) {
	board := model.NewBoard(nil)
	board.Apply(deskUpdates(), model.Progress{Complete: true})
	key := model.OriginIn(deskUpdates()[0].Facts.Document, model.Origin{}).Key
	s := board.Enter([]model.Entry{{Officer: "user:1", Seq: 1, Time: period.Since, Action: model.RateOutlet, Of: []model.Item{model.OutletItem(key)}, Value: "C"}})
	var out bytes.Buffer
	if err := export.JSONL(&out, s, ""); err != nil {
		t.Fatal(err)
	}
	validate(t, out.Bytes())
	if n := strings.Count(out.String(), `"reliability":"C"`); n != 5 { // a document, a clause of an incident, two of a statement, a sentence of a question
		t.Errorf("%d letters are given\n%s", n, &out)
	}
}

// A follower is told what comes, what changes and what goes, once each.
func TestTailTellsWhatChanges(t *testing.T) {
	board := model.NewBoard(nil)
	var out bytes.Buffer
	tail := export.NewTail(&out, model.Query{}, "", board.Snapshot())
	told := func(s *model.Snapshot) map[string]int {
		out.Reset()
		if err := tail.Next(s); err != nil {
			t.Fatal(err)
		}
		return validate(t, out.Bytes())
	}
	if of := told(board.Apply(deskUpdates(), model.Progress{})); of["document"] != 2 || of["incident"] != 1 || of["withdrawn"] != 0 {
		t.Errorf("when all comes: %v", of)
	}
	if of := told(board.Apply(nil, model.Progress{Complete: true})); len(of) != 0 {
		t.Errorf("when nothing changes: %v", of)
	}
	of := told(board.Apply([]model.Update{{Path: "courier/strike.txt", Removed: true}}, model.Progress{}))
	if of["withdrawn"] != 4 || of["document"]+of["incident"] != 0 {
		t.Errorf("when a document goes with its incident, statement and question: %v", of)
	}
}
