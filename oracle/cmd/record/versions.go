package main

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
)

// What each Go version does, measured with the same programs.

// ByVersion is what one program printed, built with one version.
type ByVersion struct {
	Go     string          `json:"go"`
	Agreed int             `json:"agreed"`
	Result json.RawMessage `json:"result"`
}

const versionRuns = 5

func recordVersions() {
	printedBy("blackbox", "blackbox@1", "the allocator of each version from outside: sizes, rounding, append, heap goals")
	printedBy("depth", "depth@1", "how deep stacks grow and shrink, by version")
	recordGoroutines()
}

func recordRetained() {
	printedBy("retained", "retained@1", "what stays alive of a slice and of emptied maps, in MiB, by version")
}

func recordStarting() {
	printedBy("starting", "starting@1", "how large the stacks are that new goroutines begin with, beside 1,024 deep ones, by version")
}

func printedBy(program, schema, what string) {
	env := []string{"GOMAXPROCS=1"}
	var rows []ByVersion
	least := versionRuns
	for _, v := range versions() {
		target := goBuild{program: program, version: v}.build(program + "-" + language(v))
		var all []json.RawMessage
		for range versionRuns {
			command := alone(target)
			cmd := exec.Command(command[0], command[1:]...)
			cmd.Env = env
			all = append(all, json.RawMessage(must(cmd.Output())))
		}
		kept, agreed := mostCommon(all, func(r json.RawMessage) string { return string(r) })
		rows, least = append(rows, ByVersion{v, agreed, kept}), min(least, agreed)
	}
	write("versions/"+program, Recording{Schema: schema, What: what, Env: env, Command: "chrt -f 10 taskset -c 0 " + program,
		Runs: Runs{least, versionRuns, "everything printed, of the version that agrees least"}, Rows: rows})
}

// Bill is what 100,000 goroutines cost one version; bytes but for the resident set.
type Bill struct {
	Go     string  `json:"go"`
	Stages []Stage `json:"stages"`
}

// Stage is one moment: before, while they wait, after they ended, after a collection, after FreeOSMemory.
type Stage struct {
	Op         string `json:"op"`
	Goroutines int    `json:"goroutines"`
	StackInuse int    `json:"stackInuse"`
	StackSys   int    `json:"stackSys"`
	HeapAlloc  int    `json:"heapAlloc"`
	HeapSys    int    `json:"heapSys"`
	Sys        int    `json:"sys"`
	VmRSSKiB   int    `json:"vmRSSKiB"`
}

func recordGoroutines() {
	env := []string{"GOMAXPROCS=1"}
	var rows []Bill
	for _, v := range versions() {
		bill := Bill{Go: v}
		each(env, []string{goBuild{program: "goroutines", version: v}.build("goroutines-" + language(v))}, func(c *child, said map[string]string) {
			bill.Stages = append(bill.Stages, Stage{said["op"], number(said["Goroutines"]), number(said["StackInuse"]), number(said["StackSys"]),
				number(said["HeapAlloc"]), number(said["HeapSys"]), number(said["Sys"]), c.status()["VmRSS"]})
		})
		rows = append(rows, bill)
	}
	write("versions/goroutines", Recording{Schema: "goroutines@1", What: "what 100,000 waiting goroutines cost, by version", Env: env, Command: "goroutines",
		Runs: Runs{1, 1, "nothing: one run each"}, Rows: rows})
}

// Escape is what one compiler says of probe/escapes, and what its program then does.
type Escape struct {
	Go    string            `json:"go"`
	Says  map[string]string `json:"says"` // by function, its messages in order, one a line
	Count int               `json:"toHeap"`
	Calls []HeapCall        `json:"calls"`
}

// HeapCall is what one call of a function puts on the heap.
type HeapCall struct {
	Call    string `json:"call"`
	Mallocs int    `json:"mallocs"`
	Bytes   int    `json:"bytes"`
}

var (
	escapeMessage = regexp.MustCompile(`main\.go:(\d+):\d+: (.*(?:escapes to heap|moved to heap|does not escape|leaking).*)`)
	functionLine  = regexp.MustCompile(`^func (\w+)`)
)

