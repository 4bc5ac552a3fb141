// Threads does what its arguments say, one after the other, and after each tells what it has and waits: block:N (goroutines
// that read from an empty pipe, each in a system call of its own, or in C where c.go is there), locked:N (the same, each
// bound to its thread with LockOSThread until it ends), release (all of them get their byte and end), gc (five collections).
package main

import (
	"os"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"time"
)

var (
	pipe    [2]int
	inside  int32
	waiting int
	all     sync.WaitGroup
	stats   runtime.MemStats
	heap    = make([]byte, 1<<16) // tells where Go's first arena is
	read    = func(fd int) {
		var b [1]byte
		if _, err := syscall.Read(fd, b[:]); err != nil {
			panic(err)
		}
	}
)

func block(n int, lock bool) {
	all.Add(n)
	for i := 0; i < n; i++ {
		go func() {
			defer all.Done()
			if lock {
				runtime.LockOSThread()
			}
			atomic.AddInt32(&inside, 1)
			read(pipe[0])
		}()
	}
	waiting += n
	for int(atomic.LoadInt32(&inside)) < waiting {
		time.Sleep(time.Millisecond)
	}
}

func release() {
	if _, err := syscall.Write(pipe[1], make([]byte, waiting)); err != nil {
		panic(err)
	}
	all.Wait()
	waiting, inside = 0, 0
}

func step(name string, n int) {
	switch name {
	case "block":
		block(n, false)
	case "locked":
		block(n, true)
	case "release":
		release()
	case "gc":
		for i := 0; i < 5; i++ {
			runtime.GC()
		}
	}
}

func tell(op string) {
	time.Sleep(50 * time.Millisecond) // for the last of them to arrive where it waits, or to be gone
	runtime.ReadMemStats(&stats)
	created, _ := runtime.ThreadCreateProfile(nil)
	println("op", op)
	println("pointer", &heap[0])
	println("Goroutines", runtime.NumGoroutine())
	println("Created", created)
	println("StackInuse", stats.StackInuse)
	println("StackSys", stats.StackSys)
	println("HeapAlloc", stats.HeapAlloc)
	println("Sys", stats.Sys)
	println("ready")
}

func main() {
	if err := syscall.Pipe(pipe[:]); err != nil {
		panic(err)
	}
	var c [1]byte
	for _, op := range os.Args[1:] {
		if i := strings.IndexByte(op, ':'); i >= 0 {
			n, _ := strconv.Atoi(op[i+1:]) // a bad number is 0, and shows in the counters
			step(op[:i], n)
		} else {
			step(op, 0)
		}
		tell(op)
		if _, err := syscall.Read(0, c[:]); err != nil {
			panic(err)
		}
	}
}
