package main

import "runtime"

// Scratch for the accessors, so that reading allocates nothing.
var (
	sp    runtime.OracleSpan
	gc    runtime.OracleGC
	stats runtime.MemStats
)

const (
	spanClasses = 136
	pageShift   = 13
)

// memStats stops the world and empties this P's mcache into its spans, as runtime.ReadMemStats does.
func memStats(_, _, _ int32, r *row) int {
	runtime.ReadMemStats(&stats)
	values := [...]uint64{stats.HeapAlloc, stats.HeapSys, stats.HeapIdle, stats.HeapInuse, stats.HeapReleased, stats.HeapObjects,
		stats.Mallocs, stats.Frees, stats.StackInuse, stats.Sys, stats.NextGC, uint64(stats.NumGC), stats.TotalAlloc, stats.MSpanInuse, stats.GCSys}
	for i, v := range values {
		r[1+i] = float64(v)
	}
	return ok
}

func spanRow(r *row) {
	r[1], r[2], r[3], r[4] = float64(sp.State), float64(sp.Base), float64(sp.Npages), float64(sp.ElemSize)
	r[5], r[6], r[7], r[8], r[9] = float64(sp.Nelems), float64(sp.FreeIndex), float64(sp.AllocCount), float64(sp.SpanClass), float64(sp.SweepGen)
	split(r, 10, sp.AllocCache)
}

// span reads allspans[i]; the last value is the length of allspans.
func span(i, _, _ int32, r *row) int {
	if i < 0 || int(i) >= runtime.OracleSpanCount() {
		return badArgument
	}
	runtime.OracleSpanAt(int(i), &sp)
	spanRow(r)
	r[12] = float64(runtime.OracleSpanCount())
	return ok
}

func allocBits(i, word, _ int32, r *row) int {
	if i < 0 || int(i) >= runtime.OracleSpanCount() || word < 0 || word > 1<<20 {
		return badArgument
	}
	split(r, 1, runtime.OracleAllocBits(int(i), uintptr(word)))
	return ok
}

// cached reads the span in this P's mcache; a state of 0 says that there is none.
func cached(spc, _, _ int32, r *row) int {
	if spc < 0 || spc >= spanClasses {
		return badArgument
	}
	if runtime.OracleCached(uintptr(spc), &sp) {
		spanRow(r)
	}
	return ok
}

func tiny(_, _, _ int32, r *row) int {
	start, offset, allocs := runtime.OracleTiny()
	r[1], r[2], r[3] = float64(start), float64(offset), float64(allocs)
	return ok
}

func pageCache(_, _, _ int32, r *row) int {
	base, free, scav := runtime.OraclePageCache()
	r[1] = float64(base)
	split(r, 2, free)
	split(r, 4, scav)
	return ok
}

// pages answers the allocated and the scavenged bits of the 64 pages around a page number.
func pages(page, _, _ int32, r *row) int {
	if page < 0 || int64(page) >= pageLimit {
		return badArgument
	}
	alloc, scav := runtime.OraclePages(uintptr(page) << pageShift)
	split(r, 1, alloc)
	split(r, 3, scav)
	return ok
}

func pageRange(_, _, _ int32, r *row) int {
	start, end, search := runtime.OraclePageRange()
	base, limit, n := runtime.OracleArenas()
	for i, v := range [...]uintptr{start, end, search, base, limit, uintptr(n), runtime.OracleBreak()} {
		r[1+i] = float64(v)
	}
	return ok
}

func arena(i, _, _ int32, r *row) int {
	if _, _, n := runtime.OracleArenas(); i < 0 || int(i) >= n {
		return badArgument
	}
	r[1] = float64(runtime.OracleArenaAt(int(i)))
	return ok
}

// central answers how many of up to 14 spans follow, from the i-th on, in the list of a span class.
// list 0 partial swept, 1 full swept, 2 partial unswept, 3 full unswept are four to a span class.
func central(spc, list, i int32, r *row) int {
	if spc < 0 || spc >= spanClasses || list < 0 || list > 3 || i < 0 {
		return badArgument
	}
	n := 0
	for ; n < rowLen-2; n++ {
		base, found := runtime.OracleCentral(uintptr(spc), int(list), uint32(i)+uint32(n))
		if !found {
			break
		}
		r[2+n] = float64(base)
	}
	r[1] = float64(n)
	return ok
}

func pacer(_, _, _ int32, r *row) int {
	runtime.OracleGCState(&gc)
	values := [...]uint64{gc.HeapLive, gc.HeapGoal, gc.Trigger, gc.HeapMarked, gc.StackScan, gc.GlobalsScan, gc.HeapScan,
		gc.InUse, gc.Free, gc.Released, gc.MappedReady, gc.HeapMin, uint64(gc.NumGC), uint64(gc.Phase)}
	for i, v := range values {
		r[1+i] = float64(v)
	}
	r[15] = float64(gc.GCPercent)
	return ok
}

// accounts answers what else the pacer's formulas take, and the number of threads.
func accounts(_, _, _ int32, r *row) int {
	runtime.OracleGCState(&gc)
	values := [...]uint64{gc.TotalAlloc, gc.TotalFree, uint64(gc.MemoryLimit), gc.PercentGoal, gc.LastTrigger, gc.Runway, gc.SweepDistMin, gc.LastHeapGoal}
	for i, v := range values {
		r[1+i] = float64(v)
	}
	r[9], r[10] = gc.ConsMark, float64(runtime.OracleThreads())
	return ok
}

// scheduler answers how many times this P has taken a goroutine to run.
func scheduler(_, _, _ int32, r *row) int {
	r[1] = float64(runtime.OracleSchedTick())
	return ok
}

// systems answers what MemStats says the runtime has from the system, all of it and part by part.
func systems(_, _, _ int32, r *row) int {
	runtime.ReadMemStats(&stats)
	values := [...]uint64{stats.Sys, stats.HeapSys, stats.StackSys, stats.MSpanSys, stats.MCacheSys, stats.BuckHashSys, stats.GCSys, stats.OtherSys,
		stats.StackInuse, stats.MSpanInuse, stats.MCacheInuse}
	for i, v := range values {
		r[1+i] = float64(v)
	}
	return ok
}

func constant(i, _, _ int32, r *row) int {
	r[1] = float64(runtime.OracleConst(int(i)))
	return ok
}

func sizeClass(i, _, _ int32, r *row) int {
	if i < 0 || i >= int32(runtime.OracleConst(0)) {
		return badArgument
	}
	size, npages := runtime.OracleSizeClass(int(i))
	r[1], r[2] = float64(size), float64(npages)
	return ok
}

func roundupsize(n, noscan, _ int32, r *row) int {
	if n < 0 {
		return badArgument
	}
	r[1] = float64(runtime.OracleRoundupSize(uintptr(n), noscan != 0))
	return ok
}
