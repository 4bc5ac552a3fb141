import type { HeapOp } from '../engine/go/heap/heap-machine.ts';
import { largestRequest } from '../engine/go/request-machine.ts';
import { own } from '../engine/own.ts';
import { array, named, pointer, slice, struct, type Layout } from '../engine/go/type-layout.ts';
import type { Program } from './demo.ts';
import { allocate, isAllocation, type Allocation } from './go-allocation.ts';
import { Scanner, tokensOf, type Token } from './go-tokens.ts';

/** One statement of Go, and what it asks of the heap. At most one of the steps allocates. */
export interface Statement {
  /** The statement as its writer would say it, without the loop around it. */
  readonly text: string;
  readonly steps: readonly HeapOp[];
}

/** Statements after loops are run; and how many of them may be statements of their own, as in a loop that uses its variable. */
const [longest, mostRead] = [1_000_000, 100_000];
/** Variables of a program; slot 0 is for what no variable holds. */
const mostNames = 400;

/** A variable: its slot, and what the elements of its last value are. */
interface Variable { readonly slot: number; element: Layout | undefined }

/**
 * Reads a little of Go: `p := new(T)`, `s := make([]T, n)`, `s[3] = new(T)`, `s[0] = p`, `p = nil`, `runtime.GC()`,
 * and `for range n { … }`, with `i` as an index where the loop says `for i := range n`.
 */
export function readGo(text: string): Program<Statement> {
  const reader = new Reader(new Scanner(tokensOf(text)));
  reader.statements('');
  return { ops: reader.ops, lines: reader.lines };
}

class Reader {
  readonly ops: Statement[] = [];
  readonly lines: number[] = [];
  readonly #at: Scanner;
  readonly #names = new Map<string, Variable>();
  /** Statements read so far, each turn of a loop anew. */
  #read = 0;
  /** The loop variable's value, while a loop runs. */
  #index: { readonly name: string; readonly value: number } | undefined;

  constructor(at: Scanner) {
    this.#at = at;
  }

