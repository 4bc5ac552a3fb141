// Live is the real Go runtime, driven by operations that come in one array; one row of
// numbers for each comes back in another. On WebAssembly src/oracle/go-runtime.ts is the
// host, on Linux cmd/record, through standard input and output.
// No operation can make it fail: what is out of bounds is refused.
package main

const (
	maxOps  = 8192
	opWords = 4  // code and three arguments
	rowLen  = 16 // status and fifteen values
)

var (
	operationArea [maxOps][opWords]int32
	answerArea    [maxOps][rowLen]float64
)

// row is one answer: a status, then values.
type row = [rowLen]float64

// Why an operation was refused; 0 is success. Known to the host in this order.
const (
	ok = iota
	unknownOperation
	badSlot
	emptySlot
	badSize
	badArgument
	full
)

// pending marks an answer that is still awaited: the host sees by it which operation trapped.
const pending = -1

// run executes the first n operations, or up to the first that there is no more memory for.
// It returns how many it executed.
func run(n int32) int32 {
	n = min(max(n, 0), maxOps)
	for i := range n {
		answerArea[i] = row{pending}
	}
	for i := range n {
		op, r := operationArea[i], &answerArea[i]
		status := execute(op[0], op[1], op[2], op[3], r)
		r[0] = float64(status)
		if status == full {
			return i + 1
		}
	}
	return n
}

// table is the list of operations by code; the host knows it in the same order.
var table = [...]func(a, b, c int32, r *row) int{
	allocate, typed, link, drop, collect, setGCPercent, setMemoryLimit, garbage, grow, yield,
	memStats, span, allocBits, cached, tiny, pageCache, pages, pageRange, arena, central,
	pacer, constant, sizeClass, roundupsize, finalizer, cleanup, weakMake, weakValue, events, freeOSMemory, appendTo, accounts, scheduler, systems,
}

func execute(code, a, b, c int32, r *row) int {
	if code < 0 || int(code) >= len(table) {
		return unknownOperation
	}
	return table[code](a, b, c, r)
}

// split stores 64 bits as two exact numbers, the high half first.
func split(r *row, i int, bits uint64) {
	r[i], r[i+1] = float64(bits>>32), float64(bits&0xffffffff)
}
