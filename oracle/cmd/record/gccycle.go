package main

import (
	"bufio"
	"cmp"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// Cycle is one collection as an execution trace tells it. Times are nanoseconds since the collection began.
type Cycle struct {
	Procs   int       `json:"procs"`
	Goal    int       `json:"goal"`    // bytes, while it marked
	Next    int       `json:"next"`    // the goal it set
	Stops   [][2]int  `json:"stops"`   // from the wish to stop the world to its start
	Stretch []stretch `json:"stretch"` // [P, goroutine, what it did, from, to]
	Swept   []int     `json:"swept"`   // when an allocation swept first, the rest thinned out
	Sweeps  int       `json:"sweeps"`  // times in which it did, after marking
	Heap    [][2]int  `json:"heap"`    // [time, bytes of objects]
}

// stretch is what one goroutine did on one P without a pause.
type stretch struct {
	p, g     int
	what     string
	from, to int
}

func (s stretch) MarshalJSON() ([]byte, error) {
	return json.Marshal([5]any{s.p, s.g, s.what, s.from, s.to})
}

func recordGCCycle() {
	env := []string{"GOMAXPROCS=4"}
	program := goBuild{program: "cycle"}.build("cycle")
	var cycles []Cycle
	for range 8 {
		cycles = append(cycles, traced(program, env)...)
	}
	cycles = slices.DeleteFunc(cycles, func(c Cycle) bool { return !telling(c) })
	row := slices.MinFunc(cycles, func(a, b Cycle) int { return cmp.Compare(disturbed(a), disturbed(b)) })
	version := pinned()
	write("gc-cycle", Recording{Schema: "gc-cycle@1", What: "one collection of a program on four Ps, from its execution trace: of all with three goroutines of the program, a dedicated worker, an idle one, assists and both ways of sweeping, that which other processes disturbed least: a dedicated worker marked nearly all of the time, the stops were short",
		Go: &version, Env: env, Command: "cycle > trace; go tool trace -d=parsed trace", Runs: Runs{1, 1, "nothing: one collection of eight runs"}, Rows: []Cycle{row}})
}

// traced runs the program once and returns the collections in its trace.
func traced(program string, env []string) []Cycle {
	cmd := exec.Command(program)
	cmd.Env = env
	file := filepath.Join(bin, "trace")
	check(os.WriteFile(file, must(cmd.Output()), 0o644))
	return cyclesOf(readTrace(output("go", "tool", "trace", "-d=parsed", file)))
}

// traceEvent is one event of a parsed trace, with the outermost function of its stack.
type traceEvent struct {
	p, g, time int
	kind, text string
	root       string
}

var traceLine = regexp.MustCompile(`^M=\S+ P=(-?\d+) G=(-?\d+) (\w+) Time=(\d+) ?(.*)$`)

func readTrace(text string) []traceEvent {
	var events []traceEvent
	lines := bufio.NewScanner(strings.NewReader(text))
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		line := lines.Text()
		if m := traceLine.FindStringSubmatch(line); m != nil {
			events = append(events, traceEvent{p: number(m[1]), g: number(m[2]), kind: m[3], time: number(m[4]), text: m[5]})
		} else if function, _, ok := strings.Cut(line, " @ 0x"); ok && len(events) > 0 {
			events[len(events)-1].root = strings.TrimSpace(function)
		}
	}
	check(lines.Err())
	return events
}

func cyclesOf(events []traceEvent) []Cycle {
	all := stretchesOf(events)
	var begins, ends []int
	for _, e := range events {
		if strings.HasPrefix(e.text, `Name="GC concurrent mark phase"`) {
			switch e.kind {
			case "RangeBegin":
				begins = append(begins, e.time)
			case "RangeEnd":
				ends = append(ends, e.time)
			}
		}
	}
	var cycles []Cycle
	for i := range min(len(begins), len(ends)) {
		cycles = append(cycles, cycleOf(events, all, begins[i], ends[i]))
	}
	return cycles
}

// cycleOf cuts a collection out of the trace, with a tenth of its time before and half of it after.
func cycleOf(events []traceEvent, all []stretch, begin, end int) Cycle {
	from, to := begin-(end-begin)/10, end+(end-begin)/2
	c := Cycle{Procs: 4}
	for _, s := range merged(all, (end-begin)/1000) {
		if s.to > from && s.from < to {
			c.Stretch = append(c.Stretch, stretch{s.p, s.g, s.what, max(s.from, from) - begin, min(s.to, to) - begin})
		}
	}
	stopping := 0
	for _, e := range events {
		if e.time < from || e.time > to {
			continue
		}
		switch {
		case e.kind == "RangeBegin" && strings.Contains(e.text, "stop-the-world (GC"):
			stopping = e.time
		case e.kind == "RangeEnd" && strings.Contains(e.text, "stop-the-world (GC") && stopping > 0:
			c.Stops = append(c.Stops, [2]int{stopping - begin, e.time - begin})
		case e.kind == "RangeBegin" && strings.Contains(e.text, `"GC incremental sweep"`):
			c.swept(e.time-begin, end-begin, (to-from)/150)
		case e.kind == "Metric":
			c.metric(e, begin, (to-from)/150)
		}
	}
	for i := len(events) - 1; i >= 0; i-- { // the goal that held
		if events[i].time <= begin && events[i].kind == "Metric" && strings.Contains(events[i].text, "/gc/heap/goal") {
			c.Goal = value(events[i].text)
			break
		}
	}
	return c
}

// swept counts an allocation that swept after marking, and notes it when it lies apart from the last.
func (c *Cycle) swept(at, marked, apart int) {
	if at < marked {
		return
	}
	c.Sweeps++
	if n := len(c.Swept); n == 0 || at-c.Swept[n-1] >= apart {
		c.Swept = append(c.Swept, at)
	}
}

