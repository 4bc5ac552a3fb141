// Leaks reads graphs of goroutines and channels, a JSON array, builds each for real, and prints which of its goroutines
// the goroutineleak profile names, one line a graph.
package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"regexp"
	"runtime"
	"runtime/pprof"
	"strconv"
	"sync"
	"time"
)

// Goroutine waits for one of its channels, at most two, or, with none, for time to pass. It holds others meanwhile.
type Goroutine struct {
	Waits []int `json:"waits"`
	Holds []int `json:"holds"`
}

// Graph is what there is: channels, those of them that a package-level variable leads to, and goroutines.
type Graph struct {
	Channels   int         `json:"channels"`
	Global     []int       `json:"global"`
	Goroutines []Goroutine `json:"goroutines"`
}

var global []chan int

func main() {
	var graphs []Graph
	if err := json.NewDecoder(os.Stdin).Decode(&graphs); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	for i, g := range graphs {
		build(i, g)
		time.Sleep(5 * time.Millisecond) // until all of them wait
		out, _ := json.Marshal(leaked(i))
		fmt.Println(string(out))
	}
}

var label = regexp.MustCompile(`"of":"(\d+)", "who":"(\d+)"`)

// leaked are the goroutines of a graph that the profile names. Those of earlier graphs still wait, and are named again.
func leaked(graph int) []int {
	var text bytes.Buffer
	if err := pprof.Lookup("goroutineleak").WriteTo(&text, 1); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	found := []int{}
	for _, m := range label.FindAllStringSubmatch(text.String(), -1) {
		if m[1] == strconv.Itoa(graph) {
			who, _ := strconv.Atoi(m[2])
			found = append(found, who)
		}
	}
	return found
}

//go:noinline
func build(graph int, g Graph) {
	channels := make([]chan int, g.Channels)
	for i := range channels {
		channels[i] = make(chan int)
	}
	global = pick(channels, g.Global)
	var begun sync.WaitGroup
	for i, one := range g.Goroutines {
		begun.Add(1)
		labels := pprof.Labels("of", strconv.Itoa(graph), "who", strconv.Itoa(i))
		waits, holds := pick(channels, one.Waits), pick(channels, one.Holds)
		go pprof.Do(context.Background(), labels, func(context.Context) {
			begun.Done()
			wait(waits)
			runtime.KeepAlive(holds)
		})
	}
	begun.Wait()
}

func pick(channels []chan int, which []int) []chan int {
	some := make([]chan int, len(which))
	for i, c := range which {
		some[i] = channels[c]
	}
	return some
}

func wait(these []chan int) {
	switch len(these) {
	case 0:
		time.Sleep(time.Hour)
	case 1:
		<-these[0]
	default:
		select {
		case <-these[0]:
		case <-these[1]:
		}
	}
}
