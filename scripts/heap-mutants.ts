/**
 * `npm run heap-mutants [-- WORDS]`: does the live Go runtime notice when a rule of our Go heap is wrong? Of all rules, or of those whose name has these words.
 *
 * Each mutant is the engine with one text replaced. An address of some workload must differ, or an account of the
 * heap, or the engine must fail; one that gives every address is reported, and the exit code is 1. Run by hand: it takes some minutes.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { HeapMachine } from '../src/engine/go/heap/heap-machine.ts';
import type { SavedHeap } from '../src/engine/go/heap/heap-machine.ts';
import { collectorAnswers, goGC } from '../src/oracle/collector.ts';
import { concurrentAnswers, goHeapConcurrent, goHeapConcurrentStacks, goHeapShared, goHeapSparse } from '../src/oracle/concurrent-heap.ts';
import { differ, type Differential } from '../src/oracle/differentials.ts';
import { accounts, addresses, pacedProgram, surrounded } from '../src/oracle/go-heap.ts';
import { GoRuntime, type RuntimeAnswer, type RuntimeOp } from '../src/oracle/go-runtime.ts';
import { heapAtRest, stopped, stoppedHeapAtRest } from '../src/oracle/heap-start.ts';
import { heapProgram, workloads } from '../src/oracle/workload.ts';
import { rules, type Rule } from './mutants/go-heap.ts';

interface Run { readonly start: SavedHeap | 'concurrent' | 'collector'; readonly name: string; readonly program: readonly RuntimeOp[]; readonly real: readonly RuntimeAnswer[] }

const module = await WebAssembly.compile(readFileSync('oracle/go-runtime.wasm'));

const seeds = [1, 2, 3, 4, 5, 6, 7, 8];
/** With 4 and 8 the background scavenger once has its turn an operation later than we say: when it runs is the scheduler's. */
const pacedSeeds = [1, 2, 3, 5, 6, 7];
/** With others the background scavenger once has the turn that we give the sweeper. */
const sparseSeeds = [1, 6, 8, 10, 11, 12, 13, 14];

/** What the live runtime answers to each workload with eight seeds, then to the first where the pacer starts the collections. */
const runs: readonly Run[] = [
  ...Object.entries(workloads).flatMap(([kind, workload]) => seeds.map((seed) => recorded(`${kind}, seed ${seed}`, heapProgram(workload, seed, 3000), heapAtRest, []))),
  ...[1, 2, 3].map((seed) => recordedConcurrent('concurrent', goHeapConcurrent, seed)),
  ...[1, 2, 3].map((seed) => recordedConcurrent('stacks among them', goHeapConcurrentStacks, seed, 1500)),
  recordedConcurrent('shared spans', goHeapShared, 1),
  ...[1, 3, 5].map((seed): Run => ({ ...recordedConcurrent('settings', goGC, seed, 3000), start: 'collector' })),
  ...sparseSeeds.map((seed) => recordedConcurrent('sparse', goHeapSparse, seed)),
  ...pacedSeeds.map((seed) => recorded(`paced, seed ${seed}`, pacedProgram(workloads['without collections'], seed, 8000), stoppedHeapAtRest, stopped)),
];

function recorded(name: string, ops: readonly RuntimeOp[], start: SavedHeap, env: readonly string[]): Run {
  const program = surrounded(ops);
  return { start, name, program, real: new GoRuntime(module, { env }).ask(program) };
}

/** Workloads with collections that mark beside the program. */
function recordedConcurrent(kind: string, differential: Differential, seed: number, ops = 6000): Run {
  const program = differential.program(seed, ops);
  return { start: 'concurrent', name: `${kind}, seed ${seed}`, program, real: new GoRuntime(module).ask(program) };
}

/** The operation where a machine first parts from a run, or what it failed with; undefined when it never does. */
function parts(Machine: typeof HeapMachine, { start, name, program, real }: Run): string | undefined {
  try {
    if (start === 'concurrent') {
      const first = differ({ ...goHeapConcurrent, expected: (asked, answers) => concurrentAnswers(asked, answers, Machine) }, program, real).first;
      return first && `${name}, operation ${first.op}`;
    }
    if (start === 'collector') {
      const first = differ({ ...goGC, expected: (asked, answers) => collectorAnswers(asked, answers, Machine) }, program, real).first;
      return first && `${name}, operation ${first.op}`;
    }
    const at = addresses(program, real, Machine, start).findIndex((addr, i) => {
      const answer = real[i]!;
      return addr !== undefined && !('addr' in answer && answer.addr === addr);
    });
    if (at >= 0) return `${name}, operation ${at}`;
    return start === stoppedHeapAtRest ? accountParts(Machine, { start, name, program, real }) : undefined;
  } catch (error) {
    return `${name}, ${error instanceof Error ? error.message : String(error)}`;
  }
}

/** The first reading of the accounts that differs. */
function accountParts(Machine: typeof HeapMachine, { name, program, real }: Run): string | undefined {
  const theirs = real.flatMap((answer, i) => (program[i]!.do === 'pacer' && 'inUse' in answer ? [[answer.inUse, answer.free, answer.released, answer.heapLive]] : []));
  const at = accounts(program, real, Machine).findIndex((ours, i) => String(ours) !== String(theirs[i]));
  return at < 0 ? undefined : `${name}, account ${at}`;
}

/** The engine with one text replaced. */
async function mutated(folder: string, [, file, from, to]: Rule): Promise<typeof HeapMachine> {
  cpSync('src/engine/go', join(folder, 'go'), { recursive: true });
  for (const used of ['machine.ts', 'allocators/words.ts']) cpSync(join('src/engine', used), join(folder, used));
  const path = join(folder, 'go', file);
  const source = readFileSync(path, 'utf8');
  if (source.split(from).length !== 2) throw new Error(`${file} does not have this text exactly once: ${from}`);
  writeFileSync(path, source.replace(from, () => to));
  const loaded = await import(pathToFileURL(join(folder, 'go/heap/heap-machine.ts')).href) as { HeapMachine: typeof HeapMachine };
  return loaded.HeapMachine;
}

async function killer(rule: Rule): Promise<string | undefined> {
  const folder = mkdtempSync(join(tmpdir(), 'heap-mutant-'));
  try {
    const Machine = await mutated(folder, rule);
    for (const run of runs) {
      const by = parts(Machine, run);
      if (by !== undefined) return by;
    }
    return undefined;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const unchanged = runs.map((run) => parts(HeapMachine, run)).find(Boolean);
if (unchanged) throw new Error(`The engine itself is wrong: ${unchanged}.`);
let killed = 0;
const asked = rules.filter(([what]) => what.includes(process.argv[2] ?? ''));
for (const rule of asked) {
  const by = await killer(rule);
  if (by !== undefined) killed++;
  console.log(`${rule[0].padEnd(58)} ${by ?? 'SURVIVES'}`);
}
console.log(`${killed} of ${asked.length} mutants killed`);
process.exitCode = killed === asked.length ? 0 : 1;
