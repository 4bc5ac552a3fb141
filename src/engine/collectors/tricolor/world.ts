/** A pointer that points nowhere. */
export const nil = -1;

export const white = 0;
export const grey = 1;
export const black = 2;
/** Never allocated, or swept. */
export const gone = 3;

/** How many fields each object has, and how many registers each mutator. Object 0 is a global: a root that nobody can drop. */
export interface Shape {
  readonly fields: readonly number[];
  readonly mutators: number;
  readonly registers: number;
}

/** What a mutator still has to do for a store that takes two steps. */
export const nothing = 0;
export const toStore = 1;
export const toShade = 2;

/** Where each part of a world stands among its bytes, and how many values it can have. */
export class Layout {
  readonly shape: Shape;
  readonly objects: number;
  readonly allFields: number;
  /** First field of each object, and the end. */
  readonly firstField: readonly number[];
  readonly registers: number;
  readonly colors: number;
  readonly scanned: number;
  readonly aware: number;
  readonly pendingKind: number;
  readonly pendingField: number;
  readonly pendingValue: number;
  readonly phase: number;
  readonly cursorObject: number;
  readonly cursorField: number;
  readonly cycle: number;
  readonly size: number;
  readonly #radices: readonly number[];
  /** What is subtracted from each part: pointers count from nil, which is -1. */
  readonly #lowest: readonly number[];
  readonly #scratch: World;

  constructor(shape: Shape, cycles: number) {
    this.shape = shape;
    const { fields, mutators, registers } = shape;
    this.objects = fields.length;
    this.firstField = fields.reduce<number[]>((firsts, count) => [...firsts, firsts.at(-1)! + count], [0]);
    this.allFields = this.firstField.at(-1)!;
    const pointers = this.objects + 1;
    const radices: number[] = [];
    const part = (count: number, radix: number): number => {
      const at = radices.length;
      for (let i = 0; i < count; i++) radices.push(radix);
      return at;
    };
    part(this.allFields, pointers);
    this.registers = part(mutators * registers, pointers);
    this.colors = part(this.objects, 4);
    this.scanned = part(mutators, 2);
    this.aware = part(mutators, 2);
    this.pendingKind = part(mutators, 3);
    this.pendingField = part(mutators, Math.max(1, this.allFields));
    this.pendingValue = part(mutators, pointers);
    this.phase = part(1, 2);
    this.cursorObject = part(1, pointers);
    this.cursorField = part(1, Math.max(...fields) + 1);
    this.cycle = part(1, cycles + 1);
    this.size = radices.length;
    this.#radices = radices;
    this.#lowest = radices.map((_, i) => (this.#isPointer(i) ? nil : 0));
    this.#scratch = new Int8Array(this.size);
  }

  /** The one world to try a step in: the next copy overwrites it. */
  copy(world: World): World {
    this.#scratch.set(world);
    return this.#scratch;
  }

  register(mutator: number, register: number): number { return this.registers + mutator * this.shape.registers + register; }

  /** A world where nothing points anywhere and no collection runs. */
  empty(aware: boolean): World {
    const world = new Int8Array(this.size);
    for (let i = 0; i < this.colors; i++) world[i] = nil;
    for (let m = 0; m < this.shape.mutators; m++) {
      world[this.aware + m] = Number(aware);
      world[this.pendingValue + m] = nil;
    }
    world[this.cursorObject] = nil;
    return world;
  }

  /** A number that no other world has. */
  key(world: World): number {
    let key = 0;
    for (let i = 0; i < this.size; i++) key = key * this.#radices[i]! + world[i]! - this.#lowest[i]!;
    return key;
  }

  /** Writes the world with this number. */
  read(key: number, world: World): void {
    let rest = key;
    for (let i = this.size - 1; i >= 0; i--) {
      const radix = this.#radices[i]!;
      const above = Math.floor(rest / radix);
      world[i] = rest - above * radix + this.#lowest[i]!;
      rest = above;
    }
  }

  #isPointer(i: number): boolean {
    return i < this.colors || (i >= this.pendingValue && i < this.phase) || i === this.cursorObject;
  }
}

/** One state of heap, stacks and collector: see {@link Layout} for what each byte is. */
export type World = Int8Array;

/** Makes a white object grey. */
export function shade(layout: Layout, world: World, object: number): void {
  if (object !== nil && world[layout.colors + object] === white) world[layout.colors + object] = grey;
}

/** Registers of one mutator. */
export const registersOf = ({ registers, shape }: Layout, world: World, mutator: number): Int8Array =>
  world.subarray(registers + mutator * shape.registers, registers + (mutator + 1) * shape.registers);

/** All that the global and the registers lead to. */
export function reachable(layout: Layout, world: World): boolean[] {
  const found = new Array<boolean>(layout.objects).fill(false);
  const pending = [0, ...world.subarray(layout.registers, layout.colors)];
  for (let object = pending.pop(); object !== undefined; object = pending.pop()) {
    if (object === nil || found[object]) continue;
    found[object] = true;
    for (let field = layout.firstField[object]!; field < layout.firstField[object + 1]!; field++) pending.push(world[field]!);
  }
  return found;
}
