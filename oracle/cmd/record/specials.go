package main

// Specials is what objects cost that carry a finalizer, a cleanup or nothing: the runtime's counters (bytes) after a collection.
type Specials struct {
	With   string          `json:"with"`
	Agreed int             `json:"agreed"`
	Stages []SpecialsStage `json:"stages"`
}

type SpecialsStage struct {
	Op          string `json:"op"`
	HeapObjects int    `json:"heapObjects"`
	HeapAlloc   int    `json:"heapAlloc"`
	OtherSys    int    `json:"otherSys"`
	VmRSSKiB    int    `json:"vmRSSKiB"`
}

func recordSpecials() {
	const runs = 5
	program := goBuild{program: "specials"}.build("specials")
	var rows []Specials
	least := runs
	for _, with := range []string{"nothing", "finalizer", "cleanup"} {
		var all [][]SpecialsStage
		for range runs {
			var stages []SpecialsStage
			each([]string{"GOMAXPROCS=1"}, []string{program, with}, func(c *child, said map[string]string) {
				stages = append(stages, SpecialsStage{said["op"], number(said["heapObjects"]), number(said["heapAlloc"]), number(said["otherSys"]), c.status()["VmRSS"]})
			})
			all = append(all, stages)
		}
		kept, agreed := mostCommon(all, func(stages []SpecialsStage) string { return string(pretty(inMebibytes(stages))) })
		rows, least = append(rows, Specials{with, agreed, kept}), min(least, agreed)
	}
	version := pinned()
	write("specials", Recording{Schema: "specials@1", What: "a million objects of 64 bytes with a finalizer, with a cleanup, with nothing: made, dropped and collected, collected again",
		Go: &version, Env: []string{"GOMAXPROCS=1"}, Command: "specials WITH", Runs: Runs{least, runs, "HeapAlloc and OtherSys in whole MiB; the lowest of the three"}, Rows: rows})
}

func inMebibytes(stages []SpecialsStage) []SpecialsStage {
	round := func(bytes int) int { return (bytes + 1<<19) >> 20 }
	var rounded []SpecialsStage
	for _, s := range stages {
		rounded = append(rounded, SpecialsStage{Op: s.Op, HeapAlloc: round(s.HeapAlloc), OtherSys: round(s.OtherSys)})
	}
	return rounded
}
