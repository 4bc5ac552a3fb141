// Fragment makes a million objects of 64 bytes, keeps one of a hundred, at least one in each span, then asks for the
// freed bytes again: first in objects of the same size, then of another.
package main

import (
	"os"
	"runtime"
	"runtime/debug"
	"strconv"
)

const made, every = 1_000_000, 100

var kept [made / every]*[64]byte
var same [made]*[64]byte
var other [made * 64 / 80]*[80]byte

func main() {
	tell("start")
	for i := range same {
		same[i] = &[64]byte{1}
	}
	tell("made")
	for i := range kept {
		kept[i] = same[i*every]
	}
	clear(same[:])
	debug.FreeOSMemory()
	tell("thinned")
	for i := range made - made/every {
		same[i] = &[64]byte{1}
	}
	tell("same size")
	clear(same[:])
	debug.FreeOSMemory()
	for i := range other {
		other[i] = &[80]byte{1}
	}
	tell("other size")
}

func tell(op string) {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	println("op " + op)
	for _, each := range []struct {
		name  string
		value uint64
	}{{"heapAlloc", m.HeapAlloc}, {"heapInuse", m.HeapInuse}, {"heapIdle", m.HeapIdle}, {"heapReleased", m.HeapReleased}} {
		println(each.name + " " + strconv.FormatUint(each.value, 10))
	}
	println("ready")
	_, _ = os.Stdin.Read(make([]byte, 1))
}
