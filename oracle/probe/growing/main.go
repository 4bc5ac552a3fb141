// Growing holds one slice at a time, each a MiB longer than the one before, from 1 to 100 MiB; then it does that again.
package main

import (
	"os"
	"runtime"
	"strconv"
)

var held []byte

func main() {
	for _, round := range []string{"first", "second"} {
		for mib := 1; mib <= 100; mib++ {
			held = make([]byte, mib<<20)
			if mib%25 == 0 {
				tell(round + " " + strconv.Itoa(mib))
			}
		}
	}
}

func tell(op string) {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	println("op " + op)
	for _, each := range []struct {
		name  string
		value uint64
	}{{"heapAlloc", m.HeapAlloc}, {"heapSys", m.HeapSys}, {"heapIdle", m.HeapIdle}, {"heapReleased", m.HeapReleased}} {
		println(each.name + " " + strconv.FormatUint(each.value, 10))
	}
	println("ready")
	_, _ = os.Stdin.Read(make([]byte, 1))
}
