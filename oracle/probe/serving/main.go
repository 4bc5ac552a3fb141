// Serving is a service as they run in production: net/http/pprof, expvar, client_golang's collectors, a dump of runtime/metrics, and
// a C library that keeps memory of its own. It fills a cache of 48 MiB, drops three blocks in four, keeps goroutines waiting
// and reads the file named by the environment variable DATA. Then it says its address and serves until its input ends.
package main

// #include <stdlib.h>
// #include <string.h>
// static void *keep(size_t n) { return memset(malloc(n), 1, n); }
import "C"

import (
	"encoding/json"
	_ "expvar"
	"io"
	"net"
	"net/http"
	_ "net/http/pprof"
	"os"
	"runtime"
	"runtime/metrics"
	"syscall"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"
)

const block = 64 << 10

var (
	cache   [][]byte
	library []any // what C keeps
	sink    []byte
)

func must[T any](value T, err error) T {
	if err != nil {
		panic(err)
	}
	return value
}

// fill allocates and touches n blocks.
func fill(n int) {
	for range n {
		b := make([]byte, block)
		for i := 0; i < len(b); i += 4096 {
			b[i] = 1
		}
		cache = append(cache, b)
	}
}

// thin drops three blocks in four.
func thin() {
	for i := range cache {
		if i%4 != 0 {
			cache[i] = nil
		}
	}
	runtime.GC()
}

// wait keeps n goroutines, each with a stack grown to 32 KiB.
func wait(n int) {
	for range n {
		go func() {
			deep(20)
			select {}
		}()
	}
}

//go:noinline
func deep(n int) byte {
	var frame [1000]byte
	frame[n] = byte(n)
	if n == 0 {
		return frame[0]
	}
	return deep(n-1) + frame[n]
}

// churn allocates 1 MiB a tenth of a second, as requests do.
func churn() {
	for range time.Tick(100 * time.Millisecond) {
		for range 16 {
			sink = make([]byte, block)
		}
	}
}

// runtimeMetrics dumps every scalar of runtime/metrics; histograms are left as they are.
func runtimeMetrics(w http.ResponseWriter, r *http.Request) {
	samples := make([]metrics.Sample, 0)
	for _, d := range metrics.All() {
		samples = append(samples, metrics.Sample{Name: d.Name})
	}
	metrics.Read(samples)
	object, array := map[string]any{}, []map[string]any{}
	for _, s := range samples {
		var value any
		switch s.Value.Kind() {
		case metrics.KindUint64:
			value = s.Value.Uint64()
		case metrics.KindFloat64:
			value = s.Value.Float64()
		case metrics.KindFloat64Histogram:
			value = map[string]any{"Counts": s.Value.Float64Histogram().Counts}
		}
		object[s.Name] = value
		array = append(array, map[string]any{"name": s.Name, "value": value})
	}
	if r.URL.Query().Has("array") {
		must(0, json.NewEncoder(w).Encode(array))
		return
	}
	indented := json.NewEncoder(w)
	indented.SetIndent("", "  ")
	must(0, indented.Encode(object))
}

func main() {
	for range 24 {
		library = append(library, C.keep(1<<20))
	}
	fill(768)
	thin()
	wait(200)
	must(io.Copy(io.Discard, must(os.Open(os.Getenv("DATA")))))
	go churn()
	registry := prometheus.NewRegistry()
	registry.MustRegister(collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}),
		collectors.NewGoCollector(collectors.WithGoCollectorRuntimeMetrics(collectors.MetricsMemory, collectors.MetricsGC)))
	http.Handle("/metrics", promhttp.HandlerFor(registry, promhttp.HandlerOpts{}))
	http.HandleFunc("/debug/metrics", runtimeMetrics)
	listener := must(net.Listen("tcp", "127.0.0.1:0"))
	go http.Serve(listener, nil)
	println("address", listener.Addr().String())
	println("ready")
	var b [1]byte
	must(syscall.Read(0, b[:]))
}
