package main

import (
	"slices"
	"testing"
)

const straced = `100 mmap(NULL, 262144, PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = 0x7f0000000000
100 prctl(PR_SET_VMA, PR_SET_VMA_ANON_NAME, 0x7f0000000000, 262144, "Go: immortal metadata") = 0 (INJECTED)
100 mmap(0xc000000000, 4194304, PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_FIXED|MAP_ANONYMOUS, -1, 0) = 0xc000000000
100 munmap(0x7f0000000000, 4096)       = 0
100 madvise(0xc000000000, 4194304, MADV_NOHUGEPAGE) = 0
100 read(0, "", 1) = 0
`

func TestCallsAreReadFromStraceWithTheirNames(t *testing.T) {
	calls := parseTrace(straced)
	var kinds []string
	for _, c := range calls {
		kinds = append(kinds, c.Call+" "+c.How)
	}
	want := []string{"mmap PROT_READ|PROT_WRITE", "mmap PROT_READ|PROT_WRITE MAP_FIXED", "munmap ", "madvise MADV_NOHUGEPAGE"}
	if !slices.Equal(kinds, want) {
		t.Errorf("calls %q, want %q", kinds, want)
	}
	if calls[0].Name == nil || *calls[0].Name != "Go: immortal metadata" || calls[1].Name != nil {
		t.Errorf("names %v and %v, want the first only", calls[0].Name, calls[1].Name)
	}
}

func TestMappingsAreReadFromMaps(t *testing.T) {
	all := mappings("c000000000-c000400000 rw-p 00000000 00:00 0 \n7ffc1000-7ffc2000 r-xp 00000000 00:00 0                          [vdso]\n")
	if len(all) != 2 || all[0].kib() != 4096 || all[0].name != "" || all[1].name != "[vdso]" {
		t.Errorf("mappings %+v", all)
	}
	if !at(all, 0xc000001234).holds(0xc000000000) || at(all, 1).end != 0 {
		t.Error("the mapping at an address is not the one that holds it")
	}
}

func TestSmapsFieldsBelongToTheMappingAboveThem(t *testing.T) {
	all := smaps("1000-3000 rw-p 00000000 00:00 0 \nSize:                  8 kB\nRss:                   4 kB\nVmFlags: rd wr\n3000-4000 ---p 00000000 00:00 0 \nRss:                   0 kB\n")
	if len(all) != 2 || all[0].fields["Rss"] != 4 || all[0].fields["Size"] != 8 || all[1].fields["Rss"] != 0 {
		t.Errorf("smaps %+v", all)
	}
}

func TestTheAnswerMostRunsGaveIsKept(t *testing.T) {
	kept, agreed := mostCommon([]string{"a", "b", "c", "b"}, func(s string) string { return s })
	if kept != "b" || agreed != 2 {
		t.Errorf("kept %q of %d runs, want b of 2", kept, agreed)
	}
}

func TestRefiningFindsEachChangeToThePage(t *testing.T) {
	probe := func(kib int) Limited {
		outcome := "dies"
		if kib >= 104 && kib < 204 {
			outcome = "runs"
		}
		return Limited{LimitKiB: kib, Outcome: outcome}
	}
	var limits []int
	for _, l := range refine(probe, probe(0), probe(160)) {
		limits = append(limits, l.LimitKiB)
	}
	if want := []int{100, 104, 160}; !slices.Equal(limits, want) {
		t.Errorf("limits %v, want %v", limits, want)
	}
}

func TestARunIsWhatPassedBetweenItsFirstAndLastCollection(t *testing.T) {
	said := "kept 3072\nat 7 4096 1000 2048 512 256 256 1 0.5 0 0.1 0.1 0 9216 1024 1024 3072\nat 8 8192 11240 3072 512 256 256 2 1 0 0.2 0.3 0.1 9216 1024 1024 3072\nat 9 8192 21480 5120 512 256 256 3 1.5 0 0.3 0.5 0.2 9216 1024 1024 3072\n"
	lines := "gc 7 @0.1s 4%: 0.07+9.0+0.04 ms clock, 0\ngc 8 @0.2s 4%: 0.07+12+0.04 ms clock, 0\ngc 9 @0.3s 4%: 0.07+1.5+0.04 ms clock, 0\n"
	want := ServiceRun{allocated: 10, goal: 8, marked: 4, marking: 6750, assists: 1000, workers: 2000, idle: 1000, kept: 3, scanRate: 3, allocRate: 25, scanned: 1, roots: 1, nonHeap: 4}
	if got := runOf(said, lines, 0.5); got != want {
		t.Errorf("run %+v, want %+v", got, want)
	}
}
