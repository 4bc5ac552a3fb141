package main

import (
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// bin is where recorded programs live while they run: their path is part of what /proc shows.
const bin = "/opt/oracle"

func cleanUp() { check(os.RemoveAll(bin)) }

// pinned is the Go that the book describes.
func pinned() string { return strings.TrimSpace(read("go-version")) }

// versions are the pinned Go and its forerunners, oldest first, one of each minor version.
func versions() []string { return strings.Fields(read("go-versions")) }

// goBuild describes one build of a Go program.
type goBuild struct {
	program string   // a folder of probe/
	version string   // of Go; empty: the pinned one
	env     []string // for the build
	flags   []string
}

// build compiles a copy of the program in a module of its own, so that the
// go line, and with it the GODEBUG defaults, are those of the compiling version.
// It names main.go because Go 1.19's "go build ." cannot find the folder it is in.
func (b goBuild) build(name string) string {
	version := b.version
	if version == "" {
		version = pinned()
	}
	dir := must(os.MkdirTemp("", "probe"))
	defer os.RemoveAll(dir)
	check(os.CopyFS(dir, os.DirFS(filepath.Join("probe", b.program))))
	if _, err := os.Stat(filepath.Join(dir, "go.mod")); err != nil { // a program that needs others brings its own
		check(os.WriteFile(filepath.Join(dir, "go.mod"), []byte("module "+b.program+"\n\ngo "+language(version)+"\n"), 0o644))
	}
	target := filepath.Join(bin, name)
	cmd := exec.Command("go", append([]string{"build", "-trimpath", "-o", target}, append(b.flags, "main.go")...)...)
	cmd.Dir = dir
	cmd.Env = append(append(os.Environ(), "CGO_ENABLED=0", "GOTOOLCHAIN="+version), b.env...)
	execute(cmd)
	return target
}

// language is the language version of a release: go1.27.4 speaks 1.27.
func language(version string) string {
	parts := strings.Split(strings.TrimPrefix(version, "go"), ".")
	return parts[0] + "." + parts[1]
}

// compileC compiles oracle/c/SOURCE.c.
func compileC(source, name string, flags ...string) string {
	check(os.MkdirAll(bin, 0o755))
	target := filepath.Join(bin, name)
	args := append([]string{"-O1", "-pthread", "-Wall", "-Werror", "-o", target, filepath.Join("c", source+".c")}, flags...)
	execute(exec.Command("gcc", args...))
	return target
}

func execute(cmd *exec.Cmd) {
	if out, err := cmd.CombinedOutput(); err != nil {
		log.Fatalf("%v: %v\n%s", cmd.Args, err, out)
	}
}

func output(name string, args ...string) string {
	return string(must(exec.Command(name, args...).Output()))
}
