import { NumberSet } from './number-set.ts';
import { collectorSteps, lost } from './tricolor/collector.ts';
import { invariantsKept, type Kept } from './tricolor/invariants.ts';
import { marking, mutatorSteps } from './tricolor/mutator.ts';
import type { Rules } from './tricolor/rules.ts';
import type { Step, Visit } from './tricolor/steps.ts';
import { gone, nil, reachable, type Layout, type World } from './tricolor/world.ts';

/** Every step that the mutators and the collector can take from a world. */
export function successors(layout: Layout, rules: Rules, world: World): { readonly step: Step; readonly world: World }[] {
  const found: { step: Step; world: World }[] = [];
  eachStep(layout, rules, world, (step, next) => { found.push({ step, world: next.slice() }); });
  return found;
}

/** Tells of the same; each world only until the next is told of. */
function eachStep(layout: Layout, rules: Rules, world: World, visit: Visit<World>): void {
  for (let mutator = 0; mutator < layout.shape.mutators; mutator++) mutatorSteps(layout, rules, world, mutator, visit);
  collectorSteps(layout, rules, world, visit);
}

/** Every way the heap and the registers can be when all objects live. With `allocate`, one object is still to be made. */
export function beginnings(layout: Layout, rules: Rules): World[] {
  const live = layout.objects - (rules.allocate ? 1 : 0);
  const slots = [...Array.from({ length: layout.firstField[live]! }, (_, i) => i), ...Array.from({ length: layout.colors - layout.registers }, (_, i) => layout.registers + i)];
  const base = layout.empty(!rules.lateFlag);
  for (let object = live; object < layout.objects; object++) base[layout.colors + object] = gone;
  const found: World[] = [];
  const fill = (i: number, world: World): void => {
    if (i < slots.length) {
      for (let to = nil; to < live; to++) {
        const next = world.slice();
        next[slots[i]!] = to;
        fill(i + 1, next);
      }
    } else if (reachable(layout, world).filter(Boolean).length === live) found.push(world);
  };
  fill(0, base);
  return found;
}

/** The end of a search: whether anything can be lost, in how few steps, and how many worlds were seen. */
export interface Verdict {
  readonly loss: { readonly start: World; readonly steps: readonly Step[]; readonly lost: readonly number[] } | undefined;
  readonly states: number;
  /** Worlds between two scans where an invariant did not hold. */
  readonly broken: Readonly<Record<keyof Kept, number>>;
}

/**
 * Tries every interleaving from the given worlds, nearest first: a loss found is a shortest one.
 * Stops after `most` worlds, with no loss found and as many states.
 */
export function explore(layout: Layout, rules: Rules, starts: readonly World[], most = 2_000_000): Verdict {
  const met: number[] = [];
  const parents: number[] = [];
  const seen = new NumberSet();
  const broken = { strongHeap: 0, strongStack: 0, weakHeap: 0, weakStack: 0 };
  const meet = (key: number, parent: number): void => {
    if (!seen.add(key)) return;
    met.push(key);
    parents.push(parent);
  };
  for (const world of starts) meet(layout.key(world), -1);
  const world = new Int8Array(layout.size);
  for (let i = 0; i < Math.min(met.length, most); i++) {
    layout.read(met[i]!, world);
    if (marking(layout, world) && world[layout.cursorObject] === nil) count(broken, invariantsKept(layout, world));
    let end: { readonly step: Step; readonly lost: readonly number[] } | undefined;
    eachStep(layout, rules, world, (step, next) => {
      const taken = step.do === 'terminate' ? lost(layout, next) : [];
      if (taken.length > 0) end ??= { step, lost: taken };
      else meet(layout.key(next), i);
    });
    if (end) return { loss: { ...pathTo(layout, rules, met, parents, i, end.step), lost: end.lost }, states: i + 1, broken };
  }
  return { loss: undefined, states: Math.min(met.length, most), broken };
}

function count(broken: Record<keyof Kept, number>, kept: Kept): void {
  for (const name of Object.keys(broken) as (keyof Kept)[]) if (!kept[name]) broken[name]++;
}

/** The steps from a beginning to a world and one beyond, found again by who came from whom. */
function pathTo(layout: Layout, rules: Rules, met: readonly number[], parents: readonly number[], last: number, final: Step): { readonly start: World; readonly steps: readonly Step[] } {
  const steps: Step[] = [final];
  const [start, before] = [new Int8Array(layout.size), new Int8Array(layout.size)];
  let at = last;
  for (; parents[at] !== -1; at = parents[at]!) {
    layout.read(met[parents[at]!]!, before);
    steps.unshift(successors(layout, rules, before).find(({ world }) => layout.key(world) === met[at])!.step);
  }
  layout.read(met[at]!, start);
  return { start, steps };
}
