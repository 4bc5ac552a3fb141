package main

import (
	"os/exec"
	"strings"
)

// Emptied is what a map has of the heap after one step, in bytes: the least and the most of all runs, whose hash seeds differ.
type Emptied struct {
	Elem    int    `json:"elem"` // bytes of an element
	Entries int    `json:"entries"`
	Op      string `json:"op"`
	Least   int    `json:"least"`
	Most    int    `json:"most"`
}

func recordEmptied() {
	const runs = 10
	program := goBuild{program: "emptied"}.build("emptied")
	rows := emptiedOnce(program)
	for range runs - 1 {
		for i, row := range emptiedOnce(program) {
			rows[i].Least, rows[i].Most = min(rows[i].Least, row.Least), max(rows[i].Most, row.Most)
		}
	}
	agreed := 0
	for _, row := range rows {
		if row.Least == row.Most {
			agreed++
		}
	}
	version := pinned()
	write("emptied", Recording{Schema: "emptied@1", What: "map[int][128]byte and map[int][129]byte: filled, emptied by delete, filled again, cleared, made anew",
		Go: &version, Env: []string{"GOMAXPROCS=1"}, Command: "emptied", Runs: Runs{agreed, len(rows), "all bytes, counted in steps: in the others the ten runs differ, by their hash seeds"}, Rows: rows})
}

func emptiedOnce(program string) []Emptied {
	cmd := exec.Command(program)
	cmd.Env = []string{"GOMAXPROCS=1"}
	var rows []Emptied
	for line := range strings.Lines(string(must(cmd.CombinedOutput()))) {
		words := strings.Fields(line)
		bytes := number(words[3])
		if entries := number(words[1]); entries > 1 { // the first maps pay for what the runtime makes once
			rows = append(rows, Emptied{number(words[0]), entries, words[2], bytes, bytes})
		}
	}
	return rows
}
