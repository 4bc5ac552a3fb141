package main

import "strings"

// Lines is the number of mappings of a process after some calls of one kind; the last of them may have failed.
type Lines struct {
	Op       string `json:"op"`
	Calls    int    `json:"calls"`
	Error    string `json:"error"`
	Mappings int    `json:"mappings"` // lines of /proc/PID/maps
	VmRSSKiB int    `json:"vmRSSKiB"`
	VmPTEKiB int    `json:"vmPTEKiB"`
}

func recordMaps() {
	const runs = 5
	command := compileC("maps", "maps")
	var all [][]Lines
	for range runs {
		var rows []Lines
		each(nil, []string{command}, func(c *child, said map[string]string) {
			status := c.status()
			rows = append(rows, Lines{said["op"], number(said["calls"]), said["error"], strings.Count(c.proc("maps"), "\n"), status["VmRSS"], status["VmPTE"]})
		})
		all = append(all, rows)
	}
	kept, agreed := mostCommon(all, func(rows []Lines) string { return string(pretty(certain(rows))) })
	limit := strings.TrimSpace(read("/proc/sys/vm/max_map_count"))
	write("maps", Recording{Schema: "maps@1", What: "one mapping of a page for each of 200,000 objects, then every second one unmapped; vm.max_map_count is " + limit,
		Command: "maps (gcc -O1 -pthread maps.c)", Runs: Runs{agreed, runs, "calls, error and mappings"}, Rows: kept})
}

// certain leaves out what depends on how many pages the kernel happens to share.
func certain(rows []Lines) []Lines {
	var still []Lines
	for _, r := range rows {
		still = append(still, Lines{Op: r.Op, Calls: r.Calls, Error: r.Error, Mappings: r.Mappings})
	}
	return still
}
