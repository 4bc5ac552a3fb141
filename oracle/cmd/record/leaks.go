package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os/exec"
	"slices"
)

// LeakGraph is a graph of goroutines and channels, and which goroutines the goroutineleak profile named.
type LeakGraph struct {
	Name       string          `json:"name"`
	Channels   int             `json:"channels"`
	Global     []int           `json:"global"`
	Goroutines []LeakGoroutine `json:"goroutines"`
	Leaked     []int           `json:"leaked"`
}

// LeakGoroutine waits for channels, or with none for time to pass, and holds others meanwhile.
type LeakGoroutine struct {
	Waits []int `json:"waits"`
	Holds []int `json:"holds"`
}

var none = []int{}

// leakFigures are the examples of the figure.
var leakFigures = []LeakGraph{
	{Name: "timeout", Channels: 2, Global: []int{0}, Goroutines: []LeakGoroutine{{none, []int{0}}, {[]int{0}, none}, {[]int{1}, none}}},
	{Name: "chain", Channels: 3, Global: none, Goroutines: []LeakGoroutine{{none, []int{0}}, {[]int{0}, []int{1}}, {[]int{1}, []int{2}}, {[]int{2}, none}}},
	{Name: "hidden", Channels: 1, Global: []int{0}, Goroutines: []LeakGoroutine{{[]int{0}, none}, {[]int{0}, none}}},
	{Name: "ring", Channels: 2, Global: none, Goroutines: []LeakGoroutine{{[]int{1}, []int{0}}, {[]int{0}, []int{1}}}},
	{Name: "select", Channels: 3, Global: none, Goroutines: []LeakGoroutine{{none, []int{1}}, {[]int{0, 1}, []int{2}}, {[]int{0}, none}, {[]int{2}, none}}},
}

func recordLeaks() {
	const runs, random = 5, 120
	program := goBuild{program: "leaks"}.build("leaks")
	graphs := slices.Clone(leakFigures)
	x := lcg(1)
	for i := range random {
		graphs = append(graphs, randomGraph(&x, fmt.Sprintf("random %d", i)))
	}
	var all [][][]int
	for range runs {
		all = append(all, leakedOf(program, graphs))
	}
	kept, agreed := mostCommon(all, func(leaked [][]int) string { return fmt.Sprint(leaked) })
	for i := range graphs {
		graphs[i].Leaked = kept[i]
	}
	version := pinned()
	parts := map[string][]LeakGraph{"leaks": graphs[:len(leakFigures)], "leaks-random": graphs[len(leakFigures):]}
	for name, rows := range parts {
		write(name, Recording{Schema: "leaks@1", What: "goroutines that wait for channels, and which of them the goroutineleak profile names",
			Go: &version, Command: "leaks < graphs", Runs: Runs{agreed, runs, "all goroutines named"}, Rows: rows})
	}
}

// randomGraph has up to five channels and six goroutines; a third of these can run.
func randomGraph(x *lcg, name string) LeakGraph {
	g := LeakGraph{Name: name, Channels: 1 + int(x.next(5)), Global: []int{}}
	channel := func() int { return int(x.next(int32(g.Channels))) }
	if x.next(3) == 0 {
		g.Global = append(g.Global, channel())
	}
	for range 1 + x.next(6) {
		one := LeakGoroutine{Waits: []int{}, Holds: []int{}}
		if x.next(3) > 0 {
			one.Waits = append(one.Waits, channel())
		}
		for range x.next(3) {
			one.Holds = append(one.Holds, channel())
		}
		g.Goroutines = append(g.Goroutines, one)
	}
	return g
}

func leakedOf(program string, graphs []LeakGraph) [][]int {
	cmd := exec.Command(program)
	cmd.Stdin = bytes.NewReader(must(json.Marshal(graphs)))
	out := json.NewDecoder(bytes.NewReader(must(cmd.Output())))
	leaked := make([][]int, len(graphs))
	for i := range leaked {
		check(out.Decode(&leaked[i]))
		slices.Sort(leaked[i])
	}
	return leaked
}
