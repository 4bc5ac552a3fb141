// Specials makes a million objects of 64 bytes, each with what its argument says ("finalizer", "cleanup" or nothing),
// drops them all, and collects.
package main

import (
	"os"
	"runtime"
	"strconv"
	"time"
)

type object [64]byte

var kept [1_000_000]*object

func main() {
	for i := range kept {
		kept[i] = &object{1}
		switch os.Args[1] {
		case "finalizer":
			runtime.SetFinalizer(kept[i], func(*object) {})
		case "cleanup":
			runtime.AddCleanup(kept[i], func(int) {}, i)
		}
	}
	tell("made")
	clear(kept[:])
	tell("dropped")
	time.Sleep(time.Second) // for the goroutines that run finalizers and cleanups
	tell("again")
}

func tell(op string) {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	println("op " + op)
	for _, each := range []struct {
		name  string
		value uint64
	}{{"heapObjects", m.HeapObjects}, {"heapAlloc", m.HeapAlloc}, {"otherSys", m.OtherSys}} {
		println(each.name + " " + strconv.FormatUint(each.value, 10))
	}
	println("ready")
	_, _ = os.Stdin.Read(make([]byte, 1))
}
