package main

import "strings"

// Growth is what one Go version maps for its heap as a program holds more. Since Go 1.26 the
// heap starts at a random address; NaturalStart is one such, while the stages are of a build without.
type Growth struct {
	Go           string       `json:"go"`
	Agreed       int          `json:"agreed"`
	NaturalStart string       `json:"naturalStart"`
	Stages       []HeapMapped `json:"stages"`
}

// HeapMapped is the heap after the program has touched Mib MiB: the readable and writable
// mapping that holds its first block, and the reserved rest after it.
type HeapMapped struct {
	Mib         int    `json:"mib"`
	HeapStart   string `json:"heapStart"`
	HeapRwKiB   int    `json:"heapRwKiB"`
	ReservedKiB int    `json:"reservedKiB"`
	HeapSys     int    `json:"heapSys"`
	Sys         int    `json:"sys"`
	VmSizeKiB   int    `json:"vmSizeKiB"`
	VmRSSKiB    int    `json:"vmRSSKiB"`
}

var growthMib = []string{"1", "5", "9", "40", "70", "100"}

func recordGrowth() { writeGrowth("growth") }

func writeGrowth(name string) {
	const runs = 5
	var rows []Growth
	least := runs
	for _, v := range versions() {
		command := alone(append([]string{fixedBase("hold", v).build("hold-" + language(v))}, growthMib...)...)
		var all []Growth
		for range runs {
			all = append(all, growth(v, command))
		}
		kept, agreed := mostCommon(all, func(g Growth) string { return string(pretty(sizes(g))) })
		kept.Agreed, kept.NaturalStart = agreed, naturalStart(v)
		rows = append(rows, kept)
		least = min(least, agreed)
	}
	write(name, Recording{Schema: "growth@1", What: "how the heap's mapping grows with what a Go program holds, by version",
		Env: []string{"GOMAXPROCS=1", "GOGC=off"}, Command: "chrt -f 10 taskset -c 0 hold " + strings.Join(growthMib, " "),
		Runs: Runs{least, runs, "heap mapping sizes and HeapSys, of the version that agrees least; heap base not randomised"}, Rows: rows})
}

// naturalStart is where the heap's first mapping starts in a build as anyone makes it.
func naturalStart(version string) string {
	program := goBuild{program: "hold", version: version}.build("hold-natural-" + language(version))
	return growth(version, []string{program, "1"}).Stages[0].HeapStart
}

func growth(version string, command []string) Growth {
	g := Growth{Go: version}
	each([]string{"GOMAXPROCS=1", "GOGC=off"}, command, func(c *child, said map[string]string) {
		all := mappings(c.proc("maps"))
		heap := at(all, hex(said["pointer"]))
		rest := at(all, heap.end)
		status := c.status()
		h := HeapMapped{Mib: number(said["mib"]), HeapRwKiB: heap.kib(), HeapSys: number(said["HeapSys"]), Sys: number(said["Sys"])}
		h.HeapStart = text(heap.start)
		if rest.perms == "---p" {
			h.ReservedKiB = rest.kib()
		}
		h.VmSizeKiB, h.VmRSSKiB = status["VmSize"], status["VmRSS"]
		g.Stages = append(g.Stages, h)
	})
	return g
}

// sizes leaves only what does not depend on a random heap base.
func sizes(g Growth) Growth {
	kept := Growth{Go: g.Go}
	for _, s := range g.Stages {
		kept.Stages = append(kept.Stages, HeapMapped{Mib: s.Mib, HeapRwKiB: s.HeapRwKiB, HeapSys: s.HeapSys})
	}
	return kept
}
