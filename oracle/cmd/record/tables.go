package main

// The tables that the allocator is made of, asked of the runtime itself.

// SizeClass is one size class: object and span sizes in bytes and pages of 8 KiB, and how
// many objects a span holds; null where the runtime makes no such span.
type SizeClass struct {
	Class          int  `json:"class"`
	Size           int  `json:"size"`
	Npages         int  `json:"npages"`
	NelemsNoscan   *int `json:"nelemsNoscan"`
	NelemsPointers *int `json:"nelemsPointers"`
}

// Rounding says that from From bytes on, up to the next row, sizes are rounded so.
type Rounding struct {
	From     int `json:"from"`
	Noscan   int `json:"noscan"`
	Pointers int `json:"pointers"`
}

// Appended is one append of More elements to a slice of length and capacity Len.
type Appended struct {
	Element string `json:"element"`
	Len     int    `json:"len"`
	More    int    `json:"more"`
	Cap     int    `json:"cap"`
}

const largestRounded = 33_000

func recordTables() {
	live := buildLive()
	tell := func(name, schema, what string, rows any, on string) {
		version := pinned()
		write(name, Recording{Schema: schema, What: what, Go: &version, Env: concurrent, Command: "live", Runs: Runs{2, 2, on}, Rows: rows})
	}
	twice(func() any { return sizeClasses(live) }, func(rows any) { tell("size-classes", "size-class@1", "the size classes", rows, "every row") })
	twice(func() any { return constants(live) }, func(rows any) {
		tell("constants", "constant@1", "constants of this build and sizes of the runtime's structures", rows, "every row")
	})
	twice(func() any { return roundings(live) }, func(rows any) {
		tell("roundupsize", "roundupsize@1", "to what roundupsize rounds each size from 1 to 33,000 bytes", rows, "every row")
	})
	twice(func() any { return appends(live) }, func(rows any) {
		tell("append", "append@1", "the capacity that append gives a slice", rows, "every row")
	})
}

// twice makes rows two times and keeps them only when they are equal.
func twice(make func() any, keep func(rows any)) {
	rows, again := make(), make()
	if string(pretty(rows)) != string(pretty(again)) {
		panic("a table differs between two runs")
	}
	keep(rows)
}

// Constant is one constant of the runtime, or the size of one of its structures in bytes.
type Constant struct {
	Name  string `json:"name"`
	Value int    `json:"value"`
}

// constantNames are in the order of OracleConst.
var constantNames = []string{"numSizeClasses", "pageSize", "heapArenaBytes", "pallocChunkPages", "maxTinySize", "minSizeForMallocHeader", "maxSmallObject", "mallocHeaderSize",
	"stackMin", "fixedStack", "stackGuard", "numStackOrders", "physPageSize", "startingStackSize", "mspan", "mcache", "g", "m", "p", "hchan", "heapArena"}

func constants(live string) []Constant {
	var rows []Constant
	for i, name := range constantNames {
		rows = append(rows, Constant{name, int(ask(live, concurrent, []operation{{opConstant, int32(i)}})[0][1])})
	}
	return rows
}

func sizeClasses(live string) []SizeClass {
	var ops []operation
	for class := range int32(68) {
		ops = append(ops, operation{opSizeClass, class})
	}
	var rows []SizeClass
	for class, a := range ask(live, concurrent, ops) {
		if class == 0 { // large objects have no size of their own
			continue
		}
		row := SizeClass{Class: class, Size: int(a[1]), Npages: int(a[2])}
		row.NelemsNoscan, row.NelemsPointers = nelems(live, class, int32(row.Size), 0), nelems(live, class, int32(row.Size), 1)
		rows = append(rows, row)
	}
	return rows
}

// nelems asks a span that holds an object of the class; a header of 8 bytes comes with pointers above 512.
func nelems(live string, class int, size, pointers int32) *int {
	if pointers == 1 && size > 512 {
		size -= 8
	}
	a := ask(live, concurrent, []operation{{opAllocate, 0, size, pointers}})[0]
	if spanClass := int(a[6]); spanClass/2 != class {
		return nil // pointer-free objects below 16 bytes go to the tiny allocator
	}
	n := int(a[4])
	return &n
}

func roundings(live string) []Rounding {
	var ops []operation
	for n := int32(1); n <= largestRounded; n++ {
		ops = append(ops, operation{opRoundupsize, n, 1}, operation{opRoundupsize, n, 0})
	}
	answers := ask(live, concurrent, ops)
	var rows []Rounding
	for n := 1; n <= largestRounded; n++ {
		row := Rounding{n, int(answers[2*n-2][1]), int(answers[2*n-1][1])}
		if last := len(rows) - 1; last < 0 || rows[last].Noscan != row.Noscan || rows[last].Pointers != row.Pointers {
			rows = append(rows, row)
		}
	}
	return rows
}

var elements = []string{"byte", "int32", "int64", "*int", "[3]int64", "[3]byte"}

// appends grows a slice of each element one by one to a million, and appends many at once as a seed decides.
func appends(live string) []Appended {
	var rows []Appended
	for e := range elements {
		for length := int32(0); length < 1<<20; {
			row := appended(live, []operation{{opAppend, length, 1, int32(e)}})
			rows = append(rows, row...)
			length = int32(row[0].Cap)
		}
	}
	x := lcg(1)
	var ops []operation
	for range 300 {
		ops = append(ops, operation{opAppend, x.next(3000), 1 + x.next(6000), x.next(int32(len(elements)))})
	}
	return append(rows, appended(live, ops)...)
}

func appended(live string, ops []operation) []Appended {
	var rows []Appended
	for i, a := range ask(live, concurrent, ops) {
		rows = append(rows, Appended{elements[ops[i][3]], int(ops[i][1]), int(ops[i][2]), int(a[1])})
	}
	return rows
}
