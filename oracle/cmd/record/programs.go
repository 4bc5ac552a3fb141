package main

import "fmt"

// The programs of the scripts. Each turns the collector off first unless it is about collection.

var gcOff = operation{opSetGCPercent, -1}

// collected is a collection after which the runtime's own goroutines, the sweeper above all, have come to rest.
var collected = []operation{{opCollect}, {opYield}, {opYield}, {opYield}, {opYield}}

func allocationScripts() []namedScript {
	list := []namedScript{
		{"every class, without and with pointers", everyClass()},
		{"successive 48 bytes", repeated(operation{opAllocate, 0, 48, 0}, 400)},
		{"successive 48 bytes with pointers", repeated(operation{opAllocate, 0, 48, 1}, 400)},
		{"successive 24 bytes", repeated(operation{opAllocate, 0, 24, 0}, 700)},
		{"successive 1,024 bytes with pointers", repeated(operation{opAllocate, 0, 1024, 1}, 60)},
		{"large objects", largeObjects()},
	}
	for seed := uint32(1); seed <= 12; seed++ {
		list = append(list, namedScript{fmt.Sprintf("mixed, seed %d", seed), mixed(seed, 300)})
	}
	return list
}

func repeated(op operation, n int32) []operation {
	ops := []operation{gcOff}
	for i := range n {
		op[1] = i
		ops = append(ops, op)
	}
	return ops
}

// everyClass allocates one object of each size class up to 32 KiB, by the bounds of the classes.
func everyClass() []operation {
	ops := []operation{gcOff}
	slot := int32(0)
	for _, size := range classSizes {
		for pointers := range int32(2) {
			ops = append(ops, operation{opAllocate, slot, size - 8*pointers, pointers})
			slot++
		}
	}
	return ops
}

// classSizes are the size classes of Go 1.27 from 16 bytes on (internal/runtime/gc/sizeclasses.go).
var classSizes = []int32{16, 24, 32, 48, 64, 80, 96, 112, 128, 144, 160, 176, 192, 208, 224, 240, 256, 288, 320, 352, 384, 416, 448, 480, 512, 576, 640, 704, 768, 896, 1024, 1152, 1280, 1408, 1536, 1792, 2048, 2304, 2688, 3072, 3200, 3456, 4096, 4864, 5376, 6144, 6528, 6784, 6912, 8192, 9472, 9728, 10240, 10880, 12288, 13568, 14336, 16384, 18432, 19072, 20480, 21760, 24576, 27264, 28672, 32768}

func largeObjects() []operation {
	ops := []operation{gcOff}
	for i, size := range []int32{32761, 32769, 40000, 40960, 65536, 65537, 100000, 1 << 20, 1<<20 + 1, 4 << 20, 100000, 8 << 20, 32769, 16 << 20, 65536} {
		ops = append(ops, operation{opAllocate, int32(i), size, int32(i) % 2}, operation{opPageRange})
	}
	return ops
}

// lcg is the generator of Numerical Recipes; its low bits are poor.
type lcg uint32

func (x *lcg) next(n int32) int32 {
	*x = *x*1664525 + 1013904223
	return int32(uint32(*x) >> 8 % uint32(n))
}

// mixed allocates, drops and collects as a seed decides.
func mixed(seed uint32, n int) []operation {
	x := lcg(seed)
	ops := []operation{gcOff}
	for len(ops) < n {
		slot := x.next(100)
		switch k := x.next(100); {
		case k < 70:
			ops = append(ops, operation{opAllocate, slot, 1 + x.next(600), x.next(2)})
		case k < 75:
			ops = append(ops, operation{opAllocate, slot, 1 + x.next(60_000), x.next(2)})
		case k < 80:
			ops = append(ops, operation{opTyped, slot, x.next(10)})
		case k < 97:
			ops = append(ops, operation{opDrop, slot})
		default:
			ops = append(ops, collected...)
		}
	}
	return ops
}

func tinyScripts() []namedScript {
	var list []namedScript
	for seed := uint32(1); seed <= 3; seed++ {
		x := lcg(seed)
		ops := []operation{gcOff}
		for i := range int32(120) {
			ops = append(ops, operation{opTyped, i, x.next(6)}, operation{opTiny})
		}
		list = append(list, namedScript{fmt.Sprintf("typed values, seed %d", seed), ops})
	}
	ops := []operation{gcOff}
	for size := int32(1); size <= 16; size++ {
		for i := range int32(4) {
			ops = append(ops, operation{opAllocate, size*4 + i, size, 0}, operation{opTiny})
		}
	}
	return append(list, namedScript{"byte slices of 1 to 16 bytes", ops})
}

