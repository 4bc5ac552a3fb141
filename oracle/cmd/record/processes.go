package main

import (
	"log"
	"os/exec"
	"strconv"
	"strings"
)

// Process is one live process seen from outside; maps, smaps and pmap are raw text.
type Process struct {
	Status  map[string]int    `json:"status"`
	Printed map[string]string `json:"printed"`
	Maps    string            `json:"maps"`
	Smaps   string            `json:"smaps"`
	Rollup  string            `json:"smapsRollup"`
	Pmap    string            `json:"pmap"`
}

// subject is a process to record.
type subject struct {
	name, what, version string
	build               func(name string) []string // returns the command line
	how                 string                     // how it was built
	on                  string                     // what its runs must agree on
}

const (
	onMappings = "size, permissions and name of every mapping"
	onVmSize   = "VmSize"
)

func recordProcesses() {
	for _, s := range subjects() {
		recordProcess(s)
	}
}

func subjects() []subject {
	list := cSubjects()
	for _, v := range versions() {
		list = append(list, goSubject("go-hello-"+language(v), "a Go program that prints and waits", goBuild{program: "hello", version: v}))
	}
	for _, v := range []string{"1.17", "1.18"} {
		list = append(list, goSubject("go-hold-"+v, "a Go program that holds and has touched 76 MiB", goBuild{program: "hold", version: released(v)}, "76"))
	}
	return append(list, pinnedSubjects()...)
}

// released is the release of a minor version that go-versions names.
func released(minor string) string {
	for _, v := range versions() {
		if language(v) == minor {
			return v
		}
	}
	log.Fatalf("go-versions names no release of %s", minor)
	return ""
}

func cSubjects() []subject {
	c := func(name, what, source string, args []string, flags ...string) subject {
		build := func(n string) []string { return append([]string{compileC(source, n, flags...)}, args...) }
		return subject{name: name, what: what, build: build, how: strings.Join(append([]string{"gcc -O1 -pthread", source + ".c"}, flags...), " "), on: onMappings}
	}
	return []subject{
		c("c-malloc-1", "a C program after malloc(1)", "malloc", []string{"1"}),
		c("c-malloc-200000", "a C program after malloc(200000)", "malloc", []string{"200000"}),
		c("c-malloc-nopie", "a C program linked without PIE after malloc(1)", "malloc", []string{"1"}, "-no-pie"),
		c("c-malloc-static", "a statically linked C program after malloc(1)", "malloc", []string{"1"}, "-static"),
		c("c-thread", "a C program after malloc(1) in its first and in a second thread", "thread", nil),
		{name: "c-sleep", what: "coreutils' sleep", build: func(string) []string { return []string{"/usr/bin/sleep", "1000"} }, how: "Debian's coreutils", on: onMappings},
	}
}

func pinnedSubjects() []subject {
	norandom := []string{"GOEXPERIMENT=norandomizedheapbase64"}
	return []subject{
		still(goSubject("go-norandom", "a Go program that prints and waits, its heap base not randomised", goBuild{program: "hello", env: norandom})),
		goSubject("go-pie", "a position-independent Go program that prints and waits", goBuild{program: "hello", flags: []string{"-buildmode=pie"}}),
		goSubject("go-cgo", "a Go program that calls C's malloc from two threads", goBuild{program: "cgo", env: []string{"CGO_ENABLED=1"}}),
		goSubject("go-hold-80", "a Go program that holds and has touched 80 MiB", goBuild{program: "hold"}, "80"),
		still(goSubject("go-hold-80-norandom", "a Go program that holds and has touched 80 MiB, its heap base not randomised", goBuild{program: "hold", env: norandom}, "80")),
	}
}

func goSubject(name, what string, b goBuild, args ...string) subject {
	if b.version == "" {
		b.version = pinned()
	}
	build := func(n string) []string { return append([]string{b.build(n)}, args...) }
	how := strings.Join(append(append(b.env, "go build"), b.flags...), " ")
	return subject{name, what, b.version, build, how, onVmSize}
}

// still runs a subject without address randomisation, so that all of its runs can be equal.
func still(s subject) subject {
	build := s.build
	s.build = func(n string) []string { return append([]string{"setarch", "-R"}, build(n)...) }
	s.how, s.on = s.how+"; address randomisation off", onMappings
	return s
}

const processRuns = 10

func recordProcess(s subject) {
	command := s.build(s.name)
	var all []Process
	for range processRuns {
		all = append(all, observe(command))
	}
	kept, agreed := mostCommon(all, func(p Process) string { return fingerprint(p, s.on) })
	r := Recording{Schema: "process@1", What: s.what, Command: strings.Join(command, " ") + " (" + s.how + ")", Rows: []Process{kept}}
	r.Runs = Runs{agreed, processRuns, s.on}
	if s.version != "" {
		r.Go = &s.version
	}
	write("processes/"+s.name, r)
}

func observe(command []string) Process {
	c := start(nil, command...)
	defer c.stop()
	said := map[string]string{}
	if command[0] == "/usr/bin/sleep" { // it cannot tell us that it is ready
		settle()
	} else if answer, alive := c.next(); alive {
		said = answer
	} else {
		log.Fatalf("%v ended before it was ready: %v", command, answer)
	}
	settle()
	pmap := string(must(exec.Command("pmap", "-X", strconv.Itoa(c.cmd.Process.Pid)).Output()))
	return Process{c.status(), said, c.proc("maps"), c.proc("smaps"), c.proc("smaps_rollup"), pmap}
}

// fingerprint is what two runs must have in common; addresses differ from run to run.
func fingerprint(p Process, on string) string {
	if on == onVmSize {
		return strconv.Itoa(p.Status["VmSize"])
	}
	var b strings.Builder
	for _, m := range mappings(p.Maps) {
		b.WriteString(strconv.Itoa(m.kib()) + " " + m.perms + " " + m.name + "\n")
	}
	return b.String()
}

// mostCommon returns the first of the values that most of them equal, and how many do.
func mostCommon[T any](values []T, key func(T) string) (T, int) {
	count := map[string]int{}
	best := 0
	for i, v := range values {
		count[key(v)]++
		if count[key(v)] > count[key(values[best])] {
			best = i
		}
	}
	for _, v := range values {
		if key(v) == key(values[best]) {
			return v, count[key(v)]
		}
	}
	return values[best], 1
}
