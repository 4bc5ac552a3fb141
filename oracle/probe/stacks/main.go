// Stacks does one thing: "fresh" starts 96 goroutines one after another and prints, as a JSON array, where the stack
// of each begins, relative to the lowest; "overflow" calls itself until it dies, under debug.SetMaxStack if its second
// argument is not 0.
package main

import (
	"encoding/json"
	"os"
	"runtime"
	"runtime/debug"
	"strconv"
	"unsafe"
)

const (
	count    = 96
	smallest = 2048
)

var (
	began [count]uintptr
	hold  = make(chan bool)
	done  = make(chan int32)
)

// where is the stack that its caller runs on: stacks lie at multiples of their size.
//
//go:noinline
func where() uintptr {
	var local byte
	return uintptr(unsafe.Pointer(&local)) &^ (smallest - 1)
}

func fresh() {
	for i := range began {
		i := i
		go func() {
			began[i] = where()
			<-hold
		}()
		runtime.Gosched()
	}
	lowest := began[0]
	for _, at := range began {
		if at < lowest {
			lowest = at
		}
	}
	var offsets [count]int
	for i, at := range began {
		offsets[i] = int(at - lowest)
	}
	if err := json.NewEncoder(os.Stdout).Encode(offsets); err != nil {
		panic(err)
	}
}

//go:noinline
func medium(n int32) int32 {
	var local [1008]byte
	local[n&63] = byte(n)
	if n == 0 {
		return int32(local[1])
	}
	return medium(n-1) + int32(local[n&63])
}

func overflow(limit int) {
	if limit > 0 {
		debug.SetMaxStack(limit)
	}
	go func() { done <- medium(1 << 30) }()
	<-done
}

func main() {
	if os.Args[1] == "fresh" {
		fresh()
		return
	}
	limit, err := strconv.Atoi(os.Args[2])
	if err != nil {
		panic(err)
	}
	overflow(limit)
}
