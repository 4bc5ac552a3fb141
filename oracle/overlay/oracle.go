// Read-only windows into the runtime, added to package runtime with `go build -overlay`.
// No behaviour changes; plain integers only, so that reading allocates nothing.
// Written for Go 1.25 to 1.27.

package runtime

import (
	"internal/runtime/gc"
	"unsafe"
)

// OracleSpan is what an mspan says of itself.
type OracleSpan struct {
	Base, Npages, ElemSize, Nelems    uintptr
	FreeIndex, AllocCount             uintptr
	SpanClass, State, SweepGen, Index uintptr // Index in allspans is for the caller to fill
	AllocCache                        uint64
}

func fillOracleSpan(s *mspan, o *OracleSpan) {
	o.Base, o.Npages, o.ElemSize, o.Nelems = s.startAddr, s.npages, s.elemsize, uintptr(s.nelems)
	o.FreeIndex, o.AllocCount = uintptr(s.freeindex), uintptr(s.allocCount)
	o.SpanClass, o.State, o.SweepGen = uintptr(s.spanclass), uintptr(s.state.get()), uintptr(s.sweepgen)
	o.AllocCache = s.allocCache
}

// OracleSpanCount is the length of allspans, dead spans included.
func OracleSpanCount() int { return len(mheap_.allspans) }

// OracleSpanAt reads allspans[i].
func OracleSpanAt(i int, o *OracleSpan) { fillOracleSpan(mheap_.allspans[i], o) }

// OracleSpanOf reads the span that holds p; false when none does.
func OracleSpanOf(p uintptr, o *OracleSpan) bool {
	s := spanOf(p)
	if s != nil {
		fillOracleSpan(s, o)
	}
	return s != nil
}

// OracleAllocBits returns 64 of the allocBits of allspans[i], from bit 64*word on.
func OracleAllocBits(i int, word uintptr) (bits uint64) {
	s := mheap_.allspans[i]
	if s.state.get() != mSpanInUse || s.allocBits == nil {
		return 0
	}
	for b := word * 8; b < word*8+8 && b < (uintptr(s.nelems)+7)/8; b++ {
		bits |= uint64(*s.allocBits.bytep(b)) << (b % 8 * 8)
	}
	return bits
}

// OracleCached reads the span that this P's mcache holds for a span class; false when it holds none.
func OracleCached(spc uintptr, o *OracleSpan) bool {
	mp := acquirem()
	s := mp.p.ptr().mcache.alloc[spc]
	fillOracleSpan(s, o)
	releasem(mp)
	return s != &emptymspan
}

// OracleTiny returns the tiny block of this P's mcache: its start, the bytes used and the tiny allocations so far.
func OracleTiny() (tiny, offset, allocs uintptr) {
	mp := acquirem()
	c := mp.p.ptr().mcache
	tiny, offset, allocs = c.tiny, c.tinyoffset, c.tinyAllocs
	releasem(mp)
	return
}

// OraclePageCache returns this P's page cache: 1 bits are free, or scavenged, pages from base on.
func OraclePageCache() (base uintptr, cache, scav uint64) {
	mp := acquirem()
	c := &mp.p.ptr().pcache
	base, cache, scav = c.base, c.cache, c.scav
	releasem(mp)
	return
}

// OraclePages returns the allocated and the scavenged bits of the 64 pages around p; zero where no chunk is.
func OraclePages(p uintptr) (alloc, scav uint64) {
	c := mheap_.pages.tryChunkOf(chunkIndex(p))
	if c == nil {
		return 0, 0
	}
	i := chunkPageIndex(p) / 64
	return c.pallocBits[i], c.scavenged[i]
}

// OraclePageRange returns the addresses the page allocator knows and where it searches from.
func OraclePageRange() (start, end, search uintptr) {
	return chunkBase(mheap_.pages.start), chunkBase(mheap_.pages.end), mheap_.pages.searchAddr.addr()
}

// OracleArenas returns the arena the heap grows in and how many there are.
func OracleArenas() (base, end uintptr, n int) {
	return mheap_.curArena.base, mheap_.curArena.end, len(mheap_.heapArenas)
}

// OracleArenaAt is the address of the i-th arena.
func OracleArenaAt(i int) uintptr { return arenaBase(mheap_.heapArenas[i]) }