func reuseScripts() []namedScript {
	var list []namedScript
	for _, size := range []int32{16, 64, 512, 4096, 40960} {
		ops := repeated(operation{opAllocate, 0, size, 0}, 300)
		for i := int32(1); i < 300; i += 2 {
			ops = append(ops, operation{opDrop, i})
		}
		ops = append(append(ops, collected...), collected...)
		for i := int32(1); i < 300; i += 2 {
			ops = append(ops, operation{opAllocate, i, size, 0})
		}
		list = append(list, namedScript{fmt.Sprintf("every other of 300 objects of %d bytes", size), ops})
	}
	return list
}

func stackScripts() []namedScript {
	var list []namedScript
	for frame, name := range []string{"small", "medium", "large"} {
		ops := []operation{gcOff}
		for _, depth := range []int32{0, 1, 5, 10, 20, 50, 100, 200, 500, 1000, 2000} {
			ops = append(ops, operation{opGrow, depth, int32(frame)})
		}
		list = append(list, namedScript{name + " frames", ops})
	}
	return list
}

// goalScripts collects with live heaps of several sizes under several settings, and reads all inputs of the goal.
func goalScripts() []namedScript {
	read := []operation{{opCollect}, {opCollect}, {opPacer}, {opAccounts}}
	var list []namedScript
	for _, live := range []int32{0, 1, 4, 16, 64} {
		ops := append([]operation{{opPacer}, {opAccounts}}, holding(live)...)
		for _, percent := range []int32{1, 10, 50, 100, 200, 400, 1000, -1} {
			ops = append(append(ops, operation{opSetGCPercent, percent}), read...)
		}
		for _, limit := range []int32{8, 32, 70, 100, 256} {
			for _, percent := range []int32{100, -1} {
				ops = append(append(ops, operation{opSetGCPercent, percent}, operation{opSetMemoryLimit, limit << 10}), read...)
			}
		}
		list = append(list, namedScript{fmt.Sprintf("%d MiB live", live), ops})
	}
	return list
}

func holding(mib int32) []operation {
	ops := []operation{gcOff}
	for i := range mib * 16 {
		ops = append(ops, operation{opAllocate, i, 64 << 10, 0})
	}
	return ops
}

// triggerScripts makes garbage from the start, under several GOGCs, until one collection has run.
func triggerScripts() []namedScript {
	list := []namedScript{{"as it comes", youngHeap(64<<10, 80)}}
	for _, t := range []struct{ percent, size, n int32 }{{25, 64 << 10, 40}, {50, 64 << 10, 60}, {200, 64 << 10, 160}, {400, 256 << 10, 90}, {100, 1 << 20, 8}, {100, 40960, 120}} {
		ops := append([]operation{{opSetGCPercent, t.percent}}, youngHeap(t.size, t.n)...)
		list = append(list, namedScript{fmt.Sprintf("GOGC=%d, %d KiB at a time", t.percent, t.size>>10), ops})
	}
	return list
}

// youngHeap allocates n large objects one by one and drops each at once.
func youngHeap(size, n int32) []operation {
	ops := []operation{{opPacer}, {opAccounts}}
	for range n {
		ops = append(ops, operation{opGarbage, 1, size, 0}, operation{opPacer})
	}
	return ops
}

func deathScripts() []namedScript {
	object := func(slot int32) operation { return operation{opAllocate, slot, 64, 1} }
	seen := append(append([]operation{}, collected...), operation{opYield, 1_000_000}, operation{opEvents})
	var four, chain, chainCleanups []operation
	for i := range int32(4) {
		four = append(four, object(i), operation{opFinalizer, i, 10 + i}, operation{opWeakMake, i, i})
		four = append(four, object(8+i), operation{opCleanup, 8 + i, 20 + i}, operation{opCleanup, 8 + i, 30 + i}, operation{opWeakMake, 8 + i, 8 + i})
	}
	for i := range int32(3) {
		chain = append(chain, object(i), operation{opFinalizer, i, 10 + i})
		chainCleanups = append(chainCleanups, object(i), operation{opCleanup, i, 10 + i})
	}
	linked := []operation{{opLink, 0, 0, 1}, {opLink, 1, 0, 2}}
	weak := []operation{{opWeakValue, 0}, {opWeakValue, 8}}
	return []namedScript{
		{"four with a finalizer, four with two cleanups", concat(four, dropped(12), weak, seen, weak, seen)},
		{"a chain of three with finalizers: one a collection", concat(chain, linked, dropped(3), seen, seen, seen, seen)},
		{"a chain of three with cleanups: all at once", concat(chainCleanups, linked, dropped(3), seen, seen)},
		{"a cycle with finalizers: never", concat(chain, linked, []operation{{opLink, 2, 0, 0}}, dropped(3), seen, seen, seen)},
		{"a cycle with cleanups: at once", concat(chainCleanups, linked, []operation{{opLink, 2, 0, 0}}, dropped(3), seen, seen)},
	}
}

func dropped(n int32) []operation {
	var ops []operation
	for i := range n {
		ops = append(ops, operation{opDrop, i})
	}
	return ops
}

func concat(parts ...[]operation) []operation {
	var all []operation
	for _, part := range parts {
		all = append(all, part...)
	}
	return all
}
