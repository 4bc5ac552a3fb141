// Depth calls itself 10,000 times with a frame of about 1 KiB, then of about 6.7 KiB, comes back,
// and collects again and again: how a stack grows and shrinks. It prints a JSON object.
package main

import (
	"encoding/json"
	"os"
	"runtime"
)

type result struct {
	Start   int   `json:"start"`   // StackInuse before, in bytes
	Medium  int   `json:"medium"`  // at 10,000 frames of 1,040 bytes or so
	Large   int   `json:"large"`   // at 10,000 frames of 6,832 bytes or so
	Shrinks []int `json:"shrinks"` // after each collection since
	Steps   []int `json:"steps"`   // stack sizes seen while a goroutine deepens
}

var stats runtime.MemStats

func inuse() int {
	runtime.ReadMemStats(&stats)
	return int(stats.StackInuse)
}

//go:noinline
func medium(n int) int {
	var frame [1000]byte
	frame[n%1000] = 1
	if n == 0 {
		return inuse()
	}
	return medium(n-1) + int(frame[(n+1)%1000])
}

//go:noinline
func large(n int) int {
	var frame [6800]byte
	frame[n%6800] = 1
	if n == 0 {
		return inuse()
	}
	return large(n-1) + int(frame[(n+1)%6800])
}

// steps is StackInuse of ever deeper goroutines, less what it was: the sizes a stack doubles through.
func steps() (sizes []int) {
	last := -1
	for depth := 1; depth <= 2000; depth += 1 + depth/8 {
		before := inuse()
		grown := make(chan int)
		go func() { grown <- medium(depth) - before }()
		if size := <-grown; size != last && size > 0 {
			last = size
			sizes = append(sizes, size)
		}
	}
	return sizes
}

func main() {
	r := result{Start: inuse()}
	r.Steps = steps()
	back, next := make(chan int), make(chan bool)
	go func() {
		back <- medium(10000)
		back <- large(10000)
		for range next {
		}
	}()
	r.Medium, r.Large = <-back, <-back
	for i := 0; i < 14; i++ {
		runtime.GC()
		r.Shrinks = append(r.Shrinks, inuse())
	}
	close(next)
	if err := json.NewEncoder(os.Stdout).Encode(r); err != nil {
		panic(err)
	}
}
