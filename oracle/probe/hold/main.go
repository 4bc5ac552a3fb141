// Hold allocates and touches 1 MiB blocks up to each total named on the command line (MiB), and waits after each.
// It builds with every Go since 1.15.
package main

import (
	"os"
	"runtime"
	"strconv"
	"syscall"
)

var blocks [][]byte
var stats runtime.MemStats

func hold(mib int) {
	for len(blocks) < mib {
		b := make([]byte, 1<<20)
		for i := 0; i < len(b); i += 4096 {
			b[i] = 1
		}
		blocks = append(blocks, b)
	}
}

func main() {
	var c [1]byte
	for _, arg := range os.Args[1:] {
		mib, err := strconv.Atoi(arg)
		if err != nil {
			panic(err)
		}
		hold(mib)
		runtime.ReadMemStats(&stats)
		println("mib", mib)
		println("pointer", &blocks[0][0])
		println("HeapAlloc", stats.HeapAlloc)
		println("HeapSys", stats.HeapSys)
		println("Sys", stats.Sys)
		println("ready")
		if _, err := syscall.Read(0, c[:]); err != nil {
			panic(err)
		}
	}
}
