import { expect, test } from 'vitest';
import { ProgramError } from '../engine/machine.ts';
import { readGo } from './go-program.ts';

const steps = (text: string) => readGo(text).ops.flatMap((each) => each.steps);
const refusal = (text: string): ProgramError => {
  try {
    readGo(text);
  } catch (error) {
    if (error instanceof ProgramError) return error;
  }
  throw new Error(`"${text}" was not refused`);
};

test('a size is that of the Go type', () => {
  expect(steps('make([]byte, 1025)')).toEqual([{ do: 'allocate', slot: 0, size: 1025, pointers: false }, { do: 'drop', slot: 0 }]);
  expect(steps('p := new(struct{ a, b bool; next *int })')).toEqual([{ do: 'allocate', slot: 1, size: 16, pointers: true }]);
  expect(steps('s := make([]string, 3)')).toEqual([{ do: 'allocate', slot: 1, size: 48, pointers: true }]);
  expect(steps('m := new(map[string][]int)')).toEqual([{ do: 'allocate', slot: 1, size: 8, pointers: true }]);
});

test('a loop runs its body as often as it says, its variable counting', () => {
  const { ops, lines } = readGo('s := make([]*byte, 2)\nfor i := range 2 {\n  s[i] = new(byte)\n}\ns = nil\nruntime.GC()');
  expect(ops.map(({ text }) => text)).toEqual(['s := make([]*byte, 2)', 's[0] = new(byte)', 's[1] = new(byte)', 's = nil', 'runtime.GC()']);
  expect(lines).toEqual([1, 3, 3, 5, 6]);
  expect(ops[2]!.steps).toEqual([{ do: 'allocate', slot: 0, size: 1, pointers: false }, { do: 'link', from: 1, word: 1, to: 0 }, { do: 'drop', slot: 0 }]);
});

test('a loop without a variable says the same statements, not copies, as soon as its variables are what they were', () => {
  const { ops, lines } = readGo('for range 300_000 {\n  a := new(int)\n  b := make([]*int, 2)\n  b[1] = a\n}\na = nil');
  expect([ops.length, lines.length, lines.at(-2), lines.at(-1)]).toEqual([900_001, 900_001, 4, 6]);
  expect([new Set(ops).size, ops[899_999]!.text, ops.at(-1)!.text]).toEqual([7, 'b[1] = a', 'a = nil']);
  expect(readGo('for i := range 2 { for range 3 { _ = make([]byte, 5) } }').ops.length).toBe(6);
});

test('a turn in which a variable has become something else is read like every other', () => {
  expect(refusal('x := make([]*int, 1)\nfor range 3 { x[0] = new(int)\n x = make([]int, 1) }')).toMatchObject({ code: 'no pointers' });
});

test('what it says of a statement is the statement', () => {
  expect(readGo('for range 2 { _ = new(struct{ a *T2; b int }) }'.replace('T2', 'int')).ops[0]!.text).toBe('new(struct{a *int; b int})');
  expect(readGo('x := make( [] [ 4 ] int ,  7 )').ops[0]!.text).toBe('x := make([][4]int, 7)');
});

test.each([
  ['make([]byte, 5', 'expected', 1, 15],
  ['x := new(int)\ny = nil', 'unknown', 2, 1],
  ['new(Point)', 'type', 1, 5],
  ['make([]byte, 0)', 'size', 1, 1],
  ['for range 3 {\nnew(int)', 'expected', 2, 9],
  ['for range 0 { new(int) }', 'never', 1, 11],
  ['a := new(int); a[0] = new(int)', 'no pointers', 1, 16],
  ['fmt.Println(1)', 'expected', 1, 4],
])('%j is refused where it is wrong', (text, code, line, column) => {
  const error = refusal(text);
  expect([error.code, error.line, error.column]).toEqual([code, line, column]);
});
