// Cycle keeps three trees, replaces parts of them from three goroutines, and writes its execution trace to standard output.
package main

import (
	"fmt"
	"os"
	"runtime"
	"runtime/trace"
	"sync"
	"time"
)

type node struct {
	left, right *node
	data        [48]byte
}

const mutators = 3

var (
	kept  [mutators]*node
	young [mutators]*node
	sum   [mutators]int
)

func tree(depth int) *node {
	if depth == 0 {
		return &node{}
	}
	return &node{left: tree(depth - 1), right: tree(depth - 1)}
}

// serve is what a program does when it does not allocate: it reads what it keeps, and the last of them waits for somebody.
func serve(i int) {
	for range 8 {
		for n := kept[i]; n != nil; n = n.left {
			for j := range n.data {
				sum[i] += int(n.data[j]) ^ j
			}
		}
	}
	if i == mutators-1 {
		time.Sleep(200 * time.Microsecond)
	}
}

func main() {
	for i := range kept {
		kept[i] = tree(16)
	}
	runtime.GC()
	if err := trace.Start(os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	defer trace.Stop()
	var wait sync.WaitGroup
	for i := range mutators {
		wait.Go(func() {
			for range 900 {
				young[i] = tree(10)
				serve(i)
			}
		})
	}
	wait.Wait()
}
