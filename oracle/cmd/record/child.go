package main

import (
	"bufio"
	"io"
	"log"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"time"
)

// child is a process that tells what it did in lines "key value", then says "ready"
// and waits for a byte on its standard input: time for us to look at it from outside.
type child struct {
	cmd   *exec.Cmd
	stdin io.WriteCloser
	lines *bufio.Scanner
}

// alone puts a command on one CPU, ahead of everything that is not real-time. There no other thread, of this
// process or another, gets a turn before the running one waits: sysmon and idle threads come at the same moments
// in every run. Wants root.
func alone(command ...string) []string {
	return append([]string{"chrt", "-f", "10", "taskset", "-c", "0"}, command...)
}

func start(env []string, command ...string) *child {
	cmd := exec.Command(command[0], command[1:]...)
	cmd.Env = append([]string{}, env...)
	stdin := must(cmd.StdinPipe())
	reader, writer := must2(os.Pipe())
	cmd.Stdout, cmd.Stderr = writer, writer
	check(cmd.Start())
	check(writer.Close())
	return &child{cmd, stdin, bufio.NewScanner(reader)}
}

func must2[A, B any](a A, b B, err error) (A, B) {
	check(err)
	return a, b
}

// next returns the lines up to the next "ready"; false when the child has ended.
func (c *child) next() (map[string]string, bool) {
	said := map[string]string{}
	for c.lines.Scan() {
		key, value, _ := strings.Cut(c.lines.Text(), " ")
		if key == "ready" {
			return said, true
		}
		said[key] = value
	}
	return said, false
}

// settle gives a child's other threads the time to come to rest.
func settle() { time.Sleep(50 * time.Millisecond) }

func (c *child) resume() { must(c.stdin.Write([]byte("\n"))) }

// stop ends the child, however it stands.
func (c *child) stop() {
	check(c.cmd.Process.Kill())
	_ = c.cmd.Wait() // says "killed"
}

func (c *child) proc(file string) string {
	return read("/proc/" + strconv.Itoa(c.cmd.Process.Pid) + "/" + file)
}

// status returns the kB fields of /proc/PID/status and the number of threads.
func (c *child) status() map[string]int {
	fields := map[string]int{}
	for line := range strings.Lines(c.proc("status")) {
		key, value, _ := strings.Cut(line, ":")
		if words := strings.Fields(value); key == "Threads" || len(words) == 2 && words[1] == "kB" {
			fields[key] = must(strconv.Atoi(words[0]))
		}
	}
	return fields
}

// each runs a child to its end and calls look at each "ready".
func each(env []string, command []string, look func(c *child, said map[string]string)) {
	c := start(env, command...)
	for said, alive := c.next(); alive; said, alive = c.next() {
		look(c, said)
		c.resume()
	}
	if err := c.cmd.Wait(); err != nil {
		log.Fatalf("%v: %v", command, err)
	}
}
