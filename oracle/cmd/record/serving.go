package main

import (
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// Served is what one service gave of itself, and the kernel of it, within a few milliseconds; texts are as they were printed.
type Served struct {
	Status   map[string]int `json:"status"`
	Earlier  string         `json:"earlier"` // Prometheus, Seconds before the others
	Seconds  float64        `json:"seconds"`
	Scrape   string         `json:"scrape"`  // Prometheus
	Profile  string         `json:"profile"` // heap?debug=1
	Object   string         `json:"object"`  // runtime/metrics as an object
	Array    string         `json:"array"`   // the same as an array
	Vars     string         `json:"vars"`    // expvar
	Smaps    string         `json:"smaps"`
	Rollup   string         `json:"smapsRollup"`
	Stat     string         `json:"stat"`     // memory.stat of its cgroup
	Prefixed string         `json:"prefixed"` // grep . of several files of its cgroup
	Headed   string         `json:"headed"`   // head of the same
}

const (
	servingRuns  = 3
	servingLimit = 512 << 20
	pause        = 10 * time.Second
)

func recordServing() {
	program := goBuild{program: "serving", env: []string{"CGO_ENABLED=1"}}.build("serving")
	data := filepath.Join(bin, "data")
	check(os.WriteFile(data, make([]byte, 64<<20), 0o644))
	execute(exec.Command("sync", data))
	var all []Served
	for range servingRuns {
		execute(exec.Command("dd", "if="+data, "iflag=nocache", "count=0"))
		all = append(all, serve(program, data))
	}
	kept, agreed := mostCommon(all, func(s Served) string { return strconv.Itoa((s.Status["VmRSS"] + 4096) >> 13) })
	version := pinned()
	write("serving", Recording{Schema: "serving@1", What: "what a Go service with cgo gives of itself in a memory cgroup, and the kernel of it",
		Go: &version, Env: []string{"DATA=" + data}, Command: "serving (CGO_ENABLED=1 go build), 512 MiB allowed",
		Runs: Runs{agreed, servingRuns, "VmRSS, rounded to 8 MiB"}, Rows: []Served{kept}})
}

// serve runs the service in a cgroup from its first page on.
func serve(program, data string) Served {
	check(os.MkdirAll(group, 0o755))
	defer os.Remove(group)
	check(os.WriteFile(group+"/memory.limit_in_bytes", []byte(strconv.Itoa(servingLimit)), 0o644))
	c := start([]string{"DATA=" + data}, "sh", "-c", "echo $$ > "+group+"/cgroup.procs && exec "+program)
	said, _ := c.next()
	defer func() { c.resume(); must(0, c.cmd.Wait()) }()
	get := func(path string) string { return fetch("http://" + said["address"] + path) }
	time.Sleep(2 * time.Second)
	from, earlier := time.Now(), get("/metrics")
	time.Sleep(pause)
	s := Served{Earlier: earlier, Seconds: time.Since(from).Round(time.Millisecond).Seconds(), Scrape: get("/metrics"), Profile: get("/debug/pprof/heap?debug=1"),
		Object: get("/debug/metrics"), Array: get("/debug/metrics?array"), Vars: get("/debug/vars")}
	s.Smaps, s.Rollup, s.Status = c.proc("smaps"), c.proc("smaps_rollup"), c.status()
	files := []string{}
	for _, name := range strings.Fields("stat usage_in_bytes max_usage_in_bytes limit_in_bytes failcnt") {
		files = append(files, group+"/memory."+name)
	}
	s.Stat, s.Prefixed = read(files[0]), output("grep", append([]string{"."}, files...)...)
	s.Headed = output("head", append([]string{"-n", "99"}, files...)...)
	return s
}

func fetch(address string) string {
	response := must(http.Get(address))
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		panic(fmt.Sprint(address, ": ", response.Status))
	}
	return string(must(io.ReadAll(response.Body)))
}
