package main

import (
	"os"
	"strconv"
	"strings"
	"time"
)

// Region is a C process that does things to one 2 MiB piece of its memory, under one setting of transparent huge pages.
type Region struct {
	THP         string     `json:"thp"`
	MaxPtesNone int        `json:"maxPtesNone"`
	Agreed      int        `json:"agreed"`
	Steps       []RegionAt `json:"steps"`
}

// RegionAt is what smaps says of the piece after a step, what the process's own memory cgroup is charged by then, and the
// errno of the step, 0 where it worked.
type RegionAt struct {
	Op     string `json:"op"`
	Failed int    `json:"failed"`
	RssKiB int    `json:"rssKiB"`
	Huge   int    `json:"hugeKiB"`
	Charge int    `json:"chargedKiB"`
}

// Inflated is a Go process whose heap was given back in pieces of less than a huge page, before and after khugepaged came by.
type Inflated struct {
	Go          string       `json:"go"`
	Env         []string     `json:"env"`
	MaxPtesNone int          `json:"maxPtesNone"`
	Agreed      int          `json:"agreed"`
	Steps       []InflatedAt `json:"steps"`
}

// InflatedAt is one moment of it; MemStats in bytes.
type InflatedAt struct {
	Op           string `json:"op"`
	VmRSSKiB     int    `json:"vmRSSKiB"`
	HugeKiB      int    `json:"hugeKiB"`
	HeapInuse    int    `json:"heapInuse"`
	HeapReleased int    `json:"heapReleased"`
	Sys          int    `json:"sys"`
}

const (
	khugepaged = "/sys/kernel/mm/transparent_hugepage/khugepaged/"
	hugeRuns   = 5
	// asleep keeps khugepaged away until it is let to scan.
	asleep = "600000"
	// anyHole lets khugepaged make a huge page of a single small one: what kernels come with.
	anyHole = 511
)

var regionSubjects = []struct {
	thp   string
	holes int
	steps string
}{
	{"always", anyHole, "look write:0 free:1-511 khugepaged free:0-511"},
	{"always", 0, "look write:0 free:1-511 khugepaged"},
	{"always", 255, "look write:0 free:256-511 khugepaged write:256 khugepaged"},
	{"always", anyHole, "nohuge write:0 khugepaged huge khugepaged"},
	{"madvise", anyHole, "look write:0 khugepaged huge khugepaged free:0-255 nohuge khugepaged"},
	{"madvise", anyHole, "huge write:7 free:7 write:7"},
	{"madvise", anyHole, "write:0-9 collapse free:3 collapse"},
	{"never", anyHole, "huge write:0 khugepaged collapse"},
	{"always", anyHole, "write:0 free:1-511 free:0 khugepaged write:5"},
	{"madvise", anyHole, "write:0 huge write:20 free:0-511 write:3"},
	{"always", anyHole, "nohuge write:0 collapse"},
	{"madvise", anyHole, "collapse write:0 khugepaged collapse"},
	{"always", anyHole, "write:0-511 free:256-511 khugepaged"},
}

// recordHuge sets huge pages for everybody, and khugepaged to work when it is told; afterwards both are as they were. Wants root.
func recordHuge() {
	defer keep(hugePages, khugepaged+"max_ptes_none", khugepaged+"scan_sleep_millisecs", khugepaged+"alloc_sleep_millisecs", khugepaged+"pages_to_scan")()
	set(khugepaged+"scan_sleep_millisecs", asleep)
	set(khugepaged+"alloc_sleep_millisecs", "10")
	set(khugepaged+"pages_to_scan", "1000000")
	recordRegions()
	recordInflated()
}

// keep returns what puts the settings back. record.sh does the same, should recording fail.
func keep(files ...string) func() {
	was := map[string]string{}
	for _, f := range files {
		was[f] = settingOf(read(f))
	}
	return func() {
		for f, value := range was {
			set(f, value)
		}
	}
}

// settingOf is the chosen one of "always [madvise] never", or the value itself.
func settingOf(text string) string {
	if chosen := between(text, "[", "]"); chosen != "" {
		return chosen
	}
	return strings.TrimSpace(text)
}

func set(file, value string) { check(os.WriteFile(file, []byte(value), 0o644)) }

