// Service keeps a tree alive and allocates garbage beside it, at a rate that is a matter of work, not of the clock. When
// enough collections have passed it has said what they cost:
//
//	service LEVELS BUSY SPIN NAP COLLECTIONS
//
// LEVELS of a binary tree of 64 bytes each stay. BUSY goroutines allocate 1 KiB at a time and turn SPIN rounds after each; with
// NAP microseconds above zero they sleep so long after each MiB. GOMAXPROCS, GOGC and GOMEMLIMIT are the environment's.
package main

import (
	"fmt"
	"os"
	"runtime"
	"runtime/metrics"
	"strconv"
	"sync/atomic"
	"time"
)

type node struct {
	left, right *node
	data        [48]byte
}

const (
	size = 1 << 10
	look = 256 // objects after which somebody looks whether a collection has passed
	// Collections before the first that counts: the pacer remembers the fastest allocation of the last five.
	warm = 6
)

var (
	kept *node
	sink [64]struct {
		object *[size]byte
		turned uint64
		_      [48]byte
	}
	names = []string{"/gc/cycles/total:gc-cycles", "/gc/heap/goal:bytes", "/gc/heap/allocs:bytes", "/gc/heap/live:bytes",
		"/gc/scan/heap:bytes", "/gc/scan/stack:bytes", "/gc/scan/globals:bytes", "/cpu/classes/total:cpu-seconds",
		"/cpu/classes/user:cpu-seconds", "/cpu/classes/idle:cpu-seconds", "/cpu/classes/gc/mark/assist:cpu-seconds",
		"/cpu/classes/gc/mark/dedicated:cpu-seconds", "/cpu/classes/gc/mark/idle:cpu-seconds", "/memory/classes/total:bytes",
		"/memory/classes/heap/released:bytes", "/memory/classes/heap/free:bytes", "/memory/classes/heap/objects:bytes"}
	done atomic.Bool
)

func tree(levels int) *node {
	if levels == 1 {
		return new(node)
	}
	return &node{left: tree(levels - 1), right: tree(levels - 1)}
}

// turn is work that neither allocates nor leaves the processor.
func turn(x uint64, rounds int) uint64 {
	for range rounds {
		x ^= x << 13
		x ^= x >> 7
		x ^= x << 17
	}
	return x
}

// work allocates until it is over; the first of those that do looks whether a collection has passed.
func work(i, spin int, nap time.Duration, passed func()) {
	s := &sink[i]
	s.turned = uint64(i + 1)
	for n := 1; !done.Load(); n++ {
		s.object = new([size]byte)
		s.turned = turn(s.turned, spin)
		if i == 0 && n%look == 0 {
			passed()
		}
		if nap > 0 && n%(1<<20/size) == 0 {
			time.Sleep(nap)
		}
	}
}

// observer says the metrics after each collection that counts.
func observer(collections uint64) func() {
	samples := make([]metrics.Sample, len(names))
	for i, name := range names {
		samples[i].Name = name
	}
	metrics.Read(samples)
	fmt.Println("kept", samples[3].Value.Uint64())
	first := samples[0].Value.Uint64() + warm
	last := first - 1
	return func() {
		metrics.Read(samples[:1])
		if now := samples[0].Value.Uint64(); now > last && !done.Load() {
			last = now
			metrics.Read(samples)
			say(samples)
			done.Store(now >= first+collections)
		}
	}
}

func say(samples []metrics.Sample) {
	line := make([]byte, 0, 512)
	line = append(line, "at"...)
	for _, s := range samples {
		line = append(line, ' ')
		if s.Value.Kind() == metrics.KindUint64 {
			line = strconv.AppendUint(line, s.Value.Uint64(), 10)
		} else {
			line = strconv.AppendFloat(line, s.Value.Float64(), 'f', 9, 64)
		}
	}
	os.Stdout.Write(append(line, '\n'))
}

func number(i int) int {
	n, err := strconv.Atoi(os.Args[i])
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	return n
}

func main() {
	levels, busy, spin, nap, collections := number(1), number(2), number(3), number(4), number(5)
	kept = tree(levels)
	runtime.GC()
	passed := observer(uint64(collections))
	ended := make(chan bool)
	for i := range busy {
		go func() {
			work(i, spin, time.Duration(nap)*time.Microsecond, passed)
			ended <- true
		}()
	}
	for range busy {
		<-ended
	}
	runtime.KeepAlive(kept)
}
