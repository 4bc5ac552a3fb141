// Blackbox measures the allocator from outside, with nothing but the language and
// runtime.ReadMemStats, so that it builds with every Go since 1.15. It prints one JSON object.
package main

import (
	"encoding/json"
	"os"
	"runtime"
	"runtime/debug"
	"unsafe"
)

type result struct {
	Classes         []int          `json:"classes"`         // object sizes that MemStats lists
	RoundedNoscan   [][2]int       `json:"roundedNoscan"`   // from n bytes on, append rounds to
	RoundedPointers [][2]int       `json:"roundedPointers"` // the same for pointers
	AppendInt64     []int          `json:"appendInt64"`     // capacities of a slice that grows one by one
	AppendByte      []int          `json:"appendByte"`      // the same for bytes
	AppendLocal     []int          `json:"appendLocal"`     // the same for ints that do not escape
	Charged         map[string]int `json:"charged"`         // bytes TotalAlloc counts for one object
	PerPage         map[string]int `json:"perPage"`         // objects of a size found in one page of 8 KiB
	NextGC          map[string]int `json:"nextGC"`          // heap goals
}

var (
	sinkBytes []byte
	sinkPtrs  []*int
	sinkInts  []int64
	sink      unsafe.Pointer
	stats     runtime.MemStats
)

func main() {
	r := result{Charged: map[string]int{}, PerPage: map[string]int{}, NextGC: map[string]int{}}
	goals(r.NextGC)
	debug.SetGCPercent(-1)
	runtime.ReadMemStats(&stats)
	for _, c := range stats.BySize {
		r.Classes = append(r.Classes, int(c.Size))
	}
	r.RoundedNoscan, r.RoundedPointers = rounded(noscanCap), rounded(pointersCap)
	r.AppendInt64, r.AppendByte, r.AppendLocal = appendInt64(), appendByte(), appendLocal()
	charges(r.Charged)
	perPage(r.PerPage)
	if err := json.NewEncoder(os.Stdout).Encode(r); err != nil {
		panic(err)
	}
}

func noscanCap(n int) int { return cap(append([]byte(nil), make([]byte, n)...)) }

func pointersCap(n int) int { return cap(append([]*int(nil), make([]*int, (n+7)/8)...)) * 8 }

func rounded(to func(n int) int) [][2]int {
	var breaks [][2]int
	for n := 1; n <= 33000; n++ {
		if size := to(n); len(breaks) == 0 || breaks[len(breaks)-1][1] != size {
			breaks = append(breaks, [2]int{n, size})
		}
		if n%4096 == 0 {
			runtime.GC()
		}
	}
	return breaks
}

func appendInt64() (caps []int) {
	sinkInts = nil
	for len(sinkInts) < 1<<20 {
		sinkInts = append(sinkInts[:cap(sinkInts)], 0)
		caps = append(caps, cap(sinkInts))
	}
	return caps
}

func appendByte() (caps []int) {
	sinkBytes = nil
	for len(sinkBytes) < 1<<20 {
		sinkBytes = append(sinkBytes[:cap(sinkBytes)], 0)
		caps = append(caps, cap(sinkBytes))
	}
	return caps
}

// appendLocal grows a slice that never leaves the function: a compiler may give it room on the stack.
func appendLocal() (caps []int) {
	var local []int64
	last := -1
	for i := 0; i < 64; i++ {
		local = append(local, int64(i))
		if cap(local) != last {
			last = cap(local)
			caps = append(caps, last)
		}
	}
	return caps
}

// charged is how many bytes TotalAlloc grows by, for each of a thousand objects.
func charged(alloc func()) int {
	const n = 1000
	runtime.ReadMemStats(&stats)
	before := stats.TotalAlloc
	for i := 0; i < n; i++ {
		alloc()
	}
	runtime.ReadMemStats(&stats)
	return int((stats.TotalAlloc - before + n/2) / n)
}

func charges(to map[string]int) {
	to["bool"] = charged(func() { sink = unsafe.Pointer(new(bool)) })
	to["int64"] = charged(func() { sink = unsafe.Pointer(new(int64)) })
	for _, n := range []int{24, 64, 512, 520, 1000, 1024, 2048, 4096, 8192, 16384, 32760, 32768, 33000} {
		n := n
		to["noscan "+decimal(n)] = charged(func() { sinkBytes = make([]byte, n) })
		to["pointers "+decimal(n)] = charged(func() { sinkPtrs = make([]*int, n/8) })
		runtime.GC()
	}
}

// perPage is the largest number of equal objects seen in one page of 8 KiB.
func perPage(to map[string]int) {
	for _, n := range []int{16, 24, 32, 48, 64, 96, 128, 256, 512, 1024} {
		n := n
		to["noscan "+decimal(n)] = most(func() uintptr { sinkBytes = make([]byte, n); return uintptr(unsafe.Pointer(&sinkBytes[0])) })
		to["pointers "+decimal(n)] = most(func() uintptr { sinkPtrs = make([]*int, n/8); return uintptr(unsafe.Pointer(&sinkPtrs[0])) })
	}
}

func most(alloc func() uintptr) int {
	const page = 8192
	seen, best := map[uintptr]int{}, 0
	for i := 0; i < 4000; i++ {
		at := alloc() / page
		seen[at]++
		if seen[at] > best {
			best = seen[at]
		}
	}
	return best
}

// goals are the heap goals with nothing, with 16 MiB live, and with 16 MiB live beside a stack of 32 MiB.
func goals(to map[string]int) {
	debug.SetGCPercent(100)
	to["least"] = nextGC()
	live := make([]byte, 16<<20)
	to["16 MiB live"] = nextGC()
	deep(20000, func() { to["16 MiB live, deep stack"] = nextGC() })
	runtime.KeepAlive(live)
}

func nextGC() int {
	runtime.GC()
	runtime.GC()
	runtime.ReadMemStats(&stats)
	return int(stats.NextGC)
}

//go:noinline
func deep(n int, then func()) byte {
	var frame [1000]byte
	if n == 0 {
		then()
		return frame[0]
	}
	return deep(n-1, then) + frame[n%1000]
}

func decimal(n int) string {
	b, err := json.Marshal(n)
	if err != nil {
		panic(err)
	}
	return string(b)
}
