import type { Rules } from './rules.ts';
import type { Visit } from './steps.ts';
import { black, gone, nil, nothing, registersOf, shade, toShade, toStore, white, type Layout, type World } from './world.ts';

/** Everything that one mutator can do next. A store left half done comes first. */
export function mutatorSteps(layout: Layout, rules: Rules, world: World, mutator: number, visit: Visit<World>): void {
  if (world[layout.pendingKind + mutator] !== nothing) return finish(layout, world, mutator, visit);
  if (rules.lateFlag && !world[layout.aware + mutator] && marking(layout, world)) notice(layout, world, mutator, visit);
  const held = registersOf(layout, world, mutator);
  const sources = distinct(0, held).filter((object) => object !== nil);
  for (let register = 0; register < held.length; register++) {
    if (held[register] !== nil) drop(layout, world, mutator, register, visit);
    for (const object of sources) loads(layout, rules, world, mutator, register, object, visit);
    if (rules.allocate) allocate(layout, rules, world, mutator, register, visit);
  }
  const values = distinct(nil, held);
  for (const object of sources) stores(layout, rules, world, mutator, object, values, visit);
}

/** `first`, and what registers hold, each once. */
function distinct(first: number, held: World): number[] {
  const found = [first];
  for (let register = 0; register < held.length; register++) if (!found.includes(held[register]!)) found.push(held[register]!);
  return found;
}

export const marking = ({ phase }: Layout, world: World): boolean => world[phase] === 1;

function drop(layout: Layout, world: World, mutator: number, register: number, visit: Visit<World>): void {
  const next = layout.copy(world);
  next[layout.register(mutator, register)] = nil;
  visit({ do: 'drop', mutator, register }, next);
}

/** r = object.field. A load has no barrier but where the rules say so. */
function loads(layout: Layout, rules: Rules, world: World, mutator: number, register: number, object: number, visit: Visit<World>): void {
  const before = world[layout.register(mutator, register)];
  for (let at = layout.firstField[object]!; at < layout.firstField[object + 1]!; at++) {
    const target = world[at]!;
    if (target === nil || target === before) continue;
    const next = layout.copy(world);
    next[layout.register(mutator, register)] = target;
    if (marking(layout, world) && loadShades(layout, rules, world, mutator)) shade(layout, next, target);
    visit({ do: 'load', mutator, register, object, field: at - layout.firstField[object]! }, next);
  }
}

const loadShades = ({ scanned }: Layout, { loads: rule }: Rules, world: World, mutator: number): boolean =>
  rule === 'shade' || (rule === 'shade when scanned' && world[scanned + mutator] === 1);

function allocate(layout: Layout, rules: Rules, world: World, mutator: number, register: number, visit: Visit<World>): void {
  const object = world.subarray(layout.colors, layout.colors + layout.objects).indexOf(gone);
  if (object < 0) return;
  const next = layout.copy(world);
  next[layout.colors + object] = rules.allocate === 'black' && marking(layout, world) ? black : white;
  next[layout.register(mutator, register)] = object;
  visit({ do: 'new', mutator, register, object }, next);
}

function stores(layout: Layout, rules: Rules, world: World, mutator: number, object: number, values: readonly number[], visit: Visit<World>): void {
  for (let at = layout.firstField[object]!; at < layout.firstField[object + 1]!; at++) {
    for (const value of values) {
      if (value === world[at]) continue;
      visit({ do: 'store', mutator, object, field: at - layout.firstField[object]!, value }, stored(layout, rules, world, mutator, object, at, value));
    }
  }
}

/** object.field = value, with what the barrier shades (Go's: mbarrier.go, mwbbuf.go). */
function stored(layout: Layout, rules: Rules, world: World, mutator: number, object: number, at: number, value: number): World {
  const next = layout.copy(world);
  if (marking(layout, world) && world[layout.aware + mutator] === 1) {
    barrier(layout, rules, next, mutator, object, world[at]!, value);
    if (rules.barrier === 'insertion' && rules.store === 'shade then store') return leave(layout, next, mutator, toStore, at, value);
    if (rules.barrier === 'insertion' && rules.store === 'store then shade' && value !== nil) leave(layout, next, mutator, toShade, at, value);
  }
  next[at] = value;
  return next;
}

function barrier(layout: Layout, { barrier: kind, store }: Rules, next: World, mutator: number, object: number, old: number, value: number): void {
  if (kind === 'deletion' || kind === 'hybrid') shade(layout, next, old);
  if (kind === 'hybrid' && next[layout.scanned + mutator] === 0) shade(layout, next, value);
  if (kind === 'steele' && next[layout.colors + object] === black) next[layout.colors + object] = 1;
  if (kind === 'insertion' && store !== 'store then shade') shade(layout, next, value);
}

/** Leaves the second half of a store for later. */
function leave(layout: Layout, next: World, mutator: number, kind: number, at: number, value: number): World {
  next[layout.pendingKind + mutator] = kind;
  next[layout.pendingField + mutator] = at;
  next[layout.pendingValue + mutator] = value;
  return next;
}

function finish(layout: Layout, world: World, mutator: number, visit: Visit<World>): void {
  const next = layout.copy(world);
  const [kind, at, value] = [world[layout.pendingKind + mutator]!, world[layout.pendingField + mutator]!, world[layout.pendingValue + mutator]!];
  leave(layout, next, mutator, nothing, 0, nil);
  if (kind === toStore) next[at] = value;
  else if (marking(layout, world)) shade(layout, next, value);
  visit({ do: 'finish', mutator }, next);
}

function notice(layout: Layout, world: World, mutator: number, visit: Visit<World>): void {
  const next = layout.copy(world);
  next[layout.aware + mutator] = 1;
  visit({ do: 'notice', mutator }, next);
}
