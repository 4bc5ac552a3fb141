package main

import (
	"runtime"
	"unsafe"
)

// maxDepth bounds recursion: each call of Go is also a call on the host's own stack.
const maxDepth = 2000

// moved is one stack a goroutine was seen on: where a local lay, and the stack's bounds.
type moved struct{ local, lo, hi uintptr }

var (
	stacks     [16]moved
	stackCount int
	finished   = make(chan int32, 1)
)

// see notes the goroutine's stack when it is not the one noted last.
func see(local unsafe.Pointer) {
	lo, hi := runtime.OracleStack()
	if stackCount < len(stacks) && (stackCount == 0 || stacks[stackCount-1].lo != lo) {
		stacks[stackCount] = moved{uintptr(local), lo, hi}
		stackCount++
	}
}

//go:noinline
func small(n int32) int32 {
	var local [96]byte
	local[n&63] = byte(n)
	see(unsafe.Pointer(&local))
	if n == 0 {
		return int32(local[1])
	}
	return small(n-1) + int32(local[n&63])
}

//go:noinline
func medium(n int32) int32 {
	var local [1000]byte
	local[n&63] = byte(n)
	see(unsafe.Pointer(&local))
	if n == 0 {
		return int32(local[1])
	}
	return medium(n-1) + int32(local[n&63])
}

//go:noinline
func large(n int32) int32 {
	var local [8000]byte
	local[n&63] = byte(n)
	see(unsafe.Pointer(&local))
	if n == 0 {
		return int32(local[1])
	}
	return large(n-1) + int32(local[n&63])
}

var frames = [...]func(int32) int32{small, medium, large}

// grow starts a goroutine that calls itself depth times with small, medium or large frames.
// It answers how many stacks the goroutine had, and of the last four: local, lo, hi.
func grow(depth, frame, _ int32, r *row) int {
	if depth < 0 || depth > maxDepth || frame < 0 || int(frame) >= len(frames) {
		return badArgument
	}
	if !fits(64 << 20) {
		return full
	}
	stackCount = 0
	go func() { finished <- frames[frame](depth) }()
	<-finished
	r[1] = float64(stackCount)
	for i, s := range stacks[max(0, stackCount-4):stackCount] {
		r[2+i*3], r[3+i*3], r[4+i*3] = float64(s.local), float64(s.lo), float64(s.hi)
	}
	return ok
}
