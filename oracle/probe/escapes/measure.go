package main

import (
	"fmt"
	"os"
	"runtime"
	"runtime/debug"
)

// calls are the functions of main.go with arguments, some with two of them: what a compiler leaves open is decided by the size.
var calls = []struct {
	name string
	call func()
}{
	{"returnsPointer()", func() { returnsPointer() }},
	{"keepsPointer()", func() { keepsPointer() }},
	{"returnsValue()", func() { returnsValue() }},
	{"toInterface(255)", func() { toInterface(255) }},
	{"toInterface(256)", func() { toInterface(256) }},
	{"interfaceStays(256)", func() { interfaceStays(256) }},
	{"closureReturned()", func() { closureReturned() }},
	{"closureStays()", func() { closureStays() }},
	{"constantSlice()", func() { constantSlice() }},
	{"bigSlice()", func() { bigSlice() }},
	{"variableSlice(32)", func() { variableSlice(32) }},
	{"variableSlice(33)", func() { variableSlice(33) }},
	{"appendedSlice(4)", func() { appendedSlice(4) }},
	{"appendedSlice(5)", func() { appendedSlice(5) }},
	{"localMap()", func() { localMap() }},
	{"passesThrough(&pair{})", func() { passesThrough(&pair{}) }},
	{"onlyReads(&pair{})", func() { onlyReads(&pair{}) }},
	{"toGlobal()", func() { toGlobal() }},
	{"toChannel(c)", func() { toChannel(c); <-c }},
	{"deferred()", func() { deferred() }},
	{"printed(255)", func() { printed(255) }},
	{"printed(256)", func() { printed(256) }},
	{"bigArray()", func() { bigArray() }},
	{"bytesOfString(string32)", func() { bytesOfString(string33[:32]) }},
	{"bytesOfString(string33)", func() { bytesOfString(string33) }},
}

var c = make(chan *pair, 1)
var string33 = "abcdefghijklmnopqrstuvwxyz0123456"

const times, rounds = 20, 5

// Prints objects and bytes that one call puts on the heap.
func main() {
	debug.SetGCPercent(-1)
	out := os.Stdout
	os.Stdout, _ = os.OpenFile(os.DevNull, os.O_WRONLY, 0) // where printed prints
	for _, each := range calls {
		mallocs, bytes := measure(each.call)
		for i := 1; i < rounds; i++ {
			if m, b := measure(each.call); m < mallocs {
				mallocs, bytes = m, b
			}
		}
		fmt.Fprintf(out, "%s\t%d\t%d\n", each.name, mallocs/times, bytes/times)
	}
}

func measure(call func()) (mallocs, bytes uint64) {
	var before, after runtime.MemStats
	runtime.GC()
	call() // fills what the collection emptied
	runtime.ReadMemStats(&before)
	for i := 0; i < times; i++ {
		call()
	}
	runtime.ReadMemStats(&after)
	return after.Mallocs - before.Mallocs, after.TotalAlloc - before.TotalAlloc
}
