import type { Cell } from '../../engine/allocators/allocator.ts';
import type { NamedOp } from '../../engine/allocators/named-heap.ts';
import type { SideEvent, SideLane, SidePicture } from '../../engine/allocators/side-by-side.ts';
import { number, type Options } from '../control.ts';
import { defineDemo, type ClaimSpec, type Program } from '../demo.ts';
import { readHeapProgram } from '../heap-program.ts';
import { largestHole, stripMarks } from '../heap-strip.ts';
import type { Scenes, StripLane } from '../scene.ts';
import { arena, meanRefused } from './many.ts';
import { contenders, policyNames, type PolicyName } from './policies.ts';
import { bestLoses, firstLoses, justAbove, powersOfTwo, steady } from './traces.ts';
import type { ArenaWords, LaneFigures, Presets } from './words.ts';

const controls = { heap: number({ initial: 2048, min: 512, max: 4096, step: 64 }) };

/** The seed whose trace refuses about as often as the mean of many does, and in the same order of policies. */
const seed = 24;
/** 164 bytes: first and next fit have 608 and 736 free, and no hole for them. */
const still = { op: 87, moment: 1 };

type Claim = ClaimSpec<readonly (number | null)[], SidePicture, Presets>;
const perPolicy = (name: string, preset: Presets, of: (lane: SideLane, policy: PolicyName) => ReturnType<Claim['of']>): Readonly<Record<string, Claim>> =>
  Object.fromEntries(policyNames.map((policy, i) => [`${policy}${name}`, { preset, of: ({ picture }) => of(picture.lanes[i]!, policy) } satisfies Claim]));

export default defineDemo({
  controls,
  presets: {
    steady: { program: steady(seed), still },
    bestLoses: { program: bestLoses, options: { heap: 768 }, still: { op: 9, moment: 1 } },
    firstLoses: { program: firstLoses, options: { heap: 768 }, still: { op: 8, moment: 1 } },
    buddyWastes: { program: justAbove(seed), still: { op: 20, moment: 1 } },
    powers: { program: powersOfTwo(seed), still: { op: 51, moment: 1 } },
  },
  machine: ({ heap }: Options<typeof controls>) => arena(heap),
  read: (text: string): Program<NamedOp> => readHeapProgram(text),
  view: 'strips',
  legend: ['live', 'slack', 'free', 'top', 'refused'],
  quiet: true,
  draw,
  words: { en: () => import('./en.ts'), zh: () => import('./zh.ts') },
  claims: {
    ...perPolicy('Refused', 'steady', ({ failures }) => ({ value: failures, unit: 'count' })),
    ...perPolicy('Steps', 'steady', ({ figures }) => ({ value: figures.steps, unit: 'count' })),
    ...perPolicy('Utilisation', 'steady', ({ figures }) => ({ value: Math.round(100 * figures.utilisation), unit: 'percent' })),
    ...perPolicy('MeanRefused', 'steady', (_, policy) => ({ value: meanRefused(policy), unit: 'count' })),
    ...perPolicy('RefusedJustAbove', 'buddyWastes', ({ failures }) => ({ value: failures, unit: 'count' })),
    ...perPolicy('WasteJustAbove', 'buddyWastes', ({ figures }) => ({ value: Math.round(100 * figures.internal), unit: 'percent' })),
    refusedSize: { preset: 'steady', of: () => ({ value: refusedThere().size, unit: 'B' }) },
    freeWhenRefused: { preset: 'steady', of: () => ({ value: refusedThere().free, unit: 'B' }) },
    largestWhenRefused: { preset: 'steady', of: () => ({ value: refusedThere().largest, unit: 'B' }) },
  },
});

/** First fit at the moment of the still. */
function refusedThere() {
  const bound = controls.heap.initial;
  const machine = arena(bound);
  for (const op of readHeapProgram(steady(seed)).ops.slice(0, still.op + 1)) machine.apply(op);
  const lane = machine.picture().lanes[0]!;
  const free = cellsOf(lane, bound).filter(({ state }) => state === 'free').reduce((sum, { size }) => sum + size, 0);
  return { size: lane.refused ?? Number.NaN, free, largest: figuresOf(lane, bound).largest };
}

/** All of a bounded heap: what an allocator has not asked for yet is untouched. The first bytes, there for alignment, are left out. */
function cellsOf({ heap: { heap, cells } }: SideLane, bound: number): readonly Cell[] {
  const drawn = cells.filter(({ state }) => state !== 'meta');
  const last = drawn.at(-1);
  if (heap >= bound - 16) return drawn;
  const from = last?.state === 'top' ? last.addr : heap;
  return [...drawn.filter((cell) => cell !== last || last.state !== 'top'), { addr: from, size: bound - from, state: 'top' }];
}

function figuresOf(lane: SideLane, bound: number): LaneFigures {
  const cells = cellsOf(lane, bound);
  return {
    live: lane.figures.live, heap: bound, refused: lane.failures, steps: lane.figures.steps,
    holes: cells.filter(({ state }) => state === 'free' || state === 'top').length,
    largest: largestHole({ cells })?.size ?? 0,
  };
}

function draw({ lanes }: SidePicture, words: ArenaWords, { options: { heap }, event }: { readonly options: Options<typeof controls>; readonly event: SideEvent | undefined }): Scenes['strips'] {
  return {
    marks: lanes.flatMap((lane, i) => stripMarks({
      key: policyNames[i]!,
      heap: { cells: cellsOf(lane, heap) },
      objects: lane.objects,
      events: event?.lanes[i]?.events,
      refused: lane.refused === undefined ? undefined : { size: contenders[policyNames[i]!].needs(lane.refused) },
    }, words.cell)),
    frame: { lanes: lanes.map((lane, i) => laneOf(policyNames[i]!, lane, heap, words)) },
    facts: lanes.map((lane, i) => ({ label: words.policies[policyNames[i]!], value: words.fact(figuresOf(lane, heap)) })),
  };
}

function laneOf(policy: PolicyName, lane: SideLane, heap: number, words: ArenaWords): StripLane {
  const figures = figuresOf(lane, heap);
  const { rover } = lane.heap;
  return {
    key: policy, name: words.policies[policy], figure: words.figure(figures), note: words.note(figures),
    base: 0, size: heap, perRow: heap, ruler: policy === 'first',
    pointers: policy !== 'next' ? undefined : rover === undefined ? [] : [{ addr: rover, label: words.rover }],
  };
}
