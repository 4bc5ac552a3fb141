package main

import (
	"os/exec"
	"regexp"
	"strings"
)

// Marked is how a heap of two million objects was marked: the shortest of ten collections in nanoseconds, and what gctrace=2 counts.
type Marked struct {
	Collector string `json:"collector"`
	Heap      string `json:"heap"`
	Ns        int    `json:"ns"`
	Single    int    `json:"single"` // objects scanned one at a visit
	Batched   int    `json:"batched"`
	Dense     int    `json:"dense"` // batched objects scanned by vector instructions
	Spans     int    `json:"spans"` // visits that scanned several
}

// scanTotal counts objects scanned alone, batched, batched and dense; visits that scanned several, sparse and dense.
var scanTotal = regexp.MustCompile(`scan: total (\d+)\+(\d+)\+(\d+)=\d+ objs, (\d+)\+(\d+)=`)

func recordGreenTea() {
	env := []string{"GOMAXPROCS=1", "GODEBUG=gctrace=2"}
	builds := []struct {
		collector string
		goBuild
	}{
		{"graph flood", goBuild{program: "marked", env: []string{"GOEXPERIMENT=nogreenteagc"}}},
		{"green tea", goBuild{program: "marked"}},
	}
	var rows []Marked
	for _, b := range builds {
		program := b.build("marked-" + strings.Fields(b.collector)[0])
		for _, heap := range []string{"slice", "shuffled", "tree", "list"} {
			rows = append(rows, markedBy(b.collector, heap, program, env))
		}
	}
	version := pinned()
	write("green-tea", Recording{Schema: "green-tea@1", What: "two million objects of 64 bytes in four shapes, marked by Green Tea and by the collector before it (GOEXPERIMENT=nogreenteagc)",
		Go: &version, Env: env, Command: "chrt -f 10 taskset -c 0 marked HEAP", Runs: Runs{1, 1, "nothing: the shortest of ten collections, the counts of the last"}, Rows: rows})
}

func markedBy(collector, heap, program string, env []string) Marked {
	command := alone(program, heap)
	cmd := exec.Command(command[0], command[1:]...)
	cmd.Env = env
	said := string(must(cmd.CombinedOutput()))
	m := Marked{Collector: collector, Heap: heap}
	_, took, _ := strings.Cut(said, "took ")
	m.Ns = number(strings.Fields(took)[0])
	if all := scanTotal.FindAllStringSubmatch(said, -1); collector == "green tea" {
		last := all[len(all)-1]
		m.Single, m.Batched, m.Dense = number(last[1]), number(last[2])+number(last[3]), number(last[3])
		m.Spans = number(last[4]) + number(last[5])
	}
	return m
}