// metric notes a goal that was set, and the heap's size, the latter at least apart from the last.
func (c *Cycle) metric(e traceEvent, begin, apart int) {
	switch {
	case strings.Contains(e.text, "/gc/heap/goal"):
		c.Next = value(e.text)
	case strings.Contains(e.text, "/memory/classes/heap/objects"):
		if n := len(c.Heap); n == 0 || e.time-begin-c.Heap[n-1][0] >= apart {
			c.Heap = append(c.Heap, [2]int{e.time - begin, value(e.text)})
		}
	}
}

func value(text string) int { return number(between(text, "Uint64(", ")")) }

var (
	goroutineState = regexp.MustCompile(`GoID=(\d+) (\w+)->(\w+)`)
	goroutineScope = regexp.MustCompile(`(?:Scope|Resource)=Goroutine\((\d+)\)`)
)

// running is what is known of a goroutine while the trace is read.
type running struct {
	p, since                                 int
	label, role                              string
	assisting, sweeping, stopping, finishing bool
}

func (r *running) what() string {
	switch {
	case r.stopping:
		return "stop"
	case r.finishing:
		return "finish"
	case r.label != "":
		return r.label
	case r.sweeping:
		return "sweep"
	case r.assisting:
		return "assist"
	case r.role != "":
		return r.role
	}
	return "program"
}

func stretchesOf(events []traceEvent) []stretch {
	gs, roles := map[int]*running{}, rolesOf(events)
	var all []stretch
	of := func(id int) *running {
		if gs[id] == nil {
			gs[id] = &running{p: -1, role: roles[id]}
		}
		return gs[id]
	}
	turn := func(id, time int, change func(r *running)) {
		r := of(id)
		if r.p >= 0 && time > r.since {
			all = append(all, stretch{r.p, id, r.what(), r.since, time})
		}
		change(r)
		r.since = time
	}
	for _, e := range events {
		if m := goroutineState.FindStringSubmatch(e.text); m != nil && e.kind == "StateTransition" {
			if id := number(m[1]); m[3] == "Running" {
				turn(id, e.time, func(r *running) { r.p, r.label = e.p, "" })
			} else if m[2] == "Running" {
				turn(id, e.time, func(r *running) { r.p, r.finishing = -1, false })
			}
		} else if m := goroutineScope.FindStringSubmatch(e.text); m != nil {
			turn(number(m[1]), e.time, func(r *running) { r.told(e) })
		}
	}
	slices.SortFunc(all, func(a, b stretch) int { return cmp.Or(cmp.Compare(a.p, b.p), cmp.Compare(a.from, b.from)) })
	return all
}

// told takes what an event says of a running goroutine.
func (r *running) told(e traceEvent) {
	begins := e.kind == "RangeBegin" || e.kind == "RangeActive"
	switch {
	case e.kind == "Label":
		r.label = strings.TrimSuffix(between(e.text, `Label="GC (`, `"`), ")")
	case strings.Contains(e.text, "(GC sweep termination)"):
		r.stopping = begins
	case strings.Contains(e.text, "(GC mark termination)"): // a worker stays with what is left to be done
		r.stopping, r.finishing = begins, !begins && r.label != ""
	case strings.Contains(e.text, `"GC mark assist"`):
		r.assisting = begins
	case strings.Contains(e.text, `"GC incremental sweep"`):
		r.sweeping = begins
	}
}

// rolesOf names the runtime's own goroutines by the function in which they were seen to wait.
func rolesOf(events []traceEvent) map[int]string {
	roles := map[int]string{}
	names := map[string]string{"runtime.bgsweep": "bgsweep", "runtime.bgscavenge": "bgscavenge"}
	for _, e := range events {
		if name := names[e.root]; name != "" && e.g > 0 {
			roles[e.g] = name
		}
	}
	return roles
}

// merged makes one stretch of neighbours that do the same with a shorter gap than `least`, and leaves out what is shorter.
func merged(all []stretch, least int) []stretch {
	var kept []stretch
	for _, s := range all {
		if n := len(kept); n > 0 && kept[n-1].p == s.p && s.from-kept[n-1].to < least && (kept[n-1].what == s.what || s.to-s.from < least) {
			kept[n-1].to = s.to
			continue
		}
		kept = append(kept, s)
	}
	return slices.DeleteFunc(kept, func(s stretch) bool { return s.to-s.from < least })
}

// telling reports whether a collection shows all that the book wants to show.
func telling(c Cycle) bool {
	seen, programs := map[string]bool{}, map[int]bool{}
	for _, s := range c.Stretch {
		seen[s.what] = true
		if s.what == "program" {
			programs[s.g] = true
		}
	}
	return seen["dedicated"] && seen["idle"] && seen["assist"] && seen["bgsweep"] && len(programs) > 2 && !startsIn(c, "finish") && len(c.Stops) == 2 && c.Goal > 0 && c.Sweeps > 0
}

// disturbed is how much of a collection went by with the world stopped or without a dedicated worker at work, as a share of its marking. On a machine with nothing else to do that is next to nothing.
func disturbed(c Cycle) float64 {
	marked := c.Stops[1][0] - c.Stops[0][1]
	lost := marked
	for _, stop := range c.Stops {
		lost += stop[1] - stop[0]
	}
	for _, s := range c.Stretch {
		if s.what == "dedicated" {
			lost -= s.to - s.from
		}
	}
	return float64(lost) / float64(marked)
}

// startsIn reports whether the cut begins while a P still does this.
func startsIn(c Cycle, what string) bool {
	return slices.ContainsFunc(c.Stretch, func(s stretch) bool { return s.what == what && s.from < 0 })
}
