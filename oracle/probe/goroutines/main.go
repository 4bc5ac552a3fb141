// Goroutines starts 100,000 goroutines that wait, ends them, and collects; after each step it tells its counters and waits.
package main

import (
	"runtime"
	"runtime/debug"
	"syscall"
)

const count = 100000

var stats runtime.MemStats

func tell(op string) {
	runtime.ReadMemStats(&stats)
	println("op", op)
	println("Goroutines", runtime.NumGoroutine())
	println("StackInuse", stats.StackInuse)
	println("StackSys", stats.StackSys)
	println("HeapAlloc", stats.HeapAlloc)
	println("HeapSys", stats.HeapSys)
	println("Sys", stats.Sys)
	println("ready")
	var b [1]byte
	if _, err := syscall.Read(0, b[:]); err != nil {
		panic(err)
	}
}

func main() {
	debug.SetGCPercent(-1)
	tell("start")
	end := make(chan struct{})
	for i := 0; i < count; i++ {
		go func() { <-end }()
	}
	for i := 0; i < 1000; i++ {
		runtime.Gosched()
	}
	tell("waiting")
	close(end)
	for runtime.NumGoroutine() > 1 {
		runtime.Gosched()
	}
	tell("ended")
	runtime.GC()
	tell("gc")
	debug.FreeOSMemory()
	tell("free")
}
