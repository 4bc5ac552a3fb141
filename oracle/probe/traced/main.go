// Traced is four small programs to be run with GODEBUG=gctrace=1: steady, growing, falling and forced.
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

func main() {
	map[string]func(){"steady": steady, "growing": growing, "falling": falling, "forced": forced}[os.Args[1]]()
}
