package main

import (
	"bytes"
	"encoding/json"
	"log"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
)

// Recording is the envelope of every file in oracle/recordings; src/oracle/recording.ts reads it.
type Recording struct {
	Schema  string   `json:"schema"`
	What    string   `json:"what"`
	Go      *string  `json:"go"` // null when no Go took part or each row names its own
	Kernel  string   `json:"kernel"`
	Libc    string   `json:"libc"`
	Arch    string   `json:"arch"`
	CPUs    int      `json:"cpus"`
	THP     string   `json:"thp"` // transparent huge pages: always, madvise or never
	Env     []string `json:"env"`
	Command string   `json:"command"`
	Runs    Runs     `json:"runs"`
	Rows    any      `json:"rows"`
}

// Runs tells how many repetitions gave the rows kept, and what was compared.
type Runs struct {
	Agreed int    `json:"agreed"`
	Of     int    `json:"of"`
	On     string `json:"on"`
}

// write stores r as recordings/NAME.json together with the machine it was made on.
func write(name string, r Recording) {
	r.Kernel, r.Libc, r.Arch, r.CPUs = kernel(), libc(), runtime.GOARCH, runtime.NumCPU()
	r.THP = between(read(hugePages), "[", "]")
	if r.Env == nil {
		r.Env = []string{}
	}
	file := filepath.Join("recordings", name+".json")
	check(os.MkdirAll(filepath.Dir(file), 0o755))
	check(os.WriteFile(file, pretty(r), 0o644))
	log.Printf("%s: %d of %d runs agree on %s", file, r.Runs.Agreed, r.Runs.Of, r.Runs.On)
}

var shortArray = regexp.MustCompile(`(?s)[\[{][^\[\]{}]{0,160}[\]}]`)

// pretty puts each innermost short array or object on one line, so that a recording reads like a table.
func pretty(v any) []byte {
	var text bytes.Buffer
	encoder := json.NewEncoder(&text)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	check(encoder.Encode(v))
	spaces := regexp.MustCompile(`\s*\n\s*`)
	return shortArray.ReplaceAllFunc(text.Bytes(), func(m []byte) []byte { return spaces.ReplaceAll(m, []byte(" ")) })
}

func kernel() string {
	return regexp.MustCompile(`^\d+\.\d+\.\d+`).FindString(read("/proc/sys/kernel/osrelease"))
}

func libc() string { return strings.TrimSpace(output("getconf", "GNU_LIBC_VERSION")) }

func read(file string) string { return string(must(os.ReadFile(file))) }

func between(text, open, end string) string {
	_, rest, _ := strings.Cut(text, open)
	inside, _, _ := strings.Cut(rest, end)
	return inside
}
