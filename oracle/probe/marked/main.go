// Marked builds two million objects of 64 bytes in one of several shapes and prints the shortest of ten collections.
package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"runtime"
	"time"
)

type node struct {
	left, right *node
	data        [48]byte
}

var root []*node

const objects = 1 << 21

func tree(depth int) *node {
	if depth == 0 {
		return new(node)
	}
	return &node{left: tree(depth - 1), right: tree(depth - 1)}
}

// slice is one array of pointers to all objects, in the order in which they lie in memory.
func slice() {
	root = make([]*node, objects)
	for i := range root {
		root[i] = new(node)
	}
}

func shuffled() {
	slice()
	rand.New(rand.NewPCG(1, 1)).Shuffle(len(root), func(i, j int) { root[i], root[j] = root[j], root[i] })
}

func list() {
	root = make([]*node, 1)
	for range objects {
		root[0] = &node{left: root[0]}
	}
}

func main() {
	map[string]func(){"slice": slice, "shuffled": shuffled, "list": list, "tree": func() { root = []*node{tree(20)} }}[os.Args[1]]()
	best := time.Hour
	for range 10 {
		start := time.Now()
		runtime.GC()
		best = min(best, time.Since(start))
	}
	fmt.Println("took", best.Nanoseconds())
}
