// Record runs real systems and writes down what they did, one JSON file a subject.
//
// Everything here needs Linux; oracle/record.sh is the way in.
package main

import (
	"fmt"
	"log"
	"os"
	"slices"
	"strings"
)

// recorders are the subjects by name, in the order "all" takes them.
var recorders = []struct {
	name   string
	record func()
}{
	{"processes", recordProcesses},
	{"startup", recordStartup},
	{"names", recordNames},
	{"growth", recordGrowth},
	{"account", recordAccount},
	{"elf", recordELF},
	{"ulimit", recordUlimit},
	{"touch", recordTouch},
	{"sbrk", recordSbrk},
	{"maps", recordMaps},
	{"price", recordPrice},
	{"turns", recordTurns},
	{"threads", recordThreads},
	{"fragment", recordFragment},
	{"specials", recordSpecials},
	{"growing", recordGrowing},
	{"emptied", recordEmptied},
	{"counters", recordCounters},
	{"always", recordAlways},
	{"huge", recordHuge},
	{"idle", recordIdle},
	{"give-back", recordGiveBack},
	{"working-set", recordWorkingSet},
	{"reused", recordReused},
	{"serving", recordServing},
	{"tables", recordTables},
	{"versions", recordVersions},
	{"retained", recordRetained},
	{"escapes", recordEscapes},
	{"gctrace", recordGctrace},
	{"gctrace-settings", recordGctraceSettings},
	{"gc-cycle", recordGCCycle},
	{"green-tea", recordGreenTea},
	{"leaks", recordLeaks},
	{"service", recordService},
	{"stacks", recordStacks},
	{"starting", recordStarting},
	{"scripts", recordScripts},
	{"at-rest", recordAtRest},
	{"wasm", recordWasm},
}

func main() {
	log.SetFlags(0)
	if len(os.Args) < 2 || os.Args[1] == "list" {
		fmt.Println(strings.Join(names(), "\n"))
		return
	}
	for _, name := range os.Args[1:] {
		run(name)
	}
}

func names() []string {
	all := []string{"all"}
	for _, r := range recorders {
		all = append(all, r.name)
	}
	return all
}

func run(name string) {
	if !slices.Contains(names(), name) {
		log.Fatalf("there is no recorder %q; there are: %s", name, strings.Join(names(), ", "))
	}
	defer cleanUp()
	for _, r := range recorders {
		if name == r.name || name == "all" {
			r.record()
		}
	}
}

// must ends the recording when something failed: a recording is whole or absent.
func must[T any](value T, err error) T {
	check(err)
	return value
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
