package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
)

// Call is one memory system call of a starting Go process, as strace shows it.
type Call struct {
	Call   string  `json:"call"`
	Hint   string  `json:"hint"` // the address asked for, NULL when any will do
	Bytes  int     `json:"bytes"`
	How    string  `json:"how"` // protection and, for mmap, MAP_FIXED; for madvise the advice
	Result string  `json:"result"`
	Name   *string `json:"name"` // what the runtime calls the mapping, where it tells
}

// Startup is the list of calls of one Go version, in order.
type Startup struct {
	Go             string `json:"go"`
	HeapArenaBytes int    `json:"heapArenaBytes"`
	Agreed         int    `json:"agreed"`
	Calls          []Call `json:"calls"`
}

const startupRuns = 10

// recordStartup writes the start-up mappings of each version, one P and no randomisation.
func recordStartup() {
	var rows []Startup
	least := startupRuns
	for _, v := range versions() {
		command := startupCommand(v)
		kept, agreed := repeat(func() []Call { return trace(command, "mmap,munmap,madvise") })
		rows = append(rows, Startup{v, heapArenaBytes(kept), agreed, kept})
		least = min(least, agreed)
	}
	write("startup", Recording{Schema: "startup@1", What: "the memory system calls of a starting Go program, by version",
		Env: []string{"GOMAXPROCS=1"}, Command: "setarch -R strace -f -e trace=mmap,munmap,madvise hello (built with the heap base not randomised where that can be chosen)",
		Runs: Runs{least, startupRuns, "calls, sizes and protections of the version that agrees least"}, Rows: rows})
}

// recordNames makes the runtime name its mappings on a kernel that cannot: strace answers prctl in its stead.
func recordNames() {
	kept, agreed := repeat(func() []Call {
		return trace(startupCommand(pinned()), "mmap,munmap,madvise,prctl", "-e", "inject=prctl:retval=0")
	})
	version := pinned()
	write("names", Recording{Schema: "startup@1", What: "the start-up mappings with the names the runtime gives them", Go: &version,
		Env: []string{"GOMAXPROCS=1"}, Command: "setarch -R strace -f -e trace=mmap,munmap,madvise,prctl -e inject=prctl:retval=0 hello",
		Runs: Runs{agreed, startupRuns, "calls, sizes, protections and names"}, Rows: []Startup{{version, heapArenaBytes(kept), agreed, kept}}})
}

func startupCommand(version string) []string {
	return []string{fixedBase("hello", version).build("hello-" + language(version))}
}

// fixedBase is a build whose heap starts at 0xc000000000: since Go 1.26 that has to be asked for.
func fixedBase(program, version string) goBuild {
	b := goBuild{program: program, version: version}
	if minor := number(strings.TrimPrefix(language(version), "1.")); minor >= 26 {
		b.env = []string{"GOEXPERIMENT=norandomizedheapbase64"}
	}
	return b
}

func repeat(observe func() []Call) ([]Call, int) {
	var all [][]Call
	for range startupRuns {
		all = append(all, observe())
	}
	return mostCommon(all, func(calls []Call) string {
		var b strings.Builder
		for _, c := range calls {
			fmt.Fprintln(&b, c.Call, c.Bytes, c.How)
			if c.Name != nil {
				fmt.Fprintln(&b, *c.Name)
			}
		}
		return b.String()
	})
}

// heapArenaBytes is the size of the runtime's heapArena: the mapping made right after the 32 MiB arena index.
func heapArenaBytes(calls []Call) int {
	for i, c := range calls {
		if c.Bytes == 32<<20 && c.Call == "mmap" {
			return nextMmap(calls[i+1:]).Bytes
		}
	}
	return 0
}

func nextMmap(calls []Call) Call {
	for _, c := range calls {
		if c.Call == "mmap" {
			return c
		}
	}
	return Call{}
}

// trace returns the memory calls of a whole run; its standard input is empty, so that it ends.
func trace(command []string, calls string, more ...string) []Call {
	file := filepath.Join(bin, "strace.out")
	args := append([]string{"-R", "strace", "-f", "-o", file, "-e", "trace=" + calls, "-e", "signal=none"}, more...)
	cmd := exec.Command("setarch", append(args, command...)...)
	cmd.Env = append(os.Environ(), "GOMAXPROCS=1")
	execute(cmd)
	return parseTrace(read(file))
}

var (
	mmapLine    = regexp.MustCompile(`mmap\((\S+), (\d+), (\S+), (\S+), -1, 0\) = (\S+)`)
	munmapLine  = regexp.MustCompile(`munmap\((\S+), (\d+)\) += (\S+)`)
	madviseLine = regexp.MustCompile(`madvise\((\S+), (\d+), (\S+)\) = (\S+)`)
	nameLine    = regexp.MustCompile(`PR_SET_VMA_ANON_NAME, (\S+), (\d+), "([^"]*)"`)
)

func parseTrace(text string) []Call {
	var calls []Call
	for line := range strings.Lines(text) {
		if m := mmapLine.FindStringSubmatch(line); m != nil {
			calls = append(calls, Call{"mmap", m[1], number(m[2]), mmapHow(m[3], m[4]), m[5], nil})
		} else if m := munmapLine.FindStringSubmatch(line); m != nil {
			calls = append(calls, Call{"munmap", m[1], number(m[2]), "", m[3], nil})
		} else if m := madviseLine.FindStringSubmatch(line); m != nil {
			calls = append(calls, Call{"madvise", m[1], number(m[2]), m[3], m[4], nil})
		} else if m := nameLine.FindStringSubmatch(line); m != nil {
			name(calls, m[1], number(m[2]), m[3])
		}
	}
	return calls
}

// name gives the last mapping made at addr its name.
func name(calls []Call, addr string, bytes int, name string) {
	for i := len(calls) - 1; i >= 0; i-- {
		if c := calls[i]; c.Call == "mmap" && c.Result == addr && c.Bytes == bytes {
			calls[i].Name = &name
			return
		}
	}
}

func mmapHow(prot, flags string) string {
	if strings.Contains(flags, "MAP_FIXED") {
		return prot + " MAP_FIXED"
	}
	return prot
}

func number(digits string) int { return must(strconv.Atoi(digits)) }
