// Emptied fills maps, empties them and tells after each step how many bytes of live objects
// there are beyond those before the map. Each line: bytes of an element, entries, step, bytes.
package main

import "runtime"

var (
	inline  map[int][128]byte // elements of 128 bytes lie in the groups
	pointed map[int][129]byte // larger ones are objects of their own
	stats   runtime.MemStats
	base    uint64
)

// theirs is told after two collections: what a first one finds may still be on its way.
func theirs() uint64 {
	runtime.GC()
	runtime.GC()
	runtime.ReadMemStats(&stats)
	return stats.HeapAlloc - base
}

func tell(kind string, n int, step string) { println(kind, n, step, theirs()) }

func fillInline(n int) {
	for i := 0; i < n; i++ {
		inline[i] = [128]byte{}
	}
}

func fillPointed(n int) {
	for i := 0; i < n; i++ {
		pointed[i] = [129]byte{}
	}
}

func inGroups(n int) {
	inline, base = nil, 0
	base = theirs()
	inline = make(map[int][128]byte)
	fillInline(n)
	tell("128", n, "insert")
	for i := 0; i < n; i++ {
		delete(inline, i)
	}
	tell("128", n, "delete")
	fillInline(n)
	tell("128", n, "again")
	clear(inline)
	tell("128", n, "clear")
	inline = make(map[int][128]byte)
	tell("128", n, "renew")
}

func apart(n int) {
	pointed, base = nil, 0
	base = theirs()
	pointed = make(map[int][129]byte)
	fillPointed(n)
	tell("129", n, "insert")
	for i := 0; i < n; i++ {
		delete(pointed, i)
	}
	tell("129", n, "delete")
	fillPointed(n)
	tell("129", n, "again")
	clear(pointed)
	tell("129", n, "clear")
	pointed = make(map[int][129]byte)
	tell("129", n, "renew")
}

func main() {
	inGroups(1)
	apart(1)
	for _, n := range []int{8, 9, 100, 896, 897, 10_000, 1_000_000} {
		inGroups(n)
		apart(n)
	}
}
