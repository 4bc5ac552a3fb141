import { markWorkers } from '../../engine/go/service/mark-workers.ts';
import { formatNumber, formatQuantity } from '../../i18n/quantity.ts';
import type { CycleWords } from './words.ts';

const bytes = (size: number): string => formatQuantity({ value: Math.round((10 * size) / 2 ** 20) / 10, unit: 'MiB' }, 'en');
const time = (ns: number): string => (Math.abs(ns) < 1e6 ? `${formatNumber(ns / 1000, 0)} µs` : `${formatNumber(ns / 1e6, 1)} ms`);
const workers = ({ procs }: { readonly procs: number }): number => markWorkers(procs).dedicated;

const words: CycleWords = {
  title: 'One GC cycle',
  caption: 'One collection of a real program on four Ps, from its execution trace. The world stands still at the two dark lines; between them everybody marks: the worker that keeps a P, those on idle Ps, and the goroutines that allocate.',
  controls: {},
  choices: {},
  presets: { recorded: 'as recorded' },
  kinds: {
    trigger: 'the trigger is reached', barrier: 'the barrier is on', dedicated: 'a dedicated worker', idle: 'an idle worker', assist: 'an assist', ending: 'nothing left to mark', marked: 'the barrier is off', swept: 'an allocation sweeps', background: 'the background sweeper',
  },
  events: {
    trigger: ({ heap, goal }) => `gcStart: the heap has ${bytes(heap)}, its trigger is reached. The goal is ${bytes(goal)}. The goroutine that noticed asks everybody to stop.`,
    barrier: ({ at, took }) => `${time(at)}, gcStart: the world stood for ${time(took)}, most of it until the last P had stopped. Pools are emptied, the barrier is on, assists are allowed; marking begins.`,
    dedicated: ({ at, p }) => `${time(at)}, gcBgMarkWorker: the dedicated worker takes P${p}. Of four Ps it is ${workers({ procs: 4 })}, a quarter.`,
    idle: ({ at, p }) => `${time(at)}, findRunnableGCWorker: P${p} has nothing to do, so an idle worker marks there until it has.`,
    assist: ({ at, p, took }) => `${time(at)}, gcAssistAlloc: on P${p} the program allocates, has no credit left and nobody to take it from. It marks for ${time(took)} itself. Watch the heap: it rises more slowly where assists are.`,
    ending: ({ at, heap, goal }) => `${time(at)}, gcMarkDone: every P has handed in its buffers, and none had work. The heap has ${bytes(heap)}, the goal was ${bytes(goal)}.`,
    marked: ({ at, took, before, after, next }) => `${time(at)}, gcMarkTermination: stopped for ${time(took)}. The barrier is off. Of ${bytes(before)}, ${bytes(after)} are alive; nothing is freed yet. The next goal is ${bytes(next)}.`,
    swept: ({ at, sweeps }) => `${time(at)}, mcentral.cacheSpan: an allocation needs a span and sweeps it first. From here to the edge that happens ${formatNumber(sweeps)} times.`,
    background: ({ at, p }) => `${time(at)}, bgsweep: on P${p} the background sweeper does what nobody has asked for.`,
  },
  op: () => 'Next: a collection.',
  answer: (_op, { marking, stops: [first, second], assists, background }) => `Marking took ${time(marking)}, the two stops ${time(first)} and ${time(second)}. Dedicated workers had ${time(background)}, assists on all Ps ${time(assists)}.`,
  end: 'The next one begins when the heap reaches its trigger again.',
  errors: {},
  heap: (size) => `heap, ${bytes(size)}`,
  goal: (size) => `goal ${bytes(size)}`,
  barrier: 'write barrier on',
  stop: (took) => `stopped ${time(took)}`,
  swept: () => 'swept',
  time,
  doing: {
    program: 'the program', assist: 'an assist', dedicated: 'a dedicated worker', fractional: 'a fractional worker', idle: 'an idle worker', stop: 'stops the world', finish: 'the end of the cycle', bgsweep: 'the background sweeper', bgscavenge: 'the scavenger', sweep: 'sweeping',
  },
  stretch: (doing, p, g, took) => `P${p}, goroutine ${g}: ${doing}, ${time(took)}`,
  key: { program: 'program', assist: 'assist', worker: 'dedicated worker', idle: 'idle worker', stop: 'stop and end', sweep: 'background sweep' },
  facts: { marking: 'marking', stops: 'both stops', workers: 'dedicated workers', assists: 'assists, all Ps', idle: 'idle workers, all Ps', peak: 'heap at the end of marking', next: 'next goal' },
  bytes,
};
export default words;
