package main

import (
	"strings"
	"sync"
	"time"
)

// GivingBack is one process whose live heap became smaller, and when its memory went back to the system.
type GivingBack struct {
	Go      string      `json:"go"`
	Steps   string      `json:"steps"` // looks left out: one a second
	Samples []GivenBack `json:"samples"`
}

// GivenBack is one moment of it, in seconds since it was first looked at. Of looks that saw the same only the first is kept, and the last of all.
type GivenBack struct {
	Op           string `json:"op"`
	Seconds      int    `json:"seconds"`
	NumGC        int    `json:"numGC"`
	HeapInuse    int    `json:"heapInuse"`
	HeapReleased int    `json:"heapReleased"`
	HeapSys      int    `json:"heapSys"`
	VmRSSKiB     int    `json:"vmRSSKiB"`
}

var givingBack = []struct {
	steps    string // N looks are written look:N
	versions []string
}{
	{"alloc:400 touch drop:350 gc look:150", []string{"1.19", "1.20", "1.21", "1.27"}},
	{"alloc:400 touch drop:350 gc look:10 gc look:10", []string{"1.27"}},
	{"alloc:400 touch thin:4 gc gc look:10 drop:350 gc look:10 gc look:10", []string{"1.27"}},
}

// recordGiveBack takes two and a half minutes: all processes run side by side.
func recordGiveBack() {
	var rows []GivingBack
	for _, one := range givingBack {
		for _, minor := range one.versions {
			rows = append(rows, GivingBack{Go: released(minor), Steps: one.steps})
		}
	}
	for i := range rows {
		goBuild{program: "steps", version: rows[i].Go}.build("give-back-" + rows[i].Go)
	}
	var all sync.WaitGroup
	for i := range rows {
		all.Add(1)
		go func() { defer all.Done(); rows[i].run() }()
	}
	all.Wait()
	write("give-back", Recording{Schema: "give-back@1", What: "Go processes whose live heap became smaller, looked at once a second", Command: "steps STEP...",
		Runs: Runs{1, 1, "nothing: seconds differ from run to run"}, Rows: rows})
}

func (r *GivingBack) run() {
	steps := looks(r.Steps)
	var first time.Time
	each(nil, append([]string{bin + "/give-back-" + r.Go}, steps...), func(c *child, said map[string]string) {
		if said["op"] == "look" && first.IsZero() {
			first = time.Now()
		}
		seen := givenBack(c, said)
		if !first.IsZero() {
			seen.Seconds = int(time.Since(first).Seconds() + 1.5)
		}
		steps = steps[1:]
		r.keep(seen, len(steps) == 0)
		if len(steps) > 0 && steps[0] == "look" {
			time.Sleep(time.Second)
		}
	})
}

// keep forgets a look that saw what was seen before, unless it is the last.
func (r *GivingBack) keep(seen GivenBack, last bool) {
	if n := len(r.Samples); !last && seen.Op == "look" && r.Samples[n-1].NumGC == seen.NumGC && r.Samples[n-1].HeapReleased == seen.HeapReleased {
		return
	}
	r.Samples = append(r.Samples, seen)
}

func givenBack(c *child, said map[string]string) GivenBack {
	counted := counted(c, said)
	return GivenBack{Op: counted.Op, NumGC: counted.NumGC, HeapInuse: counted.HeapInuse, HeapReleased: counted.HeapReleased, HeapSys: counted.HeapSys, VmRSSKiB: counted.VmRSSKiB}
}

// looks writes look:3 as three looks.
func looks(steps string) []string {
	var all []string
	for _, step := range strings.Fields(steps) {
		if n, many := strings.CutPrefix(step, "look:"); many {
			for range number(n) {
				all = append(all, "look")
			}
		} else {
			all = append(all, step)
		}
	}
	return all
}
