package main

import (
	"log"
	"math"
	"strconv"
)

// Price is what one operation costs, the loop around it included: instructions of the program itself, on average,
// null where nobody counted, and nanoseconds, which no second run repeats.
type Price struct {
	Library      string  `json:"library"`
	Op           string  `json:"op"`
	Instructions *int    `json:"instructions"`
	NS           float64 `json:"ns"`
}

// preloads are the malloc libraries by name; glibc is there without.
var preloads = []struct{ library, file string }{
	{"glibc", ""},
	{"jemalloc", "libjemalloc.so.2"},
	{"tcmalloc", "libtcmalloc_minimal.so.4"},
	{"mimalloc", "libmimalloc.so.2.0"},
}

// preload is the environment in which a C program has the malloc of a library.
func preload(file string) []string {
	if file == "" {
		return nil
	}
	return []string{"LD_PRELOAD=/usr/lib/x86_64-linux-gnu/" + file}
}

func recordPrice() {
	const runs = 10
	c, newObject := compileC("price", "price", "-fno-builtin"), goBuild{program: "price"}.build("price-go")
	var rows []Price
	agreed := runs
	for _, p := range preloads {
		kept, equal := fastest(runs, p.library, preload(p.file), c)
		rows, agreed = append(rows, kept...), min(agreed, equal)
	}
	object, _ := fastest(runs, "go", nil, newObject)
	version := pinned()
	write("price", Recording{Schema: "price@1", What: "32 bytes from a bump pointer, from four mallocs and from Go, beside a system call and a page from the kernel",
		Go: &version, Command: "price (gcc -O1 -pthread -fno-builtin price.c), with LD_PRELOAD for the others than glibc; probe/price",
		Runs: Runs{agreed, runs, "instructions; of the times the fastest is kept"}, Rows: append(rows, object...)})
}

// fastest keeps of each operation the fewest nanoseconds of all runs, and says how many runs agree on the instructions.
func fastest(runs int, library string, env []string, command string) ([]Price, int) {
	var all [][]Price
	for range runs {
		var rows []Price
		each(env, []string{command}, func(_ *child, said map[string]string) { rows = append(rows, priced(library, said)) })
		all = append(all, rows)
	}
	kept, agreed := mostCommon(all, func(rows []Price) string { return string(pretty(untimed(rows))) })
	for _, rows := range all {
		for i := range rows {
			kept[i].NS = math.Min(kept[i].NS, rows[i].NS)
		}
	}
	return kept, agreed
}

func priced(library string, said map[string]string) Price {
	ns, err := strconv.ParseFloat(said["ns"], 64)
	if err != nil {
		log.Fatalf("%s %s: %v", library, said["op"], err)
	}
	p := Price{Library: library, Op: said["op"], NS: ns}
	if text, ok := said["instructions"]; ok {
		n := number(text)
		p.Instructions = &n
	}
	return p
}

// untimed leaves what equal programs repeat.
func untimed(rows []Price) []Price {
	var still []Price
	for _, r := range rows {
		r.NS = 0
		still = append(still, r)
	}
	return still
}
