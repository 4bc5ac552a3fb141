package main

import "os"

// hugePages is the kernel's setting for transparent huge pages; record.sh puts it back, however recording ends.
const hugePages = "/sys/kernel/mm/transparent_hugepage/enabled"

// recordAlways records again, with huge pages for everybody, what they change. Wants root.
func recordAlways() {
	was := between(read(hugePages), "[", "]")
	check(os.WriteFile(hugePages, []byte("always"), 0o644))
	recordHugePage("always/huge-page")
	writeGrowth("always/growth")
	writeCounters("always/counters")
	check(os.WriteFile(hugePages, []byte(was), 0o644))
}
