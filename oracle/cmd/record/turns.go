package main

import (
	"sync"
)

// Taken is a C process whose threads work in turn, with one malloc: RSS and VIRT after each stage.
type Taken struct {
	Library string   `json:"library"`
	Env     []string `json:"env"` // beside the preload
	Agreed  int      `json:"agreed"`
	Stages  []Moment `json:"stages"`
}

// Moment is what the kernel counts after a stage of c/turns.c.
type Moment struct {
	Op        string `json:"op"`
	VmRSSKiB  int    `json:"vmRSSKiB"`
	VmSizeKiB int    `json:"vmSizeKiB"`
}

const turnsRuns = 5

func recordTurns() {
	command := compileC("turns", "turns", "-fno-builtin")
	rows := make([]Taken, len(preloads))
	for i, p := range preloads {
		rows[i] = Taken{Library: p.library, Env: []string{}}
	}
	rows = append(rows, Taken{Library: "glibc", Env: []string{"MALLOC_ARENA_MAX=1"}}, Taken{Library: "glibc", Env: []string{"MALLOC_ARENA_MAX=2"}},
		Taken{Library: "jemalloc", Env: []string{"MALLOC_CONF=background_thread:true"}})
	var all sync.WaitGroup
	for i := range rows {
		all.Go(func() { rows[i].take(command) })
	}
	all.Wait()
	agreed := turnsRuns
	for _, r := range rows {
		agreed = min(agreed, r.Agreed)
	}
	write("turns", Recording{Schema: "turns@1", What: "sixteen threads that work in turn, each of which makes 20,000 blocks of 1,000 bytes and frees all but the last; 15 seconds later; after malloc_trim",
		Command: "turns (gcc -O1 -pthread -fno-builtin turns.c), with LD_PRELOAD for the others than glibc",
		Runs:    Runs{agreed, turnsRuns, "RSS after each stage in units of 32 MiB; of the process that agrees least"}, Rows: rows})
}

// take runs the program again and again, and keeps what most runs gave.
func (t *Taken) take(command string) {
	var all [][]Moment
	for range turnsRuns {
		var stages []Moment
		each(append(t.Env, preload(fileOf(t.Library))...), []string{command}, func(c *child, said map[string]string) {
			status := c.status()
			stages = append(stages, Moment{said["op"], status["VmRSS"], status["VmSize"]})
		})
		all = append(all, stages)
	}
	t.Stages, t.Agreed = mostCommon(all, func(stages []Moment) string { return string(pretty(coarse(stages))) })
}

func fileOf(library string) string {
	for _, p := range preloads {
		if p.library == library {
			return p.file
		}
	}
	return ""
}

// coarse leaves of the stages what units of 32 MiB tell.
func coarse(stages []Moment) []Moment {
	var rounded []Moment
	for _, s := range stages {
		rounded = append(rounded, Moment{Op: s.Op, VmRSSKiB: (s.VmRSSKiB + 16<<10) >> 15})
	}
	return rounded
}