// OracleCentral returns the base of the i-th span, in pop order, of one list of an
// mcentral: 0 partial swept, 1 full swept, 2 partial unswept, 3 full unswept.
// false past the end.
func OracleCentral(spc uintptr, list int, i uint32) (base uintptr, ok bool) {
	c := &mheap_.central[spc].mcentral
	gen := mheap_.sweepgen
	sets := [4]*spanSet{c.partialSwept(gen), c.fullSwept(gen), c.partialUnswept(gen), c.fullUnswept(gen)}
	s := sets[list]
	head, tail := s.index.load().split()
	if i >= tail-head {
		return 0, false
	}
	at := head + i
	block := s.spine.Load().lookup(uintptr(at) / spanSetBlockEntries).Load()
	return (*mspan)(block.spans[at%spanSetBlockEntries].Load()).startAddr, true
}

// OracleGC is the state of the pacer and the heap's accounts, in bytes.
type OracleGC struct {
	HeapLive, HeapGoal, Trigger, HeapMarked         uint64
	StackScan, GlobalsScan, HeapScan                uint64
	InUse, Free, Released, MappedReady, HeapMin     uint64
	GCPercent                                       int32
	NumGC, Phase                                    uint32
	MemoryLimit                                     int64
	PercentGoal, TotalAlloc, TotalFree, LastTrigger uint64
	Runway, SweepDistMin, LastHeapGoal              uint64
	ConsMark                                        float64
}

func OracleGCState(o *OracleGC) {
	c := &gcController
	o.HeapLive, o.HeapMarked = c.heapLive.Load(), c.heapMarked
	o.Trigger, o.HeapGoal = c.trigger()
	o.StackScan, o.GlobalsScan, o.HeapScan = c.lastStackScan.Load(), c.globalsScan.Load(), c.heapScan.Load()
	o.InUse, o.Free, o.Released = c.heapInUse.load(), c.heapFree.load(), c.heapReleased.load()
	o.MappedReady, o.HeapMin = c.mappedReady.Load(), c.heapMinimum
	o.GCPercent, o.MemoryLimit = c.gcPercent.Load(), c.memoryLimit.Load()
	o.NumGC, o.Phase = memstats.numgc, gcphase
	o.PercentGoal, o.LastTrigger, o.LastHeapGoal = c.gcPercentHeapGoal.Load(), c.triggered, c.lastHeapGoal
	o.Runway, o.SweepDistMin = c.runway.Load(), c.sweepDistMinTrigger.Load()
	o.TotalAlloc, o.TotalFree, o.ConsMark = c.totalAlloc.Load(), c.totalFree.Load(), c.consMark
}

// OracleSchedTick is how many times this P has taken a goroutine to run.
func OracleSchedTick() uint32 {
	mp := acquirem()
	tick := mp.p.ptr().schedtick
	releasem(mp)
	return tick
}

// OracleThreads is how many threads the runtime has made.
func OracleThreads() int { return int(mcount()) }

// OracleConst returns the constants of this build by index; 0 past the end.
func OracleConst(i int) uintptr {
	all := [...]uintptr{gc.NumSizeClasses, pageSize, heapArenaBytes, pallocChunkPages, maxTinySize,
		minSizeForMallocHeader, maxSmallSize - gc.MallocHeaderSize, gc.MallocHeaderSize, stackMin, fixedStack, stackGuard, _NumStackOrders,
		physPageSize, uintptr(startingStackSize), unsafe.Sizeof(mspan{}), unsafe.Sizeof(mcache{}), unsafe.Sizeof(g{}),
		unsafe.Sizeof(m{}), unsafe.Sizeof(p{}), unsafe.Sizeof(hchan{}), unsafe.Sizeof(heapArena{})}
	if i < 0 || i >= len(all) {
		return 0
	}
	return all[i]
}

// OracleSizeClass is the object size and the pages per span of a size class.
func OracleSizeClass(i int) (size, npages uintptr) {
	return uintptr(gc.SizeClassToSize[i]), uintptr(gc.SizeClassToNPages[i])
}

// OracleRoundupSize is the runtime's own roundupsize.
func OracleRoundupSize(n uintptr, noscan bool) uintptr { return roundupsize(n, noscan) }

// OracleStack is the stack of the calling goroutine.
func OracleStack() (lo, hi uintptr) {
	gp := getg()
	return gp.stack.lo, gp.stack.hi
}

// The knobs of runtime/debug, without its imports.

func OracleSetGCPercent(percent int32) int32 { return setGCPercent(percent) }
func OracleSetMemoryLimit(bytes int64) int64 { return setMemoryLimit(bytes) }
func OracleFreeOSMemory()                    { GC(); systemstack(func() { mheap_.scavengeAll() }) }
func OracleSleep(nanoseconds int64)          { timeSleep(nanoseconds) }
