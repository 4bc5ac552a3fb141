package main

import (
	"strings"
)

// Threaded is a Go process whose goroutines waited in system calls or in C; after each step what it has.
type Threaded struct {
	Name   string       `json:"name"`
	Go     string       `json:"go"`
	Env    []string     `json:"env"`
	Agreed int          `json:"agreed"`
	Steps  []ThreadedAt `json:"steps"`
}

// ThreadedAt is one moment of it: threads as the kernel counts them, mappings of glibc's, memory in KiB, MemStats in bytes.
type ThreadedAt struct {
	Op           string `json:"op"` // with its number
	Goroutines   int    `json:"goroutines"`
	Threads      int    `json:"threads"`
	Created      int    `json:"created"` // as runtime.ThreadCreateProfile counts: Ms there are
	ThreadStacks int    `json:"threadStacks"`
	GlibcArenas  int    `json:"glibcArenas"`
	VmSizeKiB    int    `json:"vmSizeKiB"`
	VmRSSKiB     int    `json:"vmRSSKiB"`
	StackInuse   int    `json:"stackInuse"`
	StackSys     int    `json:"stackSys"`
	HeapAlloc    int    `json:"heapAlloc"`
	Sys          int    `json:"sys"`
}

const threadsRuns = 10

var threadsSubjects = []struct {
	name, steps string
	env         []string
	all, c      bool // with every version; with c.go
}{
	{"system call", "start block:100 release gc block:100 release", nil, true, false},
	{"locked", "start locked:100 release gc", nil, true, false},
	{"both", "start block:20 release locked:100 release block:10 release block:30 release", nil, false, false},
	{"both", "start locked:1 release block:3 release", nil, false, false},
	{"both", "start block:20 release locked:5 release block:30 release", nil, false, false},
	{"both", "start locked:5 release locked:5 release locked:5 release", nil, false, false},
	{"both", "start block:5 release locked:3 release locked:3 release block:9 release", nil, false, false},
	{"C", "start block:100 release gc block:100 release", nil, false, true},
	{"C", "start block:100 release gc block:100 release", []string{"MALLOC_ARENA_MAX=2"}, false, true},
	{"C, locked", "start locked:100 release gc", nil, false, true},
}

func recordThreads() {
	var rows []Threaded
	least := threadsRuns
	for _, s := range threadsSubjects {
		of := []string{pinned()}
		if s.all {
			of = versions()
		}
		for _, v := range of {
			row := Threaded{Name: s.name, Go: v, Env: append([]string{"GOMAXPROCS=1"}, s.env...)}
			row.take(threadsProgram(v, s.c), strings.Fields(s.steps))
			rows, least = append(rows, row), min(least, row.Agreed)
		}
	}
	write("threads", Recording{Schema: "threads@1", What: "threads of a Go process before, while and after a hundred goroutines wait in system calls or in C, and after five collections",
		Command: "chrt -f 10 taskset -c 0 threads STEP...", Rows: rows, Runs: Runs{least, threadsRuns, "threads, stacks and arenas of every step, of the process that agrees least"}})
}

func threadsProgram(version string, c bool) string {
	b := goBuild{program: "threads", version: version}
	if !c {
		return b.build("threads-" + language(version))
	}
	b.env, b.flags = []string{"CGO_ENABLED=1"}, []string{"c.go"}
	return b.build("threads-" + language(version) + "-c")
}

func (t *Threaded) take(program string, steps []string) {
	var all [][]ThreadedAt
	for range threadsRuns {
		var run []ThreadedAt
		each(t.Env, alone(append([]string{program}, steps...)...), func(c *child, said map[string]string) { run = append(run, threadedAt(c, said)) })
		all = append(all, run)
	}
	t.Steps, t.Agreed = mostCommon(all, func(run []ThreadedAt) string { return string(pretty(counts(run))) })
}

func threadedAt(c *child, said map[string]string) ThreadedAt {
	status := c.status()
	t := ThreadedAt{Op: said["op"], Goroutines: number(said["Goroutines"]), Threads: status["Threads"], Created: number(said["Created"])}
	t.ThreadStacks, t.GlibcArenas = glibcMappings(mappings(c.proc("maps")), hex(said["pointer"]))
	t.VmSizeKiB, t.VmRSSKiB = status["VmSize"], status["VmRSS"]
	t.StackInuse, t.StackSys, t.HeapAlloc, t.Sys = number(said["StackInuse"]), number(said["StackSys"]), number(said["HeapAlloc"]), number(said["Sys"])
	return t
}

// glibcMappings counts stacks of threads, 8 MiB above a guard page, and arenas, 64 MiB at a multiple of that. Go's own
// first arena, which holds goHeap, can have the same shape.
func glibcMappings(all []mapping, goHeap uint64) (stacks, arenas int) {
	const arena = 64 << 20
	for i, m := range all[1:] {
		below := all[i]
		switch {
		case below.perms == "---p" && below.kib() == 4 && m.perms == "rw-p" && m.start == below.end && m.kib() >= 8192:
			stacks++
		case below.perms == "rw-p" && m.perms == "---p" && below.start%arena == 0 && below.end == m.start && m.end%arena == 0 && m.end-below.start == arena && goHeap/arena != below.start/arena:
			arenas++
		}
	}
	return stacks, arenas
}

// counts leaves what does not depend on pages and small allocations.
func counts(run []ThreadedAt) []ThreadedAt {
	var kept []ThreadedAt
	for _, t := range run {
		kept = append(kept, ThreadedAt{Op: t.Op, Goroutines: t.Goroutines, Threads: t.Threads, ThreadStacks: t.ThreadStacks, GlibcArenas: t.GlibcArenas})
	}
	return kept
}
