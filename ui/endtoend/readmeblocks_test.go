package endtoend

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// step is a command line of the README and what is seen then.
type step struct {
	line string
	seen []string
}

// steps are the command lines of the README's blocks: every line of one of sh,
// and in one of console those behind $, which > goes on with.
func steps(t *testing.T) []step {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(repository, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	var out []step
	for _, block := range regexp.MustCompile("(?ms)^[ ]*```(sh|console)\n(.*?)^[ ]*```").FindAllStringSubmatch(string(text), -1) {
		for line := range strings.Lines(block[2]) {
			line = strings.TrimRight(line, "\n")
			command, begins := strings.CutPrefix(line, "$ ")
			more, goesOn := strings.CutPrefix(line, ">")
			last := len(out) - 1
			switch {
			case block[1] == "sh":
				out = append(out, step{line: strings.TrimSpace(line)})
			case begins:
				out = append(out, step{line: command})
			case goesOn:
				out[last].line += "\n" + strings.TrimPrefix(more, " ")
			default:
				out[last].seen = append(out[last].seen, line)
			}
		}
	}
	return out
}

// What the README has its readers type does what it shows. All is typed in one
// folder beside the samples, in the order of the README; of what never ends or
// wants a screen the flags are looked at, and of what tests, trains and
// measures the names. What only root may do is not tried.
func TestREADMEBlocks(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "seeds"), os.DirFS(filepath.Join(repository, "seeds"))); err != nil {
		t.Fatal(err)
	}
	shell := func(in, line string) string {
		t.Helper()
		run := exec.Command("sh", "-c", line)
		run.Dir = in
		run.Env = append(os.Environ(), "PATH="+filepath.Dir(program)+string(os.PathListSeparator)+os.Getenv("PATH"),
			"XDG_STATE_HOME="+filepath.Join(dir, "state"), "XDG_CONFIG_HOME="+filepath.Join(dir, "config"))
		out, err := run.CombinedOutput()
		if err != nil {
			t.Errorf("%s: %v\n%.1000s", line, err, out)
		}
		return string(out)
	}
	tests := testNames(t)
	for _, s := range steps(t) {
		line, _, _ := strings.Cut(s.line, "   # ")
		line = strings.TrimSpace(line)
		words := strings.Fields(line)
		switch {
		case slices.Contains([]string{"useradd", "install"}, words[0]):
		case strings.HasPrefix(line, "go install"):
		case strings.HasPrefix(line, "go test"):
			if m := regexp.MustCompile(`(?:-bench|-run) '?(\w[\w|]*)`).FindStringSubmatch(strings.ReplaceAll(line, "-run '^$'", "")); m != nil {
				named := regexp.MustCompile(`^(Test|Benchmark).*(` + m[1] + `)`)
				if !slices.ContainsFunc(tests, named.MatchString) {
					t.Errorf("%s: no test is called so", line)
				}
			}
		case strings.HasPrefix(line, "go run ./feed/trainer"):
			help := shell(repository, "go run ./feed/trainer "+words[3]+" -h 2>&1 || true")
			for _, flag := range regexp.MustCompile(` -(-[a-z]+)`).FindAllStringSubmatch(line, -1) {
				if !strings.Contains(help, "  "+flag[1]) {
					t.Errorf("%s: there is no flag -%s", line, flag[1])
				}
			}
		case line == "go run .", regexp.MustCompile(`^crisisdesk( tail| serve)?( --|$)`).MatchString(line): // does not end
			shell(dir, strings.Replace(line, "go run .", "crisisdesk", 1)+" --help")
		default:
			checkSeen(t, s, shell(dir, line))
		}
	}
}

// checkSeen finds the lines that the README shows, in their order, in what was
// printed; … stands for anything.
func checkSeen(t *testing.T, s step, printed string) {
	t.Helper()
	pattern := `(?s)\A`
	for _, line := range s.seen {
		if line == "…" {
			pattern += `.*?`
			continue
		}
		pattern += strings.ReplaceAll(regexp.QuoteMeta(line), "…", `[^\n]*`) + `\s*?\n`
	}
	if len(s.seen) > 0 && !regexp.MustCompile(pattern).MatchString(printed) {
		t.Errorf("%s\nprints\n%.2000s\nand the README shows\n%s", s.line, printed, strings.Join(s.seen, "\n"))
	}
}

// What the README shows of files of settings and words is good.
func TestREADMESettings(t *testing.T) {
	text, err := os.ReadFile(filepath.Join(repository, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	blocks := regexp.MustCompile("(?ms)^ *```toml\n(.*?)^ *```").FindAllStringSubmatch(string(text), -1)
	if len(blocks) < 3 {
		t.Errorf("%d blocks were found: is the README written otherwise?", len(blocks))
	}
	for _, block := range blocks {
		dir := t.TempDir()
		file, args := "config.toml", []string{"config", "check", "--config", filepath.Join(dir, "config.toml")}
		if strings.Contains(block[1], "[[actor]]") {
			file, args = "lexicon/own.toml", []string{"lexicon", "check", "--desk", dir}
		}
		if err := os.MkdirAll(filepath.Join(dir, filepath.Dir(file)), 0o700); err != nil {
			t.Fatal(err)
		}
		write(t, dir, file, block[1])
		if out, err := exec.Command(program, args...).CombinedOutput(); err != nil {
			t.Errorf("%s\n%s%v", block[1], out, err)
		}
	}
}
