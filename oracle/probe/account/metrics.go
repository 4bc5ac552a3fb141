package main

import (
	runtimemetrics "runtime/metrics"
	"strings"
)

// Of Go 1.16 and later: all classes of memory, read right after MemStats without an allocation between.
func init() {
	var samples []runtimemetrics.Sample
	for _, d := range runtimemetrics.All() {
		if strings.HasPrefix(d.Name, "/memory/classes/") {
			samples = append(samples, runtimemetrics.Sample{Name: d.Name})
		}
	}
	runtimemetrics.Read(samples) // the first makes the runtime's table of metrics
	metrics = func() {
		runtimemetrics.Read(samples)
		for _, s := range samples {
			println(s.Name, s.Value.Uint64())
		}
	}
}