func recordRegions() {
	command := compileC("region", "region")
	var rows []Region
	least := hugeRuns
	for _, s := range regionSubjects {
		set(hugePages, s.thp)
		set(khugepaged+"max_ptes_none", strconv.Itoa(s.holes))
		var all [][]RegionAt
		for range hugeRuns {
			var run []RegionAt
			inGroupFrom(nil, append([]string{command}, strings.Fields(s.steps)...), func(c *child, said map[string]string) { run = append(run, regionAt(c, said)) })
			all = append(all, run)
		}
		kept, agreed := mostCommon(all, func(run []RegionAt) string { return string(pretty(uncharged(run))) })
		rows, least = append(rows, Region{s.thp, s.holes, agreed, kept}), min(least, agreed)
	}
	write("region", Recording{Schema: "region@1", What: "2 MiB of addresses at a multiple of that: written, advised, given back and visited by khugepaged, under several settings",
		Command: "region STEP... (gcc -O1 -pthread region.c)", Rows: rows, Runs: Runs{least, hugeRuns, "every step but for the charge, of the process that agrees least"}})
}

func regionAt(c *child, said map[string]string) RegionAt {
	if said["op"] == "khugepaged" {
		letScan()
	}
	r := RegionAt{Op: said["op"], Failed: number(said["failed"]), Charge: number(strings.TrimSpace(read(group+"/memory.usage_in_bytes"))) >> 10}
	start := hex(said["range"])
	for _, m := range smaps(c.proc("smaps")) {
		if m.start < start+2<<20 && start < m.end {
			r.RssKiB += m.fields["Rss"]
			r.Huge += m.fields["AnonHugePages"]
		}
	}
	return r
}

// uncharged leaves out what comes in batches, a CPU at a time.
func uncharged(run []RegionAt) []RegionAt {
	var kept []RegionAt
	for _, r := range run {
		r.Charge = 0
		kept = append(kept, r)
	}
	return kept
}

// letScan waits until khugepaged has been everywhere twice; where it has nowhere to go, three seconds.
func letScan() {
	set(khugepaged+"scan_sleep_millisecs", "10")
	defer set(khugepaged+"scan_sleep_millisecs", asleep)
	scans := func() int { return number(strings.TrimSpace(read(khugepaged + "full_scans"))) }
	for before, waited := scans(), 0; scans() < before+3 && waited < 60; waited++ {
		settle()
	}
}

var inflatedSubjects = []struct {
	env   []string
	holes int
	all   bool // with every version
}{
	{nil, anyHole, true},
	{nil, 0, false},
	{[]string{"GODEBUG=disablethp=1"}, anyHole, false},
}

const inflatedSteps = "start alloc:64 touch thin:2 gc free khugepaged"

func recordInflated() {
	set(hugePages, "always")
	var rows []Inflated
	least := hugeRuns
	for _, s := range inflatedSubjects {
		of := []string{pinned()}
		if s.all {
			of = versions()
		}
		set(khugepaged+"max_ptes_none", strconv.Itoa(s.holes))
		for _, v := range of {
			row := Inflated{Go: v, Env: append([]string{"GOMAXPROCS=1", "GOGC=off"}, s.env...), MaxPtesNone: s.holes}
			row.take(fixedBase("steps", v).build("steps-" + language(v)))
			rows, least = append(rows, row), min(least, row.Agreed)
		}
	}
	write("inflated", Recording{Schema: "inflated@1", What: "a Go heap of 64 blocks of 1 MiB of which every other is dropped and given back, before and after khugepaged came by, by version",
		Command: "steps " + inflatedSteps + " (heap base not randomised)", Rows: rows, Runs: Runs{least, hugeRuns, "RSS in units of 8 MiB, of the process that agrees least"}})
}

func (i *Inflated) take(program string) {
	var all [][]InflatedAt
	for range hugeRuns {
		var run []InflatedAt
		each(i.Env, append([]string{program}, strings.Fields(inflatedSteps)...), func(c *child, said map[string]string) { run = append(run, inflatedAt(c, said)) })
		all = append(all, run)
	}
	i.Steps, i.Agreed = mostCommon(all, func(run []InflatedAt) string {
		var b strings.Builder
		for _, at := range run {
			b.WriteString(strconv.Itoa((at.VmRSSKiB+4096)>>13) + " ")
		}
		return b.String()
	})
}

func inflatedAt(c *child, said map[string]string) InflatedAt {
	time.Sleep(10 * time.Millisecond)
	if said["op"] == "khugepaged" {
		letScan()
	}
	at := InflatedAt{Op: said["op"], VmRSSKiB: c.status()["VmRSS"], HeapInuse: number(said["HeapInuse"]), HeapReleased: number(said["HeapReleased"]), Sys: number(said["Sys"])}
	for _, m := range smaps(c.proc("smaps")) {
		at.HugeKiB += m.fields["AnonHugePages"]
	}
	return at
}