func recordEscapes() {
	functions := functionOfLine(read("probe/escapes/main.go"))
	var rows []Escape
	for _, v := range versions() {
		rows = append(rows, escapes(v, functions))
	}
	write("versions/escapes", Recording{Schema: "escapes@1", What: "what the compiler of each version says of twenty functions, and what they put on the heap", Command: "go build -gcflags='-m -l' escapes",
		Runs: Runs{1, 1, "everything: a compiler does not vary; of what is counted, the least of five rounds of twenty calls"}, Rows: rows})
}

func functionOfLine(source string) []string {
	functions, last := []string{""}, ""
	for line := range strings.Lines(source) {
		if m := functionLine.FindStringSubmatch(line); m != nil {
			last = m[1]
		}
		functions = append(functions, last)
	}
	return functions
}

func escapes(version string, functions []string) Escape {
	said, program := compiled(version)
	defer os.RemoveAll(filepath.Dir(program))
	e := Escape{version, map[string]string{}, 0, callsOf(program)}
	for _, m := range escapeMessage.FindAllStringSubmatch(said, -1) {
		f := functions[number(m[1])]
		e.Says[f] = strings.TrimPrefix(e.Says[f]+"\n"+m[2], "\n")
		if strings.Contains(m[2], "to heap") {
			e.Count++
		}
	}
	return e
}

// compiled compiles probe/escapes without inlining: what the compiler said, and the program.
func compiled(version string) (said, program string) {
	dir := must(os.MkdirTemp("", "probe"))
	check(os.CopyFS(dir, os.DirFS("probe/escapes")))
	check(os.WriteFile(filepath.Join(dir, "go.mod"), []byte("module escapes\n\ngo "+language(version)+"\n"), 0o644))
	program = filepath.Join(dir, "out")
	cmd := exec.Command("go", "build", "-gcflags=-m -l", "-o", program, "main.go", "measure.go")
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0", "GOTOOLCHAIN="+version)
	return string(must(cmd.CombinedOutput())), program
}

func callsOf(program string) (calls []HeapCall) {
	cmd := exec.Command(program)
	cmd.Env = []string{"GOMAXPROCS=1"}
	for line := range strings.Lines(string(must(cmd.Output()))) {
		fields := strings.Split(strings.TrimSpace(line), "\t")
		calls = append(calls, HeapCall{fields[0], number(fields[1]), number(fields[2])})
	}
	return calls
}

// Traced is the gctrace of one program with one version, as text.
type Traced struct {
	Go      string `json:"go"`
	Program string `json:"program"`
	Text    string `json:"text"`
}

func recordGctrace() {
	env := []string{"GODEBUG=gctrace=1"}
	var rows []Traced
	for _, v := range versions() {
		target := goBuild{program: "traced", version: v}.build("traced-" + language(v))
		for _, program := range []string{"steady", "growing", "falling", "forced"} {
			cmd := exec.Command(target, program)
			cmd.Env = env
			rows = append(rows, Traced{v, program, string(must(cmd.CombinedOutput()))})
		}
	}
	write("versions/gctrace", Recording{Schema: "gctrace@1", What: "the gctrace of four programs, by version", Env: env, Command: "traced PROGRAM",
		Runs: Runs{1, 1, "nothing: times and percentages are of one run"}, Rows: rows})
}

// TracedWith is what one program printed under some settings.
type TracedWith struct {
	Env     []string `json:"env"`
	Program string   `json:"program"`
	Text    string   `json:"text"`
}

func recordGctraceSettings() {
	target := goBuild{program: "traced"}.build("traced")
	var rows []TracedWith
	for _, env := range [][]string{{}, {"GOGC=50"}, {"GOGC=25"}, {"GOGC=400"}, {"GOMEMLIMIT=32MiB"}, {"GOGC=off", "GOMEMLIMIT=48MiB"}, {"GOGC=off", "GOMEMLIMIT=128MiB"}} {
		for _, program := range []string{"steady", "growing", "falling", "deep"} {
			cmd := exec.Command(target, program)
			cmd.Env = append([]string{"GODEBUG=gctrace=1"}, env...)
			rows = append(rows, TracedWith{env, program, string(must(cmd.CombinedOutput()))})
		}
	}
	version := pinned()
	write("gctrace-settings", Recording{Schema: "gctrace-settings@1", What: "the gctrace of four programs, by GOGC and GOMEMLIMIT", Go: &version,
		Env: []string{"GODEBUG=gctrace=1"}, Command: "traced PROGRAM", Runs: Runs{1, 1, "nothing: times and percentages are of one run"}, Rows: rows})
}
