package main

import "strings"

// Reused is what a memory cgroup charges while memory is given back in one way and then used again.
type Reused struct {
	Env    []string  `json:"env"`
	Agreed int       `json:"agreed"`
	Steps  []Charged `json:"steps"`
}

func recordReused() {
	const runs = 5
	steps := strings.Fields("start alloc:64 touch drop:64 gc free alloc:64 touch")
	command := append([]string{goBuild{program: "steps"}.build("steps")}, steps...)
	var rows []Reused
	least := runs
	for _, advice := range []string{"madvdontneed=0", "madvdontneed=1"} {
		env := []string{"GOMAXPROCS=1", "GOGC=off", "GODEBUG=" + advice}
		var all [][]Charged
		for range runs {
			all = append(all, inGroup(env, command))
		}
		kept, agreed := mostCommon(all, func(rows []Charged) string { return string(pretty(roughly(rows))) })
		rows, least = append(rows, Reused{env, agreed, kept}), min(least, agreed)
	}
	version := pinned()
	write("reused", Recording{Schema: "reused@1", What: "what a memory cgroup charges to a Go process that releases 64 MiB and uses them again, with MADV_FREE and with MADV_DONTNEED",
		Go: &version, Env: []string{"GOMAXPROCS=1"}, Command: strings.Join(append([]string{"steps"}, steps...), " "),
		Runs: Runs{least, runs, "usage, rss and file pages of every step, rounded to 4 MiB; the lower of both"}, Rows: rows})
}
