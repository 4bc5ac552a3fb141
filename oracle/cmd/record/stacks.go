package main

import (
	"encoding/json"
	"errors"
	"os/exec"
	"regexp"
	"strconv"
)

// Stacks is where one version puts fresh stacks, and where it dies of one that is too large.
type Stacks struct {
	Go     string  `json:"go"`
	Fresh  []int   `json:"fresh"` // in bytes from the lowest of them
	Deaths []Death `json:"deaths"`
}

// Death is a goroutine that calls itself without end: the limit set with debug.SetMaxStack, 0 for none, and what was printed;
// the bytes of its last stack and how many of them were in use; how the program ended.
type Death struct {
	Limit int    `json:"limit"`
	Said  string `json:"said"`
	Size  int    `json:"size"`
	Used  int    `json:"used"`
	Exit  int    `json:"exit"`
}

var (
	stackExceeds = regexp.MustCompile(`runtime: (goroutine stack exceeds \d+-byte limit)`)
	stackBounds  = regexp.MustCompile(`runtime: sp=0x([0-9a-f]+) stack=\[0x([0-9a-f]+), 0x([0-9a-f]+)\]`)
)

func recordStacks() {
	env := []string{"GOMAXPROCS=1", "GODEBUG=asyncpreemptoff=1"}
	var rows []Stacks
	for _, v := range versions() {
		target := goBuild{program: "stacks", version: v}.build("stacks-" + language(v))
		row := Stacks{Go: v}
		cmd := exec.Command(target, "fresh")
		cmd.Env = env
		check(json.Unmarshal(must(cmd.Output()), &row.Fresh))
		for _, limit := range []int{0, 64 << 20, 100_000_000} {
			row.Deaths = append(row.Deaths, death(target, env, limit))
		}
		rows = append(rows, row)
	}
	write("versions/stacks", Recording{Schema: "stacks@1", What: "where fresh stacks lie, and how large one was when the program died of it, by version", Env: env,
		Command: "stacks fresh; stacks overflow LIMIT", Runs: Runs{1, 1, "nothing: one run each"}, Rows: rows})
}

func death(program string, env []string, limit int) Death {
	cmd := exec.Command(program, "overflow", strconv.Itoa(limit))
	cmd.Env = env
	said, err := cmd.CombinedOutput()
	var exit *exec.ExitError
	if !errors.As(err, &exit) {
		check(errors.Join(errors.New("it did not die"), err))
	}
	bounds := stackBounds.FindStringSubmatch(string(said))
	sp, lo, hi := hex(bounds[1]), hex(bounds[2]), hex(bounds[3])
	return Death{limit, string(stackExceeds.FindSubmatch(said)[1]), int(hi - lo), int(hi - sp), exit.ExitCode()}
}
