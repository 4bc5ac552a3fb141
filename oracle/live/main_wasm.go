package main

// ceiling is how much linear memory one instance may use: past it only a new one helps.
const ceiling = 200 << 20

// pageLimit bounds the page numbers that can be asked for: 4 GiB of 8 KiB pages.
const pageLimit = 1 << 19

//go:wasmexport operations
func exportOperations() *[opWords]int32 { return &operationArea[0] }

//go:wasmexport answers
func exportAnswers() *[rowLen]float64 { return &answerArea[0] }

//go:wasmexport run
func exportRun(n int32) int32 { return run(n) }

func main() {}
