package main

import (
	"strings"
	"time"
)

// Idle is one process that fell from 400 to 50 MiB and then waited.
type Idle struct {
	Go      string   `json:"go"`
	Then    string   `json:"then"` // what it did after dropping
	Samples []Sample `json:"samples"`
}

// Sample is the resident set at a time after the drop.
type Sample struct {
	Seconds  int `json:"seconds"`
	VmRSSKiB int `json:"vmRSSKiB"`
}

// recordIdle takes five minutes: all processes wait side by side.
func recordIdle() {
	var running []*idle
	for _, minor := range []string{"1.19", "1.22", "1.24", "1.26", "1.27"} {
		program := goBuild{program: "steps", version: released(minor)}.build("steps-" + minor)
		for _, gcs := range []string{"gc", "gc", "gc gc"} {
			running = append(running, startIdle(released(minor), program, gcs))
		}
	}
	for second := 0; second <= 300; second += 5 {
		for _, p := range running {
			p.row.Samples = append(p.row.Samples, Sample{second, p.child.status()["VmRSS"]})
		}
		time.Sleep(5 * time.Second)
	}
	var rows []Idle
	for _, p := range running {
		p.child.stop()
		rows = append(rows, p.row)
	}
	write("idle", Recording{Schema: "idle@1", What: "Go processes that fall from 400 to 50 MiB live and then do nothing", Command: "steps alloc:400 touch drop:350 gc...",
		Runs: Runs{1, 1, "nothing: times differ from run to run, so one is kept twice"}, Rows: rows})
}

type idle struct {
	child *child
	row   Idle
}

func startIdle(version, program, gcs string) *idle {
	steps := strings.Fields("alloc:400 touch drop:350 " + gcs)
	c := start(nil, append([]string{program}, steps...)...)
	for i := range steps {
		if _, alive := c.next(); alive && i < len(steps)-1 {
			c.resume()
		}
	}
	return &idle{c, Idle{Go: version, Then: gcs}}
}
