package main

import (
	"regexp"
	"strconv"
	"strings"
)

// Touched is one range of pages after one step of c/touch.c or c/hugepage.c, as the kernel accounts for it.
type Touched struct {
	Op          string   `json:"op"`
	Pages       int      `json:"pages"` // of 4 KiB, that the step named
	VmSizeKiB   int      `json:"vmSizeKiB"`
	RssKiB      int      `json:"rssKiB"` // of the range, from smaps
	LazyFreeKiB int      `json:"lazyFreeKiB"`
	HugeKiB     int      `json:"hugeKiB"`
	Mincore     int      `json:"mincore"` // pages
	MinorFaults int      `json:"minorFaults"`
	Mappings    []string `json:"mappings"` // of the range: size in KiB and permissions
}

const touchRuns = 10

// reservedBytes is the size of the range in c/touch.c.
const reservedBytes = 64 << 20

func recordTouch() {
	writeTouched("touch-a-page", "one range of pages, reserved, mapped, written, read, advised and unmapped", "touch", reservedBytes)
	recordHugePage("huge-page")
}

func recordHugePage(name string) {
	writeTouched(name, "one page written in a mapping without advice, with MADV_HUGEPAGE and with MADV_NOHUGEPAGE", "hugepage", 1)
}

func writeTouched(name, what, source string, bytes uint64) {
	kept, agreed := repeatTouch(compileC(source, source), bytes)
	write(name, Recording{Schema: "touch@1", What: what, Command: source + " (gcc -O1 -pthread " + source + ".c)",
		Runs: Runs{agreed, touchRuns, "every counter of every step, VmSize and faults as changes since the first"}, Rows: kept})
}

func repeatTouch(command string, bytes uint64) ([]Touched, int) {
	var all [][]Touched
	for range touchRuns {
		var rows []Touched
		each(nil, []string{command}, func(c *child, said map[string]string) { rows = append(rows, touched(c, said, bytes)) })
		all = append(all, rows)
	}
	return mostCommon(all, func(rows []Touched) string { return string(pretty(changes(rows))) })
}

func touched(c *child, said map[string]string, bytes uint64) Touched {
	t := Touched{Op: said["op"], Pages: number(said["pages"]), VmSizeKiB: c.status()["VmSize"], MinorFaults: c.minorFaults(), Mappings: []string{}}
	if said["mincore"] != "" {
		t.Mincore = number(said["mincore"])
	}
	start := hex(said["range"])
	for _, m := range smaps(c.proc("smaps")) {
		if start != 0 && m.start < start+bytes && start < m.end {
			t.RssKiB += m.fields["Rss"]
			t.LazyFreeKiB += m.fields["LazyFree"]
			t.HugeKiB += m.fields["AnonHugePages"]
			t.Mappings = append(t.Mappings, strconv.Itoa(m.kib())+" "+m.perms)
		}
	}
	return t
}

// changes makes VmSize and the faults relative to the first step: what the program itself did.
func changes(rows []Touched) []Touched {
	var relative []Touched
	for _, r := range rows {
		r.VmSizeKiB -= rows[0].VmSizeKiB
		r.MinorFaults -= rows[0].MinorFaults
		relative = append(relative, r)
	}
	return relative
}

// minorFaults is the tenth field of /proc/PID/stat; the second, the command, has no blanks here.
func (c *child) minorFaults() int { return number(strings.Fields(c.proc("stat"))[9]) }

// detailed is one mapping of /proc/PID/smaps with its kB fields.
type detailed struct {
	mapping
	fields map[string]int
}

var smapsField = regexp.MustCompile(`^(\w+): +(\d+) kB$`)

func smaps(text string) []detailed {
	var all []detailed
	for line := range strings.Lines(text) {
		line = strings.TrimSuffix(line, "\n")
		if m := smapsField.FindStringSubmatch(line); m != nil {
			all[len(all)-1].fields[m[1]] = number(m[2])
		} else if words := strings.Fields(line); strings.Contains(words[0], "-") {
			all = append(all, detailed{mappings(line)[0], map[string]int{}})
		}
	}
	return all
}
