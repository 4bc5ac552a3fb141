package main

// Growing is the heap of a program that replaces one slice by a longer one, again and again: counters in bytes, and RSS.
type Growing struct {
	Op           string `json:"op"`
	HeapAlloc    int    `json:"heapAlloc"`
	HeapSys      int    `json:"heapSys"`
	HeapIdle     int    `json:"heapIdle"`
	HeapReleased int    `json:"heapReleased"`
	VmRSSKiB     int    `json:"vmRSSKiB"`
}

func recordGrowing() {
	const runs = 5
	// Collections that stop the program, and a heap that begins at the same place in every run, so that runs agree.
	env := []string{"GOMAXPROCS=1", "GODEBUG=gcstoptheworld=1"}
	command := goBuild{program: "growing", env: []string{"GOEXPERIMENT=norandomizedheapbase64"}}.build("growing")
	var all [][]Growing
	for range runs {
		var rows []Growing
		each(env, alone(command), func(c *child, said map[string]string) {
			rows = append(rows, Growing{said["op"], number(said["heapAlloc"]), number(said["heapSys"]), number(said["heapIdle"]), number(said["heapReleased"]), c.status()["VmRSS"]})
		})
		all = append(all, rows)
	}
	kept, agreed := mostCommon(all, func(rows []Growing) string { return string(pretty(mapped(rows))) })
	version := pinned()
	write("growing", Recording{Schema: "growing@1", What: "slices of 1 to 100 MiB, one at a time, each longer than the one before; then the same again",
		Go: &version, Env: env, Command: "growing", Runs: Runs{agreed, runs, "HeapSys in whole MiB"}, Rows: kept})
}

// mapped leaves of each row how much of the heap is mapped, in whole MiB; what is given back is the scavenger's affair.
func mapped(rows []Growing) []Growing {
	var kept []Growing
	for _, r := range rows {
		kept = append(kept, Growing{Op: r.Op, HeapSys: (r.HeapSys + 1<<19) >> 20})
	}
	return kept
}
