// Account does what its arguments say, one after the other, and after each tells every counter of MemStats and waits:
// hold:N (MiB in blocks of one, each page written), drop, gc, free (FreeOSMemory), goroutines:N (that wait), file:N
// (the first N MiB of the file named by the environment variable DATA, mapped and read). It builds with every Go since 1.15;
// metrics.go adds the classes of runtime/metrics where there are some, c.go what C can hold.
package main

import (
	"os"
	"runtime"
	"runtime/debug"
	"strconv"
	"strings"
	"syscall"
)

var (
	blocks  [][]byte
	mapped  []byte
	sum     byte
	wait    = make(chan struct{})
	stats   runtime.MemStats
	inC     func(n int) // set by c.go
	threads func(n int) // set by c.go
	metrics = func() {} // set by metrics.go
)

func hold(mib int) {
	for i := 0; i < mib; i++ {
		b := make([]byte, 1<<20)
		for j := 0; j < len(b); j += 4096 {
			b[j] = 1
		}
		blocks = append(blocks, b)
	}
}

func goroutines(n int) {
	for i := 0; i < n; i++ {
		go func() { <-wait }()
	}
	for i := 0; i < 1000; i++ {
		runtime.Gosched()
	}
}

func file(mib int) {
	fd, err := syscall.Open(os.Getenv("DATA"), syscall.O_RDONLY, 0)
	if err != nil {
		panic(err)
	}
	mapped, err = syscall.Mmap(fd, 0, mib<<20, syscall.PROT_READ, syscall.MAP_SHARED)
	if err != nil {
		panic(err)
	}
	for i := 0; i < len(mapped); i += 4096 {
		sum += mapped[i]
	}
}

func step(name string, n int) {
	switch name {
	case "hold":
		hold(n)
	case "drop":
		blocks = nil
	case "gc":
		runtime.GC()
	case "free":
		debug.FreeOSMemory()
	case "goroutines":
		goroutines(n)
	case "file":
		file(n)
	case "c":
		inC(n)
	case "threads":
		threads(n)
	}
}

func tell(op string) {
	runtime.ReadMemStats(&stats)
	metrics()
	println("op", op)
	println("Sys", stats.Sys)
	println("HeapAlloc", stats.HeapAlloc)
	println("HeapInuse", stats.HeapInuse)
	println("HeapIdle", stats.HeapIdle)
	println("HeapReleased", stats.HeapReleased)
	println("HeapSys", stats.HeapSys)
	println("StackInuse", stats.StackInuse)
	println("StackSys", stats.StackSys)
	println("MSpanInuse", stats.MSpanInuse)
	println("MSpanSys", stats.MSpanSys)
	println("MCacheInuse", stats.MCacheInuse)
	println("MCacheSys", stats.MCacheSys)
	println("BuckHashSys", stats.BuckHashSys)
	println("GCSys", stats.GCSys)
	println("OtherSys", stats.OtherSys)
	println("ready")
}

func main() {
	blocks = make([][]byte, 0, 1024)
	var c [1]byte
	for _, op := range os.Args[1:] {
		n := 0
		if i := strings.IndexByte(op, ':'); i >= 0 {
			n, _ = strconv.Atoi(op[i+1:]) // a bad number is 0, and shows in the counters
			op = op[:i]
		}
		step(op, n)
		tell(op)
		if _, err := syscall.Read(0, c[:]); err != nil {
			panic(err)
		}
	}
}
