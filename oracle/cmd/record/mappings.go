package main

import (
	"strconv"
	"strings"
)

// mapping is one line of /proc/PID/maps.
type mapping struct {
	start, end  uint64
	perms, name string
}

func (m mapping) kib() int { return int((m.end - m.start) / 1024) }

func (m mapping) holds(addr uint64) bool { return m.start <= addr && addr < m.end }

func mappings(maps string) []mapping {
	var all []mapping
	for line := range strings.Lines(maps) {
		words := strings.Fields(line)
		from, to, _ := strings.Cut(words[0], "-")
		m := mapping{hex(from), hex(to), words[1], ""}
		if len(words) > 5 {
			m.name = strings.Join(words[5:], " ")
		}
		all = append(all, m)
	}
	return all
}

func hex(digits string) uint64 {
	return must(strconv.ParseUint(strings.TrimPrefix(digits, "0x"), 16, 64))
}

// at returns the mapping that holds addr, or the empty one.
func at(all []mapping, addr uint64) mapping {
	for _, m := range all {
		if m.holds(addr) {
			return m
		}
	}
	return mapping{}
}

// text writes an address as C and /proc readers know it.
func text(addr uint64) string { return "0x" + strconv.FormatUint(addr, 16) }
