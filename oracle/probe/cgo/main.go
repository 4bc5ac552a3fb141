// Cgo calls C's malloc from the main thread and from a second one: a Go process with a C heap beside its own.
package main

// #include <stdlib.h>
import "C"

import (
	"runtime"
	"syscall"
)

func second(done chan<- struct{}) {
	runtime.LockOSThread()
	println("threadPointer", C.malloc(1))
	close(done)
	select {}
}

func main() {
	runtime.LockOSThread()
	println("pointer", C.malloc(1))
	done := make(chan struct{})
	go second(done)
	<-done
	println("ready")
	var b [1]byte
	if _, err := syscall.Read(0, b[:]); err != nil {
		panic(err)
	}
}
