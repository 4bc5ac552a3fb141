/**
 * `npm run bench`: how many operations a second each engine applies, and how many moments it shows, beside a bare bump
 * pointer in the same run. Times move with the machine; the share of the pointer hardly does. `npm run bench -- NAME`
 * measures one part: allocators (beside the real libraries where they and a C compiler are installed), collectors, go-heap (beside
 * the real runtime on WebAssembly), figures, links (what opening a demo by a spoilt link costs),
 * texts (what the tools take to read the longest ones), or service (a simulated second of the pacer).
 */
import { demos, loadDemo } from '../src/demos/index.ts';
import type { Run } from '../src/demos/demo.ts';
import { benchAllocators } from './bench/allocators.ts';
import { benchCollectors } from './bench/collectors.ts';
import { benchGoHeap } from './bench/go-heap.ts';
import { benchLinks } from './bench/links.ts';
import { benchService } from './bench/service.ts';
import { benchTexts } from './bench/texts.ts';
import { median } from './measure/stats.ts';
import { table } from './table.ts';

const rounds = 7;
/** Milliseconds one round takes at least. */
const span = 60;

/** Operations a second: the median of rounds, each long enough for the clock. `batch` returns how many it did. */
function rate(batch: () => number): number {
  const once = (): number => {
    const began = performance.now();
    let done = 0;
    while (performance.now() - began < span) done += batch();
    return (done * 1000) / (performance.now() - began);
  };
  once(); // lets the compiler see it first
  return median(Array.from({ length: rounds }, once)) ?? 0;
}

const live = new Float64Array(10_000);

/** The least an allocator can do, 10,000 times: round up, add, remember the address. */
function pointer(): number {
  let top = 0;
  for (let i = 0; i < live.length; i++) {
    live[i] = top;
    top += ((live[(i * 7919) % live.length]! & 255) + 16) & ~15;
  }
  return live.length;
}

/** A whole program applied, from its start. */
function applied({ timeline: { machine, program } }: Run, start: unknown): number {
  machine.load(start);
  for (const op of program) machine.apply(op);
  return program.length;
}

/** A whole program stepped through moment by moment, from its start. */
function stepped({ timeline: { machine, program } }: Run, start: unknown): number {
  machine.load(start);
  let moments = 0;
  for (const op of program) for (const _ of machine.run(op)) moments++;
  return Math.max(1, moments);
}

async function benchDemos(): Promise<void> {
  const bare = rate(pointer);
  const line = (name: string, perSecond: number) => [name, (perSecond / 1e6).toPrecision(3), (perSecond / bare).toPrecision(2)];
  const rows = [line('a bare pointer', bare)];
  for (const id of Object.keys(demos)) {
    const demo = await loadDemo(id);
    for (const preset of demo.presets) {
      const run = demo.open(demo.input(preset));
      const start = run.timeline.machine.save();
      if (run.timeline.program.length === 0) continue;
      rows.push(line(`${id} ${preset}: apply`, rate(() => applied(run, start))), line(`${id} ${preset}: run`, rate(() => stepped(run, start))));
    }
  }
  console.log(table(['M a second', 'M/s', 'of the pointer'], rows));
}

/** The parts of a run; a name on the command line picks one. */
const parts: Readonly<Record<string, () => void | Promise<void>>> = { allocators: benchAllocators, collectors: benchCollectors, 'go-heap': benchGoHeap, figures: benchDemos, links: benchLinks, texts: benchTexts, service: benchService };
const asked = process.argv.slice(2).filter((name) => name in parts);
for (const name of asked.length > 0 ? asked : Object.keys(parts)) await parts[name]!();
