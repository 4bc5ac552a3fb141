/** What can turn a value aside on its way to the stack, in the order the figure asks. */
export const pegs = ['outlives', 'interface', 'large', 'unknown'] as const;
export type Peg = (typeof pegs)[number];

/** Bytes of a frame kept for a value whose size is known only at run time (`base/flag.go:VariableMakeThreshold`, `string.go:tmpBuf`, Go 1.27). */
export const kept = 32;

/** A function of oracle/probe/escapes/main.go: its lines, the value in question, and the peg that turns it where it is turned. */
export interface Snippet { readonly code: readonly string[]; readonly value: string; readonly peg?: Peg }

export const snippets: Readonly<Record<string, Snippet>> = {
  returnsPointer: { code: ['func returnsPointer() *pair {', '  p := pair{1, 2}', '  return &p', '}'], value: 'pair{1, 2}', peg: 'outlives' },
  keepsPointer: { code: ['func keepsPointer() int {', '  p := &pair{1, 2}', '  return p.a', '}'], value: '&pair{1, 2}' },
  returnsValue: { code: ['func returnsValue() pair {', '  p := pair{1, 2}', '  return p', '}'], value: 'pair{1, 2}' },
  toInterface: { code: ['func toInterface(n int) interface{} {', '  return n', '}'], value: 'return n', peg: 'interface' },
  interfaceStays: { code: ['func interfaceStays(n int) bool {', '  var v interface{} = n', '  return v == nil', '}'], value: 'v interface{} = n' },
  closureReturned: { code: ['func closureReturned() func() int {', '  n := 0', '  return func() int { n++; return n }', '}'], value: 'func() int { n++; return n }', peg: 'outlives' },
  closureStays: { code: ['func closureStays() int {', '  n := 0', '  f := func() { n++ }; f()', '  return n', '}'], value: 'func() { n++ }' },
  constantSlice: { code: ['func constantSlice() int {', '  s := make([]int, 100)', '  return len(s)', '}'], value: 'make([]int, 100)' },
  bigSlice: { code: ['func bigSlice() int {', '  s := make([]byte, 64<<10+1)', '  return len(s)', '}'], value: 'make([]byte, 64<<10+1)', peg: 'large' },
  variableSlice: { code: ['func variableSlice(n int) int {', '  s := make([]byte, n)', '  return len(s)', '}'], value: 'make([]byte, n)', peg: 'unknown' },
  appendedSlice: { code: ['func appendedSlice(n int) int {', '  var s []int', '  for i := 0; i < n; i++ { s = append(s, i) }', '  return len(s)', '}'], value: 'append(s, i)', peg: 'unknown' },
  localMap: { code: ['func localMap() int {', '  m := map[int]int{1: 2}', '  return m[1]', '}'], value: 'map[int]int{1: 2}' },
  toGlobal: { code: ['func toGlobal() {', '  p := pair{}', '  global = &p', '}'], value: 'pair{}', peg: 'outlives' },
  toChannel: { code: ['func toChannel(c chan *pair) {', '  c <- &pair{}', '}'], value: '&pair{}', peg: 'outlives' },
  deferred: { code: ['func deferred() (n int) {', '  defer func() { n++ }()', '  return 1', '}'], value: 'func() { n++ }' },
  printed: { code: ['func printed(n int) {', '  fmt.Println(n)', '}'], value: 'Println(n)', peg: 'interface' },
  bigArray: { code: ['func bigArray() byte {', '  var a [10 << 20]byte', '  return a[5]', '}'], value: 'a [10 << 20]byte', peg: 'large' },
  bytesOfString: { code: ['func bytesOfString(s string) int {', '  b := []byte(s)', '  return len(b)', '}'], value: '[]byte(s)', peg: 'unknown' },
};
