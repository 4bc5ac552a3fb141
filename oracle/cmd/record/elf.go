package main

import (
	"debug/elf"
	"strings"
)

// Binary is what a program file asks the loader for.
type Binary struct {
	Name     string    `json:"name"`
	Build    string    `json:"build"`
	Type     string    `json:"type"` // EXEC or DYN (position-independent)
	Interp   string    `json:"interpreter"`
	Segments []Segment `json:"segments"`
	Sections []Section `json:"sections"`
}

// Segment is one PT_LOAD program header; MemSize beyond FileSize is mapped as anonymous zero pages.
type Segment struct {
	Flags    string `json:"flags"`
	Offset   string `json:"offset"`
	Vaddr    string `json:"vaddr"`
	FileSize uint64 `json:"fileSize"`
	MemSize  uint64 `json:"memSize"`
}

// Section is one allocated section.
type Section struct {
	Name  string `json:"name"`
	Vaddr string `json:"vaddr"`
	Size  uint64 `json:"size"`
	Type  string `json:"type"`
}

func recordELF() {
	rows := []Binary{
		binaryOf("go-hello", "go build", goBuild{program: "hello"}.build("go-hello-1.27")),
		binaryOf("go-hello-pie", "go build -buildmode=pie", goBuild{program: "hello", flags: []string{"-buildmode=pie"}}.build("go-pie")),
		binaryOf("c-malloc", "gcc -O1 -pthread", compileC("malloc", "c-malloc-1")),
		binaryOf("c-malloc-nopie", "gcc -O1 -pthread -no-pie", compileC("malloc", "c-malloc-nopie", "-no-pie")),
		binaryOf("c-malloc-static", "gcc -O1 -pthread -static", compileC("malloc", "c-malloc-static", "-static")),
		binaryOf("c-sleep", "Debian's coreutils", "/usr/bin/sleep"),
	}
	version := pinned()
	write("elf", Recording{Schema: "elf@1", What: "segments and sections of the recorded programs", Go: &version,
		Command: "readelf -lW, readelf -SW", Runs: Runs{1, 1, "everything: a file does not vary"}, Rows: rows})
}

func binaryOf(name, build, file string) Binary {
	f := must(elf.Open(file))
	defer f.Close()
	b := Binary{Name: name, Build: build, Type: strings.TrimPrefix(f.Type.String(), "ET_")}
	for _, p := range f.Progs {
		switch p.Type {
		case elf.PT_LOAD:
			b.Segments = append(b.Segments, Segment{flags(p.Flags), text(p.Off), text(p.Vaddr), p.Filesz, p.Memsz})
		case elf.PT_INTERP:
			path := must(f.Section(".interp").Data())
			b.Interp = strings.TrimRight(string(path), "\x00")
		}
	}
	for _, s := range f.Sections {
		if s.Flags&elf.SHF_ALLOC != 0 {
			b.Sections = append(b.Sections, Section{s.Name, text(s.Addr), s.Size, strings.TrimPrefix(s.Type.String(), "SHT_")})
		}
	}
	return b
}

func flags(f elf.ProgFlag) string {
	letters := []byte("---")
	for i, bit := range []elf.ProgFlag{elf.PF_R, elf.PF_W, elf.PF_X} {
		if f&bit != 0 {
			letters[i] = "rwx"[i]
		}
	}
	return string(letters)
}
