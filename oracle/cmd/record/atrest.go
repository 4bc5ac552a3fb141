package main

import "fmt"

const (
	spanClasses = 136
	listPart    = 14 // spans that one answer of opCentral holds
	// settled is after how many collections the runtime allocates nothing of its own any more.
	settled = 4
)

// recordAtRest reads the whole allocator as a program starts, and its spans after each of the first collections:
// there the runtime makes what it needs to collect, and loses what only its start needed.
func recordAtRest() {
	live := buildLive()
	before := []operation{gcOff}
	scripts := []namedScript{{"as the program starts", concat(before, listReads(live), spanReads(live, before))}}
	for n := range settled {
		before = concat(before, collected)
		scripts = append(scripts, namedScript{fmt.Sprintf("after %d collections", n+1), concat(before, spanReads(live, before))})
	}
	recordGroup(live, scriptGroup{"at-rest", "all of the allocator before a script begins, and its spans after collections", concurrent, true, scripts})
}

// listReads read all but the spans. What there is to read is asked of a process of its own first; reading allocates nothing.
func listReads(live string) []operation {
	sizes := ask(live, concurrent, []operation{gcOff, {opPageRange}})[1]
	start, end, arenas := int64(sizes[1]), int64(sizes[2]), int32(sizes[6])
	ops := []operation{{opPacer}, {opPageRange}, {opPageCache}, {opTiny}}
	for i := range arenas {
		ops = append(ops, operation{opArena, i})
	}
	for page := int32(start >> 13); page < int32(end>>13); page += 64 {
		ops = append(ops, operation{opPages, page})
	}
	for class := range int32(spanClasses) {
		ops = append(ops, operation{opCached, class})
		for list := range int32(4) {
			ops = append(ops, operation{opCentral, class, list}, operation{opCentral, class, list, listPart})
		}
	}
	return ops
}

// spanReads read every span after some operations, and the allocation bits of those in use.
func spanReads(live string, before []operation) []operation {
	count := int32(ask(live, concurrent, concat(before, []operation{{opSpan}}))[len(before)][12])
	var ops []operation
	for i := range count {
		ops = append(ops, operation{opSpan, i})
	}
	for i, span := range ask(live, concurrent, concat(before, ops))[len(before):] {
		if span[1] != 1 {
			continue
		}
		for word := range int32(span[5]+63) / 64 {
			ops = append(ops, operation{opAllocBits, int32(i), word})
		}
	}
	return ops
}
