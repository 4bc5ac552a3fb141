import { marking } from './mutator.ts';
import type { Rules } from './rules.ts';
import type { Visit } from './steps.ts';
import { black, gone, grey, nil, reachable, shade, white, type Layout, type World } from './world.ts';

/** Everything the collector can do next. */
export function collectorSteps(layout: Layout, rules: Rules, world: World, visit: Visit<World>): void {
  if (!marking(layout, world)) {
    if (world[layout.cycle]! < rules.cycles) start(layout, rules, world, visit);
    return;
  }
  for (let mutator = 0; mutator < layout.shape.mutators; mutator++) {
    if (world[layout.scanned + mutator] === 0) scanStack(layout, world, mutator, visit);
  }
  if (world[layout.cursorObject] !== nil) return scanOn(layout, rules, world, visit);
  for (let object = 0; object < layout.objects; object++) {
    if (world[layout.colors + object] === grey) scan(layout, rules, world, object, visit);
  }
  if (isDone(layout, world)) finish(layout, rules, world, visit);
}

/** Marking starts from the global; from the stacks too, if the rules want a snapshot. */
function start(layout: Layout, rules: Rules, world: World, visit: Visit<World>): void {
  const next = layout.copy(world);
  next[layout.phase] = 1;
  shade(layout, next, 0);
  if (rules.snapshot) for (let mutator = 0; mutator < layout.shape.mutators; mutator++) shadeStack(layout, next, mutator);
  visit({ do: 'start' }, next);
}

function shadeStack(layout: Layout, next: World, mutator: number): void {
  for (let register = 0; register < layout.shape.registers; register++) shade(layout, next, next[layout.register(mutator, register)]!);
  next[layout.scanned + mutator] = 1;
}

function scanStack(layout: Layout, world: World, mutator: number, visit: Visit<World>): void {
  const next = layout.copy(world);
  shadeStack(layout, next, mutator);
  visit({ do: 'scan stack', mutator }, next);
}

/** Takes a grey object: scans it whole, or begins with its first field. */
function scan(layout: Layout, rules: Rules, world: World, object: number, visit: Visit<World>): void {
  const next = layout.copy(world);
  if (rules.whole) {
    for (let at = layout.firstField[object]!; at < layout.firstField[object + 1]!; at++) shade(layout, next, world[at]!);
    next[layout.colors + object] = black;
    return visit({ do: 'scan object', object }, next);
  }
  if (rules.blackAtStart) next[layout.colors + object] = black;
  next[layout.cursorObject] = object;
  visit({ do: 'pick', object }, next);
}

/** The next field of the object under way, or its end. */
function scanOn(layout: Layout, rules: Rules, world: World, visit: Visit<World>): void {
  const [object, field] = [world[layout.cursorObject]!, world[layout.cursorField]!];
  const next = layout.copy(world);
  if (field < layout.shape.fields[object]!) {
    shade(layout, next, world[layout.firstField[object]! + field]!);
    next[layout.cursorField] = field + 1;
    return visit({ do: 'scan field', object, field }, next);
  }
  if (!rules.blackAtStart) next[layout.colors + object] = black;
  next[layout.cursorObject] = nil;
  next[layout.cursorField] = 0;
  visit({ do: 'blacken', object }, next);
}

/** Nothing is grey, and every stack has been scanned. */
function isDone({ colors, objects, scanned, shape }: Layout, world: World): boolean {
  for (let object = 0; object < objects; object++) if (world[colors + object] === grey) return false;
  for (let mutator = 0; mutator < shape.mutators; mutator++) if (world[scanned + mutator] === 0) return false;
  return true;
}

/** The end of marking: a last look at the stacks if the rules want one, then what is white is swept. */
function finish(layout: Layout, rules: Rules, world: World, visit: Visit<World>): void {
  const next = layout.copy(world);
  if (rules.rescan) for (let mutator = 0; mutator < layout.shape.mutators; mutator++) shadeStack(layout, next, mutator);
  if (!isDone(layout, next)) return visit({ do: 'rescan' }, next);
  sweep(layout, next);
  visit({ do: 'terminate' }, next);
}

/** White objects are gone, black ones white again. */
function sweep(layout: Layout, world: World): void {
  for (let object = 0; object < layout.objects; object++) {
    const survives = world[layout.colors + object] === black;
    world[layout.colors + object] = survives ? white : gone;
    if (!survives) world.fill(nil, layout.firstField[object], layout.firstField[object + 1]);
  }
  world.fill(0, layout.scanned, layout.scanned + layout.shape.mutators);
  world[layout.phase] = 0;
  world[layout.cycle] = world[layout.cycle]! + 1;
}

/** What can be reached and yet is gone: what a sweep has taken from under the program. */
export function lost(layout: Layout, world: World): readonly number[] {
  return reachable(layout, world).flatMap((found, object) => (found && world[layout.colors + object] === gone ? [object] : []));
}
