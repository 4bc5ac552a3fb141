package main

import (
	"fmt"
	"log"
)

// Script is a program for live/ and what the runtime answered; each answer is a status and its values,
// zeros at the end left out. src/oracle/go-runtime/operations.ts names the codes and the values.
type Script struct {
	Name    string      `json:"name"`
	Ops     [][]int32   `json:"ops"`
	Answers [][]float64 `json:"answers"`
	Agreed  int         `json:"agreed"`
	Of      int         `json:"of"`
}

const scriptRuns = 10

// concurrent collects as Go does by default; stopped marks and sweeps while everything else stands.
var (
	concurrent = []string{"GOMAXPROCS=1", "GODEBUG=asyncpreemptoff=1"}
	stopped    = []string{"GOMAXPROCS=1", "GODEBUG=asyncpreemptoff=1,gcstoptheworld=2"}
)

// scriptGroup is the scripts of one recording. A strict group keeps only those all of whose runs agree.
type scriptGroup struct {
	name, what string
	env        []string
	strict     bool
	scripts    []namedScript
}

type namedScript struct {
	name string
	ops  []operation
}

func scriptGroups() []scriptGroup {
	return []scriptGroup{
		{"allocation", "addresses of allocations, on a heap whose base is fixed", concurrent, true, allocationScripts()},
		{"tiny", "small pointer-free values and the block they share", concurrent, true, tinyScripts()},
		{"reuse", "which slots and spans are handed out again after a collection", concurrent, true, reuseScripts()},
		{"stack", "the stacks a goroutine moves through as it goes deeper", concurrent, false, stackScripts()},
		{"first-trigger", "when the first collection starts: goal and trigger of a young heap, and the allocation that reaches it", stopped, false, triggerScripts()},
		{"goal", "heap goals and triggers with all that they are computed from, over GOGC, memory limit and live heap", stopped, false, goalScripts()},
		{"after-death", "finalizers, cleanups and weak pointers: what ran after which collection, in the order seen (not promised)", concurrent, false, deathScripts()},
	}
}

func recordScripts() {
	live := buildLive()
	for _, g := range scriptGroups() {
		recordGroup(live, g)
	}
}

func recordGroup(live string, g scriptGroup) {
	rows := []Script{}
	whole := 0
	for _, s := range g.scripts {
		script := replay(live, g.env, s)
		if script.Agreed == scriptRuns {
			whole++
		} else if log.Printf("%s: %d of %d runs agree", s.name, script.Agreed, scriptRuns); g.strict {
			continue
		}
		rows = append(rows, script)
	}
	on := "scripts whose every answer was equal in 10 of 10 runs"
	if g.strict {
		on += "; the others were discarded"
	}
	version := pinned()
	write("scripts/"+g.name, Recording{Schema: "script@1", What: g.what, Go: &version, Env: g.env,
		Command: "setarch -R chrt -f 10 taskset -c 0 live (GOEXPERIMENT=norandomizedheapbase64)", Runs: Runs{whole, len(g.scripts), on}, Rows: rows})
}

func replay(live string, env []string, s namedScript) Script {
	var all [][][]float64
	for range scriptRuns {
		all = append(all, rowsOf(ask(live, env, s.ops)))
	}
	kept, agreed := mostCommon(all, func(rows [][]float64) string { return fmt.Sprint(rows) })
	return Script{s.name, words(s.ops), kept, agreed, scriptRuns}
}

func rowsOf(answers []answer) [][]float64 {
	var rows [][]float64
	for _, a := range answers {
		rows = append(rows, trimmed(a))
	}
	return rows
}

func trimmed(a answer) []float64 {
	n := len(a)
	for n > 1 && a[n-1] == 0 {
		n--
	}
	return append([]float64{}, a[:n]...)
}

func words(ops []operation) [][]int32 {
	var all [][]int32
	for _, op := range ops {
		n := len(op)
		for n > 1 && op[n-1] == 0 {
			n--
		}
		all = append(all, append([]int32{}, op[:n]...))
	}
	return all
}
