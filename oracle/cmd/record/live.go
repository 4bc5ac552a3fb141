package main

import (
	"bytes"
	"encoding/binary"
	"io"
	"os/exec"
	"path/filepath"
)

// operation is one operation of live/: a code and three arguments.
type operation [4]int32

// answer is a status and fifteen values.
type answer [16]float64

// The codes of live/main.go's table.
const (
	opAllocate int32 = iota
	opTyped
	opLink
	opDrop
	opCollect
	opSetGCPercent
	opSetMemoryLimit
	opGarbage
	opGrow
	opYield
	opMemStats
	opSpan
	opAllocBits
	opCached
	opTiny
	opPageCache
	opPages
	opPageRange
	opArena
	opCentral
	opPacer
	opConstant
	opSizeClass
	opRoundupsize
	opFinalizer
	opCleanup
	opWeakMake
	opWeakValue
	opEvents
	opFreeOSMemory
	opAppend
	opAccounts
)

// batch is how many operations live/ takes at a time.
const batch = 8192

// buildLive builds live/ for Linux, its heap base fixed.
func buildLive() string {
	target := filepath.Join(bin, "live")
	cmd := overlaid([]string{"oracle.go", "oracle_linux.go"}, "-o", target, "./live")
	cmd.Env = append(cmd.Env, "CGO_ENABLED=0", "GOEXPERIMENT=norandomizedheapbase64")
	execute(cmd)
	return target
}

// ask runs operations on a process of their own.
func ask(program string, env []string, ops []operation) []answer {
	command := append([]string{"setarch", "-R"}, alone(program)...)
	cmd := exec.Command(command[0], command[1:]...)
	cmd.Env = append([]string{}, env...)
	stdin := must(cmd.StdinPipe())
	stdout := must(cmd.StdoutPipe())
	check(cmd.Start())
	var answers []answer
	for len(ops) > 0 {
		some := ops[:min(len(ops), batch)]
		answers = append(answers, exchange(stdin, stdout, some)...)
		ops = ops[len(some):]
	}
	check(stdin.Close())
	check(cmd.Wait())
	return answers
}

func exchange(to io.Writer, from io.Reader, ops []operation) []answer {
	var out bytes.Buffer
	check(binary.Write(&out, binary.LittleEndian, int32(len(ops))))
	check(binary.Write(&out, binary.LittleEndian, ops))
	must(to.Write(out.Bytes()))
	answers := make([]answer, len(ops))
	check(binary.Read(from, binary.LittleEndian, answers))
	return answers
}
