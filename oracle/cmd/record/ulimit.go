package main

import (
	"bytes"
	"context"
	"fmt"
	"os/exec"
	"slices"
	"strings"
	"time"
)

// Limited is how a program fared under one address space limit.
type Limited struct {
	LimitKiB int    `json:"limitKiB"`
	Outcome  string `json:"outcome"` // runs, exit N, or the signal
	Message  string `json:"message"` // the first line it printed
	Agreed   int    `json:"agreed"`  // of the runs at this limit
	Of       int    `json:"of"`
}

const ulimitRuns = 5

// recordUlimit sweeps ulimit -v, finds each limit at which the outcome changes, to
// the page, and repeats one limit often: there the random heap base decides.
func recordUlimit() {
	program := goBuild{program: "hello"}.build("hello")
	probe := func(kib int) Limited { return limited(program, kib, ulimitRuns) }
	limits := sweep()
	rows := []Limited{probe(limits[0])}
	for _, kib := range limits[1:] {
		rows = append(rows, refine(probe, rows[len(rows)-1], probe(kib))...)
	}
	rows = append(slices.DeleteFunc(rows, func(l Limited) bool { return l.LimitKiB == luckLimit }), limited(program, luckLimit, luckRuns))
	slices.SortFunc(rows, func(a, b Limited) int { return a.LimitKiB - b.LimitKiB })
	version := pinned()
	write("ulimit", Recording{Schema: "ulimit@1", What: "a Go program that prints one word, under address space limits", Go: &version,
		Command: "ulimit -v LIMIT; hello </dev/null", Runs: leastAgreed(rows), Rows: rows})
}

// At this limit the program has all it needs, unless its heap starts at the very end of its first arena.
const luckLimit, luckRuns = 1_250_000, 2000

// sweep is every 100,000 kB and the limits that the chapter names.
func sweep() []int {
	limits := []int{1_000, 2_000, 10_000, 1_150_000, 1_225_000, 1_240_000, luckLimit}
	for kib := 100_000; kib <= 1_400_000; kib += 100_000 {
		limits = append(limits, kib)
	}
	slices.Sort(limits)
	return limits
}

// refine returns b after every pair of neighbouring pages between a and b at which the outcome changes.
func refine(probe func(int) Limited, a, b Limited) []Limited {
	if kind(a) == kind(b) || b.LimitKiB-a.LimitKiB <= 4 {
		return []Limited{b}
	}
	middle := probe((a.LimitKiB + b.LimitKiB) / 8 * 4)
	rows := append(refine(probe, a, middle), refine(probe, middle, b)...)
	return slices.DeleteFunc(rows, func(l Limited) bool { return l == middle && dull(rows, a, l) })
}

// dull tells whether both neighbours of l among a and rows fared as l did.
func dull(rows []Limited, a Limited, l Limited) bool {
	i := slices.Index(rows, l)
	before := a
	if i > 0 {
		before = rows[i-1]
	}
	return kind(before) == kind(l) && i+1 < len(rows) && kind(rows[i+1]) == kind(l)
}

func leastAgreed(rows []Limited) Runs {
	least := ulimitRuns
	for _, r := range rows {
		if r.Of == ulimitRuns {
			least = min(least, r.Agreed)
		}
	}
	return Runs{least, ulimitRuns, "outcome and first line, at the limit that agrees least"}
}

func kind(l Limited) string { return l.Outcome + " " + l.Message }

func limited(program string, kib, runs int) Limited {
	var all []Limited
	for range runs {
		all = append(all, limitedOnce(program, kib))
	}
	kept, agreed := mostCommon(all, kind)
	kept.Agreed, kept.Of = agreed, runs
	return kept
}

func limitedOnce(program string, kib int) Limited {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	cmd := exec.CommandContext(ctx, "/bin/sh", "-c", fmt.Sprintf("ulimit -v %d && exec %s", kib, program))
	cmd.Env = []string{}
	out, err := cmd.CombinedOutput()
	l := Limited{LimitKiB: kib, Outcome: "runs"}
	if err != nil {
		l.Outcome = strings.TrimSuffix(strings.TrimPrefix(err.Error(), "signal: "), " (core dumped)")
		l.Outcome = strings.Replace(l.Outcome, "exit status", "exit", 1)
	}
	if cmd.ProcessState.ExitCode() != 0 {
		first, _, _ := bytes.Cut(out, []byte("\n"))
		l.Message = string(first)
	}
	return l
}
