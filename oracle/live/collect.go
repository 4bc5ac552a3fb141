package main

import (
	"math"
	"runtime"
	"unsafe"
	"weak"
)

func collect(_, _, _ int32, r *row) int {
	runtime.GC()
	return pacer(0, 0, 0, r)
}

func freeOSMemory(_, _, _ int32, r *row) int {
	runtime.OracleFreeOSMemory()
	return pacer(0, 0, 0, r)
}

// setGCPercent answers the former percentage; a negative one turns the collector off.
func setGCPercent(percent, _, _ int32, r *row) int {
	r[1] = float64(runtime.OracleSetGCPercent(percent))
	return ok
}

// setMemoryLimit takes KiB; a negative number is no limit. It answers the former limit in bytes.
func setMemoryLimit(kib, _, _ int32, r *row) int {
	limit := int64(math.MaxInt64)
	if kib >= 0 {
		limit = int64(kib) << 10
	}
	r[1] = float64(runtime.OracleSetMemoryLimit(limit))
	return ok
}

// yield lets the runtime's own goroutines run; with a time it sleeps, up to a second.
func yield(nanoseconds, _, _ int32, _ *row) int {
	if nanoseconds < 0 || nanoseconds > 1e9 {
		return badArgument
	}
	if nanoseconds > 0 {
		runtime.OracleSleep(int64(nanoseconds))
	}
	runtime.Gosched()
	return ok
}

// journal is what finalizers and cleanups did, in order; it keeps the newest.
var (
	journal    [256]int32
	journalLen int
)

const cleanupMark = 1 << 30

func note(id int32) {
	journal[journalLen%len(journal)] = id
	journalLen++
}

// finalizer sets a finalizer that notes id; an object can have one only.
func finalizer(slot, id, _ int32, _ *row) int {
	if why := held(slot); why != ok {
		return why
	}
	if finalizing[slot] || id < 0 || id >= cleanupMark {
		return badArgument
	}
	finalizing[slot] = true
	if scannable[slot] {
		runtime.SetFinalizer((**byte)(objects[slot]), func(**byte) { note(id) })
	} else {
		runtime.SetFinalizer((*byte)(objects[slot]), func(*byte) { note(id) })
	}
	return ok
}

// cleanup adds a cleanup that notes id with the cleanup mark.
func cleanup(slot, id, _ int32, _ *row) int {
	if why := held(slot); why != ok {
		return why
	}
	if id < 0 || id >= cleanupMark {
		return badArgument
	}
	runtime.AddCleanup((*byte)(objects[slot]), func(id int32) { note(id | cleanupMark) }, id)
	return ok
}

// events answers how many there were and up to 14 of them from the a-th on; those overwritten read 0.
func events(a, _, _ int32, r *row) int {
	if a < 0 {
		return badArgument
	}
	r[1] = float64(journalLen)
	for i := 0; i < rowLen-2 && int(a)+i < journalLen; i++ {
		if at := int(a) + i; at >= journalLen-len(journal) {
			r[2+i] = float64(journal[at%len(journal)])
		}
	}
	return ok
}

var handles [64]weak.Pointer[byte]

// weakMake makes handle h a weak pointer to a slot's object.
func weakMake(slot, h, _ int32, _ *row) int {
	if why := held(slot); why != ok {
		return why
	}
	if h < 0 || int(h) >= len(handles) {
		return badArgument
	}
	handles[h] = weak.Make((*byte)(objects[slot]))
	return ok
}

// weakValue answers the address a handle still leads to, or 0.
func weakValue(h, _, _ int32, r *row) int {
	if h < 0 || int(h) >= len(handles) {
		return badArgument
	}
	r[1] = float64(uintptr(unsafe.Pointer(handles[h].Value())))
	return ok
}
