// Steps does what its arguments say, one after the other, and after each tells the
// runtime's own counters and waits: alloc:N (MiB, in blocks of 1 MiB), touch, drop:N
// (the N newest blocks), garbage:N (MiB, dropped at once), read:N (the first N MiB of
// the file named by the environment variable DATA), gc, free (FreeOSMemory).
package main

import (
	"os"
	"runtime"
	"runtime/debug"
	"strconv"
	"strings"
	"syscall"
)

const block = 1 << 20

var (
	blocks [][]byte
	sink   []byte
	page   [block]byte
	stats  runtime.MemStats
)

func alloc(n int) {
	for i := 0; i < n; i++ {
		blocks = append(blocks, make([]byte, block))
	}
}

func touch() {
	for _, b := range blocks {
		for i := 0; i < len(b); i += 4096 {
			b[i] = 1
		}
	}
}

func garbage(n int) {
	for i := 0; i < n; i++ {
		sink = make([]byte, block)
		for j := 0; j < len(sink); j += 4096 {
			sink[j] = 1
		}
	}
	sink = nil
}

func drop(n int) {
	kept := len(blocks) - n
	for i := kept; i < len(blocks); i++ {
		blocks[i] = nil
	}
	blocks = blocks[:kept]
}

func thin(n int) {
	for i := 0; i < len(blocks); i += n {
		blocks[i] = nil
	}
}

func read(mib int) {
	fd, err := syscall.Open(os.Getenv("DATA"), syscall.O_RDONLY, 0)
	if err != nil {
		panic(err)
	}
	for i := 0; i < mib; i++ {
		if _, err := syscall.Read(fd, page[:]); err != nil {
			panic(err)
		}
	}
	syscall.Close(fd)
}

func step(name string, n int) {
	switch name {
	case "alloc":
		alloc(n)
	case "touch":
		touch()
	case "thin":
		thin(n)
	case "garbage":
		garbage(n)
	case "read":
		read(n)
	case "drop":
		drop(n)
	case "gc":
		runtime.GC()
	case "free":
		debug.FreeOSMemory()
	}
}

func tell(op string) {
	runtime.ReadMemStats(&stats)
	println("op", op)
	println("HeapAlloc", stats.HeapAlloc)
	println("HeapInuse", stats.HeapInuse)
	println("HeapIdle", stats.HeapIdle)
	println("HeapReleased", stats.HeapReleased)
	println("HeapSys", stats.HeapSys)
	println("Sys", stats.Sys)
	println("NumGC", stats.NumGC)
	println("ready")
}

func main() {
	blocks = make([][]byte, 0, 1024)
	var c [1]byte
	for _, op := range os.Args[1:] {
		n := 0
		if i := strings.IndexByte(op, ':'); i >= 0 {
			n, _ = strconv.Atoi(op[i+1:]) // a bad number is 0, and shows in the counters
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
