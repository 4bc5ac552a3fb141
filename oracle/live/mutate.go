package main

import (
	"runtime"
	"unsafe"
)

// slotCount is how many objects the host can hold by number; every other object is garbage.
const slotCount = 4096

// The slots: what they point to, its size, and whether it may hold pointers or has a finalizer.
var (
	objects    [slotCount]unsafe.Pointer
	sizes      [slotCount]int32
	scannable  [slotCount]bool
	finalizing [slotCount]bool
)

const (
	maxObject  = 16 << 20
	maxGarbage = 64 << 20
)

// fits tells whether n more bytes stay below the ceiling.
func fits(n int32) bool { return int64(runtime.OracleBreak())+int64(n)+1<<20 <= ceiling }

func isSlot(s int32) bool { return 0 <= s && s < slotCount }

// held says why slot s cannot be used, or ok.
func held(s int32) int {
	switch {
	case !isSlot(s):
		return badSlot
	case objects[s] == nil:
		return emptySlot
	}
	return ok
}

func put(s int32, p unsafe.Pointer, size int32, pointers bool, r *row) {
	objects[s], sizes[s], scannable[s], finalizing[s] = p, size, pointers, false
	describe(uintptr(p), r)
}

// describe answers with an object's address and its span.
func describe(p uintptr, r *row) {
	r[1] = float64(p)
	if runtime.OracleSpanOf(p, &sp) {
		r[2], r[3], r[4] = float64(sp.Base), float64(sp.ElemSize), float64(sp.Nelems)
		r[5], r[6] = float64(sp.FreeIndex), float64(sp.SpanClass)
	}
}

func newObject(size int32, pointers bool) unsafe.Pointer {
	if pointers {
		return unsafe.Pointer(unsafe.SliceData(make([]unsafe.Pointer, (size+7)/8)))
	}
	return unsafe.Pointer(unsafe.SliceData(make([]byte, size)))
}

func allocate(slot, size, pointers int32, r *row) int {
	switch {
	case !isSlot(slot):
		return badSlot
	case size < 1 || size > maxObject:
		return badSize
	case !fits(size):
		return full
	}
	put(slot, newObject(size, pointers != 0), size, pointers != 0, r)
	return ok
}

// kinds are the typed values: the compiler allocates each with new, by its type.
var kinds = [...]struct {
	size     int32
	pointers bool
	make     func() unsafe.Pointer
}{
	{1, false, func() unsafe.Pointer { return unsafe.Pointer(new(bool)) }},
	{2, false, func() unsafe.Pointer { return unsafe.Pointer(new(int16)) }},
	{4, false, func() unsafe.Pointer { return unsafe.Pointer(new(int32)) }},
	{8, false, func() unsafe.Pointer { return unsafe.Pointer(new(int64)) }},
	{3, false, func() unsafe.Pointer { return unsafe.Pointer(new([3]byte)) }},
	{12, false, func() unsafe.Pointer { return unsafe.Pointer(new([12]byte)) }},
	{8, true, func() unsafe.Pointer { return unsafe.Pointer(new(*int)) }},
	{16, true, func() unsafe.Pointer { return unsafe.Pointer(new([2]*int)) }},
	{48, false, func() unsafe.Pointer { return unsafe.Pointer(new([6]int)) }},
	{48, true, func() unsafe.Pointer { return unsafe.Pointer(new([6]*int)) }},
}

func typed(slot, kind, _ int32, r *row) int {
	switch {
	case !isSlot(slot):
		return badSlot
	case kind < 0 || int(kind) >= len(kinds):
		return badArgument
	case !fits(64):
		return full
	}
	k := kinds[kind]
	put(slot, k.make(), k.size, k.pointers, r)
	return ok
}

// link stores the object of slot to, or nil when to is negative, in a word of the object of slot from.
func link(from, word, to int32, _ *row) int {
	if why := held(from); why != ok {
		return why
	}
	if !scannable[from] || word < 0 || word >= (sizes[from]+7)/8 {
		return badArgument
	}
	var target unsafe.Pointer
	if to >= 0 {
		if why := held(to); why != ok {
			return why
		}
		target = objects[to]
	}
	*(*unsafe.Pointer)(unsafe.Add(objects[from], word*8)) = target
	return ok
}

func drop(slot, _, _ int32, _ *row) int {
	if !isSlot(slot) {
		return badSlot
	}
	objects[slot] = nil
	return ok
}

var sink unsafe.Pointer

// garbage allocates and drops count objects; it answers how many there was room for.
func garbage(count, size, pointers int32, r *row) int {
	if size < 1 || count < 0 || int64(count)*(int64(size)+16) > maxGarbage {
		return badSize
	}
	for i := range count {
		if !fits(size) {
			return full
		}
		sink = newObject(size, pointers != 0)
		r[1] = float64(i + 1)
	}
	sink = nil
	return ok
}

// Appends to a fresh slice of length and capacity a, b more elements; it answers the new capacity.
// c picks the element: 0 byte, 1 int32, 2 int64, 3 *int, 4 [3]int64, 5 [3]byte.
func appendTo(a, b, c int32, r *row) int {
	if a < 0 || b < 0 || a > 1<<20 || b > 1<<20 {
		return badSize
	}
	if !fits(1 << 26) {
		return full
	}
	grown := [...]func(a, b int32) int{appended[byte], appended[int32], appended[int64], appended[*int], appended[[3]int64], appended[[3]byte]}
	if c < 0 || int(c) >= len(grown) {
		return badArgument
	}
	r[1] = float64(grown[c](a, b))
	return ok
}

func appended[T any](a, b int32) int {
	s := append(make([]T, a), make([]T, b)...)
	sink = unsafe.Pointer(unsafe.SliceData(s))
	sink = nil
	return cap(s)
}
