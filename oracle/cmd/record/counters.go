package main

import (
	"strings"
)

// Counted is one moment of one Go process: the runtime's counters (bytes) beside the kernel's (KiB).
type Counted struct {
	Op           string `json:"op"`
	HeapAlloc    int    `json:"heapAlloc"`
	HeapInuse    int    `json:"heapInuse"`
	HeapIdle     int    `json:"heapIdle"`
	HeapReleased int    `json:"heapReleased"`
	HeapSys      int    `json:"heapSys"`
	Sys          int    `json:"sys"`
	NumGC        int    `json:"numGC"`
	VmSizeKiB    int    `json:"vmSizeKiB"`
	VmRSSKiB     int    `json:"vmRSSKiB"`
	RssAnonKiB   int    `json:"rssAnonKiB"`
	RssFileKiB   int    `json:"rssFileKiB"`
	LazyFreeKiB  int    `json:"lazyFreeKiB"`
}

// CountedRun is one process from start to end.
type CountedRun struct {
	What   string    `json:"what"`
	Go     string    `json:"go"`
	Env    []string  `json:"env"`
	Agreed int       `json:"agreed"`
	Steps  []Counted `json:"steps"`
}

var counterSubjects = []struct {
	what, steps string
	env         []string
}{
	{"64 MiB made, touched, dropped, collected, released and made again", "start alloc:64 touch drop:64 gc free alloc:64 touch", []string{"GOGC=off"}},
	{"the same with MADV_FREE", "start alloc:64 touch drop:64 gc free alloc:64 touch", []string{"GOGC=off", "GODEBUG=madvdontneed=0"}},
	{"40 MiB held, then twice as much garbage made, GOGC=100", "start alloc:40 touch gc garbage:80 gc drop:20 gc gc free", nil},
}

func recordCounters() { writeCounters("counters") }

func writeCounters(name string) {
	const runs = 10
	program := goBuild{program: "steps", env: []string{"GOEXPERIMENT=norandomizedheapbase64"}}.build("steps")
	var rows []CountedRun
	least := runs
	for _, s := range counterSubjects {
		env := append([]string{"GOMAXPROCS=1"}, s.env...)
		var all []CountedRun
		for range runs {
			all = append(all, CountedRun{s.what, pinned(), env, 0, countedSteps(env, alone(append([]string{program}, strings.Fields(s.steps)...)...))})
		}
		kept, agreed := mostCommon(all, func(r CountedRun) string { return string(pretty(ownCounters(r.Steps))) })
		kept.Agreed = agreed
		rows, least = append(rows, kept), min(least, agreed)
	}
	version := pinned()
	write(name, Recording{Schema: "counters@1", What: "the runtime's counters beside the kernel's, step by step", Go: &version, Env: []string{"GOMAXPROCS=1"},
		Command: "chrt -f 10 taskset -c 0 steps STEP... (heap base not randomised)", Runs: Runs{least, runs, "HeapIdle, HeapReleased, HeapSys and NumGC of every step, in the program that agrees least: after its two collections the scavenger gives back as much as the clock allows"}, Rows: rows})
}

func countedSteps(env, command []string) []Counted {
	var steps []Counted
	each(env, command, func(c *child, said map[string]string) {
		settle()
		steps = append(steps, counted(c, said))
	})
	return steps
}

func counted(c *child, said map[string]string) Counted {
	k := kernelCounters(c)
	k.Op, k.HeapAlloc, k.HeapInuse, k.HeapIdle = said["op"], number(said["HeapAlloc"]), number(said["HeapInuse"]), number(said["HeapIdle"])
	k.HeapReleased, k.HeapSys, k.Sys, k.NumGC = number(said["HeapReleased"]), number(said["HeapSys"]), number(said["Sys"]), number(said["NumGC"])
	return k
}

func kernelCounters(c *child) Counted {
	status := c.status()
	k := Counted{VmSizeKiB: status["VmSize"], VmRSSKiB: status["VmRSS"], RssAnonKiB: status["RssAnon"], RssFileKiB: status["RssFile"]}
	for _, m := range smaps(c.proc("smaps")) {
		k.LazyFreeKiB += m.fields["LazyFree"]
	}
	return k
}

// ownCounters leaves what does not depend on small allocations made by chance.
func ownCounters(steps []Counted) []Counted {
	var kept []Counted
	for _, s := range steps {
		kept = append(kept, Counted{Op: s.Op, HeapIdle: s.HeapIdle, HeapReleased: s.HeapReleased, HeapSys: s.HeapSys, NumGC: s.NumGC})
	}
	return kept
}
