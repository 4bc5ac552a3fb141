package main

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// wasmFile is the live oracle, committed with its checksum and Go's licence beside it.
const wasmFile = "go-runtime.wasm"

// recordWasm builds the real runtime as a WebAssembly reactor. Equal sources give equal bytes.
func recordWasm() {
	buildWasm(wasmFile)
	sum := sha256.Sum256([]byte(read(wasmFile)))
	check(os.WriteFile(wasmFile+".sha256", fmt.Appendf(nil, "%x  %s\n", sum, wasmFile), 0o644))
	check(os.WriteFile("go-runtime.LICENSE", []byte(read(filepath.Join(goroot(), "LICENSE"))), 0o644))
	log.Printf("%s: sha256 %x", wasmFile, sum)
}

func buildWasm(target string) {
	cmd := overlaid([]string{"oracle.go", "oracle_wasm.go"}, "-buildmode=c-shared", "-ldflags=-s -w -buildid=", "-o", target, "./live")
	cmd.Env = append(cmd.Env, "GOOS=wasip1", "GOARCH=wasm")
	execute(cmd)
}

// overlaid is a build in which package runtime has some files of overlay/. The go command
// refuses to replace files in its module cache, where the toolchain lies; so it is told of another cache.
func overlaid(files []string, args ...string) *exec.Cmd {
	scratch := must(os.MkdirTemp("", "overlay"))
	cmd := exec.Command(filepath.Join(goroot(), "bin", "go"), append([]string{"build", "-overlay", overlayFile(scratch, files), "-trimpath", "-buildvcs=false"}, args...)...)
	cmd.Env = append(os.Environ(), "GOTOOLCHAIN=local", "GOMODCACHE="+scratch)
	return cmd
}

// overlayFile tells the compiler, by a file in dir, to see files of overlay/ in package runtime.
func overlayFile(dir string, files []string) string {
	replace := map[string]string{}
	for _, f := range files {
		replace[filepath.Join(goroot(), "src", "runtime", "zz_"+f)] = must(filepath.Abs(filepath.Join("overlay", f)))
	}
	name := filepath.Join(dir, "overlay.json")
	check(os.WriteFile(name, must(json.Marshal(map[string]any{"Replace": replace})), 0o644))
	return name
}

func goroot() string { return strings.TrimSpace(output("go", "env", "GOROOT")) }
