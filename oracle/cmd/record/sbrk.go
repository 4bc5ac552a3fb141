package main

// Moved is one call of sbrk: what it answered and where the break and [heap] then stood,
// all relative to the first break.
type Moved struct {
	N       int    `json:"n"`
	Answer  *int   `json:"answer"` // bytes above the first break; null when sbrk failed
	Error   string `json:"error"`
	Break   int    `json:"break"`
	HeapKiB int    `json:"heapKiB"` // the [heap] mapping, 0 when there is none
}

// sbrkScript allocates from one byte to 1 MiB, takes some back, and asks for more than there is.
var sbrkScript = []string{"0", "1", "16", "0", "40", "4096", "4095", "1", "-1", "8192", "-4096", "100", "135168", "-135168", "24", "1048576", "0", "-1000", "7", "140737488355328", "3", "-2000000000", "4080", "0"}

func recordSbrk() {
	const runs = 10
	command := append([]string{"setarch", "-R", compileC("sbrk", "sbrk")}, sbrkScript...)
	var all [][]Moved
	for range runs {
		var rows []Moved
		each(nil, command, func(c *child, said map[string]string) { rows = append(rows, moved(c, said)) })
		all = append(all, rows)
	}
	kept, agreed := mostCommon(all, func(rows []Moved) string { return string(pretty(rows)) })
	write("sbrk", Recording{Schema: "sbrk@1", What: "the program break, moved by a fixed script", Command: "setarch -R sbrk N... (gcc -O1 -pthread sbrk.c)",
		Runs: Runs{agreed, runs, "every answer"}, Rows: kept})
}

func moved(c *child, said map[string]string) Moved {
	m := Moved{N: number(said["op"]), Error: said["error"], Break: number(said["break"])}
	if answer, ok := said["answer"]; ok {
		n := number(answer)
		m.Answer = &n
	}
	for _, mapping := range mappings(c.proc("maps")) {
		if mapping.name == "[heap]" {
			m.HeapKiB = mapping.kib()
		}
	}
	return m
}
