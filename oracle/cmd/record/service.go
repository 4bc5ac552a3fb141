package main

import (
	"encoding/json"
	"fmt"
	"math"
	"os/exec"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// ServiceSetting is a program that keeps a tree and allocates, as often as it was run.
type ServiceSetting struct {
	Procs  int          `json:"procs"`
	Busy   int          `json:"busy"` // goroutines that allocate
	Spin   int          `json:"spin"` // rounds each turns after each KiB
	Nap    int          `json:"nap"`  // microseconds each sleeps after each MiB
	GOGC   string       `json:"gogc"`
	Limit  int          `json:"limit"` // MiB; 0: none
	Levels int          `json:"levels"`
	Runs   []ServiceRun `json:"runs"`
}

// ServiceRun is what some collections in a row came to, and what a model of them has to be told: medians where there is
// one a collection, else sums of all.
type ServiceRun struct {
	allocated int // KiB from collection to collection
	goal      int // KiB
	marked    int // KiB
	marking   int // microseconds from stop to stop
	assists   int // parts in 10,000 of all CPU time, as the next two
	workers   int // dedicated and fractional
	idle      int // idle workers

	kept      int // KiB alive before the program begins to allocate
	scanned   int // KiB of heap to be scanned
	roots     int // KiB of stacks and globals to be scanned
	nonHeap   int // KiB held beside heap pages
	scanRate  int // KiB scanned in each second of assists and workers
	allocRate int // KiB allocated in each second of the program
}

func (r ServiceRun) MarshalJSON() ([]byte, error) {
	return json.Marshal([2][]int{
		{r.allocated, r.goal, r.marked, r.marking, r.assists, r.workers, r.idle},
		{r.kept, r.scanned, r.roots, r.nonHeap, r.scanRate, r.allocRate},
	})
}

const (
	serviceRuns        = 31
	serviceCollections = 8
)

func recordService() {
	program := goBuild{program: "service"}.build("service")
	all := []ServiceSetting{
		{Procs: 2, Busy: 2, Spin: 500, GOGC: "50"},
		{Procs: 2, Busy: 2, Spin: 500, GOGC: "100"},
		{Procs: 2, Busy: 2, Spin: 500, GOGC: "200"},
		{Procs: 2, Busy: 2, Spin: 2000, GOGC: "100"},
		{Procs: 2, Busy: 2, GOGC: "100"},
		{Procs: 2, Busy: 2, Spin: 500, GOGC: "off", Limit: 96},
		{Procs: 2, Busy: 1, Spin: 500, GOGC: "100"},
		{Procs: 2, Busy: 1, GOGC: "100"},
		{Procs: 1, Busy: 1, Spin: 500, GOGC: "100"},
		{Procs: 1, Busy: 1, GOGC: "100"},
		{Procs: 2, Busy: 2, Spin: 500, Nap: 1000, GOGC: "100"},
	}
	for range serviceRuns { // in turn, so that what else the machine does falls on all alike
		for i := range all {
			all[i].Levels = 19
			all[i].Runs = append(all[i].Runs, served(program, all[i]))
		}
	}
	version := pinned()
	write("service", Recording{Schema: "service@1", What: "collections of programs that keep a tree of 2^19 objects of 64 bytes and allocate beside it: what each run of eight collections came to",
		Go: &version, Env: []string{"GODEBUG=gctrace=1"}, Command: "setsid sh -c 'echo -20 > /proc/self/autogroup; renice -n -20 -p $$; exec service LEVELS BUSY SPIN NAP 8'",
		Runs: Runs{serviceRuns, serviceRuns, "nothing: every run is here"}, Rows: all})
}

// favoured puts a command ahead of everything else that has no real-time priority. Not alone(): where all threads are real-time and
// as many as CPUs never wait, sysmon would get no turn, and without it no goroutine is made to leave its P. Wants root.
func favoured(command ...string) []string {
	return append([]string{"setsid", "sh", "-c", "echo -20 > /proc/self/autogroup; renice -n -20 -p $$ > /dev/null; exec \"$@\"", "sh"}, command...)
}

// served runs the program once.
func served(program string, s ServiceSetting) ServiceRun {
	command := favoured(program, strconv.Itoa(s.Levels), strconv.Itoa(s.Busy), strconv.Itoa(s.Spin), strconv.Itoa(s.Nap), strconv.Itoa(serviceCollections))
	cmd := exec.Command(command[0], command[1:]...)
	cmd.Env = []string{"GODEBUG=gctrace=1", fmt.Sprintf("GOMAXPROCS=%d", s.Procs), "GOGC=" + s.GOGC}
	if s.Limit > 0 {
		cmd.Env = append(cmd.Env, fmt.Sprintf("GOMEMLIMIT=%dMiB", s.Limit))
	}
	var trace strings.Builder
	cmd.Stderr = &trace
	said := string(must(cmd.Output()))
	return runOf(said, trace.String(), float64(s.Busy)/float64(s.Procs))
}

// moment is the metrics right after a collection, in the order in which the program says them.
type moment map[string]float64

var momentNames = strings.Fields("cycles goal allocs live scanheap roots globals total user waits assist workers markidle held released free objects")

// runOf reads a run of a program whose goroutines may have such a share of all CPU time.
func runOf(said, trace string, most float64) ServiceRun {
	kept, said, _ := strings.Cut(said, "\n")
	moments := momentsOf(said)
	first, last := moments[0], moments[len(moments)-1]
	took := func(names ...string) (sum float64) {
		for _, name := range names {
			sum += last[name] - first[name]
		}
		return sum
	}
	part := func(name string) int { return rounded(10_000 * took(name) / took("total")) }
	usual := func(of func(m moment) float64) int {
		var values []float64
		for _, m := range moments[1:] {
			values = append(values, of(m))
		}
		return kib(middle(values))
	}
	scanned := 0.0
	for _, m := range moments[1:] {
		scanned += m["scanheap"] + m["roots"] + m["globals"]
	}
	// What is neither collector's nor idle counts as the program's: sweeping on a P that has no goroutine to run, too.
	program := min(took("user"), most*took("total")-took("assist"))
	return ServiceRun{
		allocated: kib(took("allocs") / took("cycles")),
		goal:      usual(func(m moment) float64 { return m["goal"] }),
		marked:    usual(func(m moment) float64 { return m["live"] }),
		marking:   rounded(middle(markingTimes(trace, int(first["cycles"])+1))),
		assists:   part("assist"), workers: part("workers"), idle: part("markidle"),
		kept:      kib(must(strconv.ParseFloat(strings.TrimPrefix(kept, "kept "), 64))),
		scanRate:  kib(scanned / took("assist", "workers", "markidle")),
		allocRate: kib(took("allocs") / program),
		scanned:   usual(func(m moment) float64 { return m["scanheap"] }),
		roots:     usual(func(m moment) float64 { return m["roots"] + m["globals"] }),
		nonHeap:   usual(func(m moment) float64 { return m["held"] - m["released"] - m["free"] - m["objects"] }),
	}
}

var markingTime = regexp.MustCompile(`(?m)^gc (\d+) @\S+ \d+%: [\d.]+\+([\d.]+)\+`)

// markingTimes reads how long each collection marked, from the one numbered first on, in microseconds.
func markingTimes(trace string, first int) []float64 {
	var times []float64
	for _, m := range markingTime.FindAllStringSubmatch(trace, -1) {
		if number(m[1]) >= first {
			times = append(times, 1000*must(strconv.ParseFloat(m[2], 64)))
		}
	}
	return times
}

func momentsOf(said string) []moment {
	var all []moment
	for line := range strings.Lines(said) {
		m := moment{}
		for i, word := range strings.Fields(line)[1:] {
			m[momentNames[i]] = must(strconv.ParseFloat(word, 64))
		}
		all = append(all, m)
	}
	return all
}

func middle(values []float64) float64 {
	sorted := slices.Sorted(slices.Values(values))
	n := len(sorted)
	return (sorted[(n-1)/2] + sorted[n/2]) / 2
}

func kib(bytes float64) int { return rounded(bytes / 1024) }

func rounded(x float64) int { return int(math.Round(x)) }
