// Escapes is twenty functions for `go build -gcflags=-m`: what goes to the heap, and why. measure.go counts what does.
package main

import "fmt"

type pair struct{ a, b int }

func returnsPointer() *pair         { p := pair{1, 2}; return &p }
func keepsPointer() int             { p := &pair{1, 2}; return p.a }
func returnsValue() pair            { p := pair{1, 2}; return p }
func toInterface(n int) interface{} { return n }
func interfaceStays(n int) bool     { var v interface{} = n; return v == nil }
func closureReturned() func() int   { n := 0; return func() int { n++; return n } }
func closureStays() int             { n := 0; f := func() { n++ }; f(); return n }
func constantSlice() int            { s := make([]int, 100); return len(s) }
func bigSlice() int                 { s := make([]byte, 64<<10+1); return len(s) }
func variableSlice(n int) int       { s := make([]byte, n); return len(s) }
func appendedSlice(n int) int {
	var s []int
	for i := 0; i < n; i++ {
		s = append(s, i)
	}
	return len(s)
}
func localMap() int               { m := map[int]int{1: 2}; return m[1] }
func passesThrough(p *pair) *pair { return p }
func onlyReads(p *pair) int       { return p.a }

var global *pair

func toGlobal()                  { p := pair{}; global = &p }
func toChannel(c chan *pair)     { c <- &pair{} }
func deferred() (n int)          { defer func() { n++ }(); return 1 }
func printed(n int)              { fmt.Println(n) }
func bigArray() byte             { var a [10 << 20]byte; return a[5] }
func bytesOfString(s string) int { b := []byte(s); return len(b) }
