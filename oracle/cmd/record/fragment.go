package main

// Thinned is a Go heap after a collection: the runtime's counters in bytes, and RSS.
type Thinned struct {
	Op           string `json:"op"`
	HeapAlloc    int    `json:"heapAlloc"`
	HeapInuse    int    `json:"heapInuse"`
	HeapIdle     int    `json:"heapIdle"`
	HeapReleased int    `json:"heapReleased"`
	VmRSSKiB     int    `json:"vmRSSKiB"`
}

func recordFragment() {
	const runs = 5
	command := goBuild{program: "fragment"}.build("fragment")
	var all [][]Thinned
	for range runs {
		var rows []Thinned
		each([]string{"GOMAXPROCS=1"}, []string{command}, func(c *child, said map[string]string) { rows = append(rows, thinned(c, said)) })
		all = append(all, rows)
	}
	kept, agreed := mostCommon(all, func(rows []Thinned) string { return string(pretty(mebibytes(rows))) })
	version := pinned()
	write("fragment", Recording{Schema: "fragment@1", What: "a million objects of 64 bytes, all but one of a hundred dropped, then the same bytes again in the same and in another size",
		Go: &version, Env: []string{"GOMAXPROCS=1"}, Command: "fragment", Runs: Runs{agreed, runs, "HeapAlloc and HeapInuse in whole MiB"}, Rows: kept})
}

func thinned(c *child, said map[string]string) Thinned {
	return Thinned{said["op"], number(said["heapAlloc"]), number(said["heapInuse"]), number(said["heapIdle"]), number(said["heapReleased"]), c.status()["VmRSS"]}
}

// mebibytes leaves of each row what its objects take, in whole MiB; when pages go back is the scavenger's affair.
func mebibytes(rows []Thinned) []Thinned {
	round := func(bytes int) int { return (bytes + 1<<19) >> 20 }
	var rounded []Thinned
	for _, r := range rows {
		rounded = append(rounded, Thinned{Op: r.Op, HeapAlloc: round(r.HeapAlloc), HeapInuse: round(r.HeapInuse)})
	}
	return rounded
}
