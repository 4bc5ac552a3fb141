package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
)

// Charged is what a memory cgroup charges to the one Go process in it, in KiB.
type Charged struct {
	Op           string `json:"op"`
	Usage        int    `json:"usage"`
	Rss          int    `json:"rss"`
	InactiveFile int    `json:"inactiveFile"`
	ActiveFile   int    `json:"activeFile"`
	WorkingSet   int    `json:"workingSet"` // as Kubernetes reports it: usage less inactive file pages
	VmRSSKiB     int    `json:"vmRSSKiB"`
	HeapAlloc    int    `json:"heapAlloc"` // bytes
}

// group is a memory cgroup (version 1) of our own; recording a working set needs the right to make one.
const group = "/sys/fs/cgroup/memory/oracle"

func recordWorkingSet() {
	const runs = 5
	steps := strings.Fields("start alloc:40 touch drop:40 gc free read:64 read:64 read:64")
	command := append([]string{goBuild{program: "steps"}.build("steps")}, steps...)
	var all [][]Charged
	for range runs {
		all = append(all, charges(command))
	}
	kept, agreed := mostCommon(all, func(rows []Charged) string { return string(pretty(roughly(rows))) })
	version := pinned()
	write("working-set", Recording{Schema: "working-set@1", What: "what a memory cgroup charges to a Go process that allocates, releases and reads a file three times",
		Go: &version, Env: []string{"GOMAXPROCS=1"}, Command: strings.Join(append([]string{"steps"}, steps...), " "),
		Runs: Runs{agreed, runs, "usage, rss and file pages of every step, rounded to 4 MiB"}, Rows: kept})
}

func charges(command []string) []Charged {
	data := filepath.Join(bin, "data")
	check(os.WriteFile(data, make([]byte, 64<<20), 0o644))
	execute(exec.Command("sync", data))
	execute(exec.Command("dd", "if="+data, "iflag=nocache", "count=0"))
	return inGroup([]string{"GOMAXPROCS=1", "DATA=" + data}, command)
}

// inGroup runs a program of steps in a memory cgroup of its own.
func inGroup(env, command []string) []Charged {
	check(os.MkdirAll(group, 0o755))
	defer os.Remove(group)
	var rows []Charged
	each(env, command, func(c *child, said map[string]string) {
		if len(rows) == 0 {
			check(os.WriteFile(group+"/cgroup.procs", []byte(strconv.Itoa(c.cmd.Process.Pid)), 0o644))
		}
		rows = append(rows, charged(c, said))
	})
	return rows
}

func charged(c *child, said map[string]string) Charged {
	stat := map[string]int{}
	for line := range strings.Lines(read(group + "/memory.stat")) {
		words := strings.Fields(line)
		stat[words[0]] = number(words[1]) >> 10
	}
	usage := number(strings.TrimSpace(read(group+"/memory.usage_in_bytes"))) >> 10
	return Charged{said["op"], usage, stat["rss"], stat["inactive_file"], stat["active_file"],
		usage - stat["inactive_file"], c.status()["VmRSS"], number(said["HeapAlloc"])}
}

// roughly rounds away the kernel's own batching.
func roughly(rows []Charged) []Charged {
	round := func(kib int) int { return (kib + 2048) / 4096 }
	var rounded []Charged
	for _, r := range rows {
		rounded = append(rounded, Charged{Op: r.Op, Usage: round(r.Usage), Rss: round(r.Rss), InactiveFile: round(r.InactiveFile), ActiveFile: round(r.ActiveFile)})
	}
	return rounded
}
