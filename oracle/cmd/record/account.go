package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// Accounted is one process, told by everybody who counts its memory.
type Accounted struct {
	Name    string        `json:"name"`
	Go      string        `json:"go"`
	Env     []string      `json:"env"`
	Agreed  int           `json:"agreed"`
	Moments []AccountedAt `json:"moments"`
}

// AccountedAt is one moment of it. MemStats and the classes of runtime/metrics in bytes, the rest in KiB. Charged
// has the fields of a memory cgroup of version 1.
type AccountedAt struct {
	Op       string         `json:"op"`
	MemStats map[string]int `json:"memStats"`
	Classes  map[string]int `json:"classes"`
	Status   map[string]int `json:"status"`
	Charged  map[string]int `json:"charged"`
	Maps     string         `json:"maps"`
	RssKiB   []int          `json:"rssKiB"` // of each line of maps
}

const accountRuns = 5

// accountSubjects are what a process may do; those in C want cgo and are of the pinned Go alone.
var accountSubjects = []struct {
	name, steps string
	env         []string
	all, c      bool // with every version; with c.go
}{
	{"hello", "start", nil, true, false},
	{"hold", "start hold:80", nil, true, false},
	{"given back", "start hold:80 drop gc free", nil, false, false},
	{"goroutines", "start goroutines:10000", nil, false, false},
	{"file", "start file:64", nil, false, false},
	{"c", "start c:64", nil, false, true},
	{"threads", "start threads:16", nil, false, true},
	{"threads", "start threads:16", []string{"MALLOC_ARENA_MAX=2"}, false, true},
}

func recordAccount() {
	var rows []Accounted
	least := accountRuns
	for _, s := range accountSubjects {
		of := []string{pinned()}
		if s.all {
			of = versions()
		}
		for _, v := range of {
			row := Accounted{Name: s.name, Go: v, Env: append([]string{"GOMAXPROCS=1"}, s.env...)}
			row.take(accountProgram(v, s.c), strings.Fields(s.steps))
			rows, least = append(rows, row), min(least, row.Agreed)
		}
	}
	write("account", Recording{Schema: "account@1", What: "the memory of Go processes as MemStats, runtime/metrics, the kernel and a memory cgroup count it, at one moment after another",
		Command: "chrt -f 10 taskset -c 0 account STEP... (heap base not randomised)", Rows: rows,
		Runs: Runs{least, accountRuns, "Sys, HeapSys, StackSys, GCSys and OtherSys of every moment, of the process that agrees least"}})
}

// accountProgram is probe/account with the metrics of the versions that have some, and with C.
func accountProgram(version string, c bool) string {
	b := fixedBase("account", version)
	name := "account-" + language(version)
	if language(version) != "1.15" {
		b.flags = append(b.flags, "metrics.go")
	}
	if c {
		name, b.env, b.flags = name+"-c", append(b.env, "CGO_ENABLED=1"), append(b.flags, "c.go")
	}
	return b.build(name)
}

// take runs the program again and again, and keeps what most runs gave.
func (a *Accounted) take(program string, steps []string) {
	data := filepath.Join(bin, "data")
	check(os.WriteFile(data, make([]byte, 64<<20), 0o644))
	var all [][]AccountedAt
	for range accountRuns {
		forget(data, program)
		all = append(all, moments(append(a.Env, "DATA="+data), append([]string{program}, steps...)))
	}
	a.Moments, a.Agreed = mostCommon(all, func(m []AccountedAt) string { return string(pretty(sums(m))) })
}

// forget takes files out of the page cache, so that the next to read them is charged.
func forget(files ...string) {
	for _, f := range files {
		execute(exec.Command("sync", f))
		execute(exec.Command("dd", "if="+f, "iflag=nocache", "count=0"))
	}
}

// moments starts a program inside the cgroup, so that it is charged from its first page on.
func moments(env, command []string) []AccountedAt {
	var all []AccountedAt
	inGroupFrom(env, alone(command...), func(c *child, said map[string]string) {
		settle()
		all = append(all, accountedAt(c, said))
	})
	return all
}

// inGroupFrom runs a child that is in a memory cgroup of its own from its start to its end.
func inGroupFrom(env, command []string, look func(c *child, said map[string]string)) {
	check(os.MkdirAll(group, 0o755))
	defer os.Remove(group)
	each(env, append([]string{"sh", "-c", "echo $$ > " + group + "/cgroup.procs; exec \"$@\"", "sh"}, command...), look)
}

func accountedAt(c *child, said map[string]string) AccountedAt {
	at := AccountedAt{Op: said["op"], MemStats: map[string]int{}, Classes: map[string]int{}, Status: c.status(), Charged: chargedNow(), Maps: c.proc("maps")}
	delete(said, "op")
	for name, value := range said {
		if class, ok := strings.CutPrefix(name, "/memory/classes/"); ok {
			at.Classes[strings.TrimSuffix(class, ":bytes")] = number(value)
		} else {
			at.MemStats[name] = number(value)
		}
	}
	for _, m := range smaps(c.proc("smaps")) {
		at.RssKiB = append(at.RssKiB, m.fields["Rss"])
	}
	return at
}

// chargedNow reads what the group is charged, in KiB.
func chargedNow() map[string]int {
	charged := map[string]int{}
	for line := range strings.Lines(read(group + "/memory.stat")) {
		words := strings.Fields(line)
		switch words[0] {
		case "rss", "cache", "mapped_file", "inactive_file", "active_file", "inactive_anon", "active_anon", "rss_huge", "shmem":
			charged[words[0]] = number(words[1]) >> 10
		}
	}
	for name, file := range map[string]string{"usage": "memory.usage_in_bytes", "kernel": "memory.kmem.usage_in_bytes"} {
		charged[name] = number(strings.TrimSpace(read(group+"/"+file))) >> 10
	}
	return charged
}

// sums leaves what does not depend on small allocations made by chance.
func sums(all []AccountedAt) []AccountedAt {
	var kept []AccountedAt
	for _, m := range all {
		some := map[string]int{}
		for _, name := range []string{"Sys", "HeapSys", "StackSys", "GCSys", "OtherSys"} {
			some[name] = m.MemStats[name]
		}
		kept = append(kept, AccountedAt{Op: m.Op, MemStats: some})
	}
	return kept
}
