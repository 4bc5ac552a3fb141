// Hello prints and waits: the smallest Go process. It imports nothing that allocates.
package main

import "syscall"

func main() {
	println("ready")
	var b [1]byte
	if _, err := syscall.Read(0, b[:]); err != nil {
		panic(err)
	}
}
