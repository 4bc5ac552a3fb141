// Starting prints, as JSON, how large the stacks are that new goroutines begin with while 1,024 others wait some 5 KB deep:
// before a collection, and after it where the g of an ended goroutine is at hand, and where there is none.
package main

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"sort"
	"unsafe"
)

const count = 1024

var (
	began [count]int
	hold  = make(chan bool)
	sink  byte
)

func main() {
	debug.SetGCPercent(-1)
	end := make(chan bool)
	for i := 0; i < 2*count; i++ {
		go wait(end)
	}
	settle()
	close(end)
	settle() // they have ended: the deep ones take half of their g's, those that start next the rest
	for i := 0; i < count; i++ {
		go waitDeep()
	}
	settle()
	end = make(chan bool)
	before := apart(end)
	close(end)
	settle()
	runtime.GC()
	reused, fresh := apart(hold), apart(hold)
	fmt.Printf(`{"before":%d,"reused":%d,"fresh":%d}`, before, reused, fresh)
}

// apart starts 1,024 goroutines that wait, and returns how far apart the closest two of their stacks begin: as far as one is large.
func apart(end chan bool) int {
	for i := range began {
		go begin(&began[i], end)
	}
	settle()
	sort.Ints(began[:])
	least := began[1] - began[0]
	for i := 2; i < count; i++ {
		if d := began[i] - began[i-1]; d < least {
			least = d
		}
	}
	return least
}

func begin(at *int, end chan bool) {
	var first byte
	*at = int(uintptr(unsafe.Pointer(&first)))
	<-end
}

func wait(end chan bool) { <-end }

//go:noinline
func waitDeep() {
	var local [5000]byte
	<-hold
	sink = local[len(local)-1]
}

// settle lets every other goroutine run until it waits or has ended.
func settle() {
	for i := 0; i < 100; i++ {
		runtime.Gosched()
	}
}