  /** Statements up to `end`, each on a line of its own or behind a `;`. */
  statements(end: string): void {
    for (;;) {
      while (this.#at.has('\n') || this.#at.has(';'));
      if (end === '' ? this.#at.atEnd : this.#at.ahead.text === end) return;
      if (this.#at.atEnd) this.#at.refuse('expected', { wanted: end, found: '⏎' });
      this.#statement();
      if (!['\n', ';', end].includes(this.#at.ahead.text)) this.#at.refuse('expected', { wanted: '⏎', found: this.#at.ahead.text });
    }
  }

  #statement(): void {
    const first = this.#at.ahead;
    if (first.text === 'for') return this.#loop();
    if (first.text === 'runtime') return this.#collection(first);
    if (isAllocation(first.text)) return this.#forget(first, this.#allocation());
    this.#assignment(first);
  }

  #collection(first: Token): void {
    this.#at.take();
    for (const sign of ['.', 'GC', '(', ')']) this.#at.expect(sign);
    this.#add(first, 'runtime.GC()', [{ do: 'collect' }]);
  }

  /** `for range n { … }` or `for i := range n { … }`, the body read for each turn; without a variable, until one begins with the same variables as the one before. */
  #loop(): void {
    this.#at.expect('for');
    const name = this.#at.ahead.text === 'range' ? undefined : this.#at.name();
    if (name !== undefined) this.#at.expect(':=');
    this.#at.expect('range');
    const count = this.#at.ahead;
    const times = this.#at.count(longest);
    if (times === 0) this.#at.refuse('never', {}, count);
    const before = this.#index;
    const body = this.#at.mark();
    let last = { from: 0, names: '' };
    for (let i = 0; i < times; i++) {
      const turn = { from: this.ops.length, names: JSON.stringify([...this.#names]) };
      if (name === undefined && turn.names === last.names) return this.#again(last.from, times - i, count);
      last = turn;
      this.#at.reset(body);
      this.#index = name === undefined ? before : { name, value: i };
      this.#at.expect('{');
      this.statements('}');
      this.#at.expect('}');
    }
    this.#index = before;
  }

  /** The statements from here on are said so many times more: the same ones, not copies. */
  #again(from: number, times: number, { line, column }: Token): void {
    const [ops, lines] = [this.ops.slice(from), this.lines.slice(from)];
    if (this.ops.length + times * ops.length > longest) this.#at.refuse('long', { most: longest }, { text: '', line, column });
    for (let i = 0; i < times; i++) for (const [each, op] of ops.entries()) {
      this.ops.push(op);
      this.lines.push(lines[each]!);
    }
  }

  /** `name := …`, `name = …` or `name[i] = …`. */
  #assignment(first: Token): void {
    const name = this.#at.name();
    if (this.#at.ahead.text === '[') return this.#element(first, name);
    if (!this.#at.has(':=')) this.#at.expect('=');
    if (name === '_') return this.#forget(first, this.#allocation());
    if (this.#at.has('nil')) return this.#add(first, `${name} = nil`, [{ do: 'drop', slot: this.#known(name, first).slot }]);
    this.#keep(first, name, this.#allocation());
  }

  /** `name[i] = new(T)` or `name[i] = other`: the address goes into a word of the object. */
  #element(first: Token, name: string): void {
    const { slot, element } = this.#known(name, first);
    this.#at.expect('[');
    const index = this.#number();
    this.#at.expect(']');
    this.#at.expect('=');
    if (!element?.pointers) this.#at.refuse('no pointers', { name }, first);
    const word = (index * element.size) / 8;
    if (!isAllocation(this.#at.ahead.text)) {
      const other = this.#at.take();
      return this.#add(first, `${name}[${index}] = ${other.text}`, [{ do: 'link', from: slot, word, to: this.#known(other.text, other).slot }]);
    }
    const made = this.#allocation();
    this.#add(first, `${name}[${index}] = ${made.text}`, [allocate(0, made), { do: 'link', from: slot, word, to: 0 }, { do: 'drop', slot: 0 }]);
  }

  /** Makes an object that nobody holds. */
  #forget(first: Token, made: Allocation): void {
    this.#add(first, made.text, [allocate(0, made), { do: 'drop', slot: 0 }]);
  }

  #keep(first: Token, name: string, made: Allocation): void {
    const variable = this.#names.get(name) ?? this.#declare(name, first);
    variable.element = made.element;
    this.#add(first, `${name} := ${made.text}`, [allocate(variable.slot, made)]);
  }

  #declare(name: string, at: Token): Variable {
    if (this.#names.size === mostNames) this.#at.refuse('names', { most: mostNames }, at);
    const variable = { slot: this.#names.size + 1, element: undefined };
    this.#names.set(name, variable);
    return variable;
  }

  #known(name: string, at: Token): Variable {
    return this.#names.get(name) ?? this.#at.refuse('unknown', { name: name.slice(0, 60) }, at);
  }

  /** `new(T)` or `make([]T, n)`. */
  #allocation(): Allocation {
    const call = this.#at.ahead;
    if (!isAllocation(call.text)) this.#at.refuse('allocation', { found: call.text === '\n' ? '⏎' : call.text }, call);
    const made = this.#at.take().text === 'new' ? this.#new() : this.#make();
    if (made.size < 1 || made.size > largestRequest) this.#at.refuse('size', { size: made.size, most: largestRequest }, call);
    return made;
  }

  #new(): Allocation {
    this.#at.expect('(');
    const from = this.#at.mark();
    const { size, pointers, align } = this.#type();
    const text = `new(${this.#at.since(from)})`;
    this.#at.expect(')');
    return { text, size, pointers, element: { size: 8, align, pointers } };
  }

  #make(): Allocation {
    for (const sign of ['(', '[', ']']) this.#at.expect(sign);
    const from = this.#at.mark();
    const element = this.#type();
    const type = this.#at.since(from);
    this.#at.expect(',');
    const length = this.#number();
    this.#at.expect(')');
    const { size, pointers } = array(length, element);
    return { text: `make([]${type}, ${length})`, size, pointers, element };
  }

  /** A number, or the loop's variable. */
  #number(): number {
    if (this.#index && this.#at.has(this.#index.name)) return this.#index.value;
    return this.#at.count(largestRequest);
  }

  #type(): Layout {
    if (this.#at.has('*')) return this.#pointerTo(1);
    if (this.#at.has('[')) return this.#arrayOrSlice();
    const token = this.#at.ahead;
    const name = this.#at.name();
    if (name === 'struct') return this.#struct();
    if (name === 'map') return this.#map();
    if (name === 'chan') return this.#pointerTo(1);
    return own(named, name) ?? this.#at.refuse('type', { name: name.slice(0, 60) }, token);
  }

  /** Reads types that do not matter: whatever it points to, it is a pointer. */
  #pointerTo(types: number): Layout {
    for (let i = 0; i < types; i++) this.#type();
    return pointer;
  }

  #arrayOrSlice(): Layout {
    if (this.#at.has(']')) {
      this.#type();
      return slice;
    }
    const length = this.#number();
    this.#at.expect(']');
    return array(length, this.#type());
  }

  #map(): Layout {
    this.#at.expect('[');
    this.#type();
    this.#at.expect(']');
    this.#type();
    return pointer;
  }

  /** `struct{ a, b T; c U }`. */
  #struct(): Layout {
    const fields: Layout[] = [];
    this.#at.expect('{');
    while (!this.#at.has('}')) {
      if (this.#at.has(';') || this.#at.has('\n')) continue;
      let names = 1;
      this.#at.name();
      for (; this.#at.has(','); names++) this.#at.name();
      fields.push(...new Array<Layout>(names).fill(this.#type()));
    }
    return struct(fields);
  }

  #add({ line, column }: Token, text: string, steps: readonly HeapOp[]): void {
    if (this.ops.length === longest) this.#at.refuse('long', { most: longest }, { text: '', line, column });
    if (++this.#read > mostRead) this.#at.refuse('own', { most: mostRead }, { text: '', line, column });
    this.ops.push({ text, steps });
    this.lines.push(line);
  }
}
