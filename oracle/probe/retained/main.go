// Retained prints what stays alive, in MiB: of a large slice that a small one points into, and of maps that were emptied.
package main

import (
	"fmt"
	"runtime"
)

const entries = 1000000

var (
	file []byte
	m128 map[int][128]byte
	m129 map[int][129]byte
)

func main() {
	file = make([]byte, 1<<30)
	head := file[:10]
	file = nil
	tell("{", "slice", alive())
	head = append([]byte(nil), head...)
	tell(",", "copied", alive())
	runtime.KeepAlive(head)

	m128 = map[int][128]byte{}
	for i := 0; i < entries; i++ {
		m128[i] = [128]byte{}
	}
	tell(",", "filled 128", alive())
	for i := 0; i < entries; i++ {
		delete(m128, i)
	}
	tell(",", "emptied 128", alive())
	m128 = map[int][128]byte{}
	tell(",", "replaced 128", alive())

	m129 = map[int][129]byte{}
	for i := 0; i < entries; i++ {
		m129[i] = [129]byte{}
	}
	tell(",", "filled 129", alive())
	for i := 0; i < entries; i++ {
		delete(m129, i)
	}
	tell(",", "emptied 129", alive())
	runtime.KeepAlive(m129)
	fmt.Print("}")
}

func tell(before, what string, mib uint64) { fmt.Printf("%s%q:%d", before, what, mib) }

func alive() uint64 {
	var stats runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&stats)
	return (stats.HeapAlloc + 1<<19) >> 20
}
