// Traced is five small programs to be run with GODEBUG=gctrace=1: steady, growing, falling, forced and deep.
package main

import (
	"os"
	"runtime"
)

type node struct {
	next *node
	data [56]byte
}

var (
	ring [][]byte
	list *node
	sink []byte
)

// steady keeps 16 MiB and replaces it twenty times over.
func steady() {
	ring = make([][]byte, 4096)
	for i := 0; i < 20*len(ring); i++ {
		ring[i%len(ring)] = make([]byte, 4096)
	}
}

// growing builds a list of 64-byte nodes to 64 MiB.
func growing() {
	for i := 0; i < 1<<20; i++ {
		list = &node{next: list}
	}
}

// falling grows to 64 MiB, drops it, and makes garbage.
func falling() {
	growing()
	list = nil
	for i := 0; i < 1<<16; i++ {
		sink = make([]byte, 1024)
	}
}

// forced calls the collector five times.
func forced() {
	for i := 0; i < 5; i++ {
		runtime.GC()
	}
}

// deep keeps 200 goroutines with stacks of 128 KiB, and makes garbage.
func deep() {
	for i := 0; i < 200; i++ {
		ready := make(chan bool)
		go descend(60, ready)
		<-ready
	}
	steady()
}

// descend waits below n frames of a KiB.
func descend(n int, ready chan bool) byte {
	var frame [1024]byte
	if n == 0 {
		ready <- true
		select {}
	}
	return descend(n-1, ready) + frame[n]
}

func main() {
	map[string]func(){"steady": steady, "growing": growing, "falling": falling, "forced": forced, "deep": deep}[os.Args[1]]()
}
