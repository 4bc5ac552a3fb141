import { wbBufEntries } from '../../engine/go/cycle/barrier-buffer.ts';
import { gcPercent } from '../../engine/go/cycle/cycle-pacer.ts';
import { costs, habits, objectSize } from '../../engine/go/cycle/settings.ts';
import { markWorkers } from '../../engine/go/service/mark-workers.ts';
import { ordinal } from '../../i18n/ordinal.ts';
import { formatNumber, formatQuantity } from '../../i18n/quantity.ts';
import { keeps, settled } from './controls.ts';
import type { CycleWords } from './words.ts';

const bytes = (size: number): string => formatQuantity({ value: Math.round((10 * size) / 2 ** 20) / 10, unit: 'MiB' }, 'en');
const time = (ns: number): string => (Math.abs(ns) < 1e6 ? `${formatNumber(ns / 1000, 0)} µs` : `${formatNumber(ns / 1e6, 1)} ms`);
const kib = (size: number): string => formatQuantity({ value: Math.round(size / 1024), unit: 'KiB' }, 'en');
const percent = (share: number): string => formatQuantity({ value: Math.round(1000 * share) / 10, unit: 'percent' }, 'en');
const white = (found: number): string => (found === 0 ? 'none of them white' : `${formatNumber(found)} of them white`);

const words: CycleWords = {
  title: 'One GC cycle',
  caption: 'One collection: of a real program on four Ps, from its execution trace, or simulated on as many as you like. The world stands still at the two lines that cross all lanes; between them everybody marks: workers that keep a P or have a share of each, workers on idle Ps, and the goroutines that allocate.',
  controls: { of: 'cycle', procs: 'Ps', goroutines: 'goroutines', allocates: 'allocate, MiB/s', scans: 'scan, MiB/s' },
  choices: {},
  presets: { recorded: 'as recorded', one: 'simulated: 1 P, a fractional worker', four: 'simulated: 4 Ps', fast: 'simulated: 8 Ps, allocating fast', first: 'simulated: the first of a program' },
  altered: { recorded: 'simulated' },
  kinds: {
    trigger: 'the trigger is reached', barrier: 'the barrier is on', dedicated: 'a dedicated worker', fractional: 'a fractional worker', idle: 'an idle worker', assist: 'an assist', credit: 'paid from credit', queued: 'waits for credit', roots: 'all roots are scanned', full: 'a barrier buffer is full',
    ragged: 'not done yet', restart: 'marking begins again', ending: 'nothing left to mark', marked: 'the barrier is off', swept: 'an allocation sweeps', background: 'the background sweeper', clean: 'all is swept',
  },
  events: {
    trigger: ({ heap, goal }) => `gcStart: the heap has ${bytes(heap)}, its trigger is reached. The goal is ${bytes(goal)}. The goroutine that noticed asks everybody to stop.`,
    barrier: ({ at, took }) => `${time(at)}, gcStart: the world stood for ${time(took)}, until the last P had stopped and a little longer. Pools are emptied, the barrier is on, assists are allowed; marking begins.`,
    dedicated: ({ at, p, procs }) => `${time(at)}, gcBgMarkWorker: a dedicated worker takes P${p}. Of ${formatNumber(procs)} Ps startCycle gives ${formatNumber(markWorkers(procs).dedicated)} away until marking is done.`,
    fractional: ({ at, p, procs }) => `${time(at)}, gcBgMarkWorker: a fractional worker takes P${p}, until it has had its share: startCycle allows ${percent(markWorkers(procs).fractional)} of ${procs === 1 ? 'the only P' : `each of ${formatNumber(procs)} Ps`}.`,
    idle: ({ at, p }) => `${time(at)}, findRunnableGCWorker: P${p} has nothing to do, so an idle worker marks there until it has.`,
    assist: ({ at, p, took }) => `${time(at)}, gcAssistAlloc: on P${p} the program allocates, has no credit left and nobody to take it from. It marks for ${time(took)} itself. Watch the heap: it rises more slowly where assists are.`,
    credit: ({ at, p, bytes: taken }) => `${time(at)}, gcAssistAlloc: on P${p} the program owes work, and takes ${kib(taken)} of what the workers have scanned in advance. It need not mark.`,
    queued: ({ at, p }) => `${time(at)}, gcParkAssist: on P${p} the program owes work, and there is neither credit nor anything to scan just now. It waits in a queue until a worker earns something.`,
    roots: ({ at, p, jobs, globals, spans, stacks }) => `${time(at)}, markroot: P${p} takes the last of ${formatNumber(jobs)} root jobs: ${formatNumber(globals)} were pieces of globals, ${formatNumber(spans)} spans with finalizers and the like, ${formatNumber(stacks)} stacks. From here on it is objects.`,
    full: ({ at, p, pointers, found }) => `${time(at)}, wbBufFlush1: stores on P${p} have filled its barrier buffer. Of ${formatNumber(pointers)} pointers, old ones and new ones, ${white(found)}: they are grey now.`,
    ragged: ({ at, pointers, found, ps }) => `${time(at)}, gcMarkDone: a worker found nothing more, so forEachP lets each P hand in what it has: ${formatNumber(pointers)} pointers from barrier buffers, ${white(found)}. ${ps === 1 ? 'One P' : `${formatNumber(ps)} Ps`} still had work. Marking goes on.`,
    restart: ({ at, found }) => `${time(at)}, gcMarkDone: the world stands, but a last look at the buffers found ${formatNumber(found)} white. It starts again, and marking goes on.`,
    ending: ({ at, heap, goal, asked = 1 }) => `${time(at)}, gcMarkDone: every P has handed in its buffers, and none had work${asked > 1 ? `, the ${ordinal(asked)} time it was asked` : ''}. The heap has ${bytes(heap)}, the goal was ${bytes(goal)}.${heap > 1.1 * goal ? ' More was alive than the last cycle had led to expect, so revise moved the goal out.' : ''}`,
    marked: ({ at, took, before, after, next }) => `${time(at)}, gcMarkTermination: stopped for ${time(took)}. The barrier is off. Of ${bytes(before)}, ${bytes(after)} are alive; nothing is freed yet. The next goal is ${bytes(next)}.`,
    swept: ({ at, sweeps }) => `${time(at)}, mcentral.cacheSpan: an allocation needs a span and sweeps first. From here to the edge that happens ${formatNumber(sweeps)} times.`,
    background: ({ at, p }) => `${time(at)}, bgsweep: on P${p} the background sweeper does what nobody has asked for.`,
    clean: ({ at, spans, sweepgen }) => `${time(at)}, sweepone: the last of ${formatNumber(spans)} spans is swept. sweepgen is ${formatNumber(sweepgen)}, two more than before this cycle.`,
  },
  op: () => 'Next: a collection.',
  answer: (_op, { marking, stops: [first, second], assists, background }) => `Marking took ${time(marking)}, the two stops ${time(first)} and ${time(second)}. Dedicated and fractional workers had ${time(background)}, assists on all Ps ${time(assists)}.`,
  end: 'The next one begins when the heap reaches its trigger again.',
  errors: {},
  help: `Simulated is a program with GOGC=${formatNumber(gcPercent)} that keeps ${bytes(keeps)} of objects of ${kib(objectSize)}, replaces them and moves pointers between them. It runs by the rules of mgc.go, mgcmark.go, mgcpacer.go, mwbbuf.go (${formatNumber(wbBufEntries)} entries) and mgcsweep.go; shown is collection number ${formatNumber(settled)}. Each goroutine allocates at the rate set above, each P scans at the other. How long other things take we chose: a P is at a safe point within ${time(costs.safePoint)}, a goroutine runs for at most ${time(habits.turn)} and waits for at most ${time(habits.rest)}. Left out: caches and memory, the kernel, a run queue for each P, the waiting for a stack that is scanned, Green Tea (objects so large go through work buffers), finalizers, weak pointers, the CPU limiter, the scavenger. Move a slider, and the recorded one gives way to a simulated one.`,
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
  key: { program: 'program', assist: 'assist', idle: 'idle worker', stop: 'stop and end', sweep: 'background sweep' },
  workers: (modes) => (modes.length === 1 ? modes[0]! : 'worker'),
  recorded: 'recorded',
  simulated: 'simulated',
  share: (ns, of) => `${time(ns)}, ${percent(of)} of all Ps`,
  facts: { cycle: 'this cycle', marking: 'marking', stops: 'both stops', workers: 'dedicated and fractional workers', assists: 'assists', idle: 'idle workers', peak: 'heap at the end of marking', next: 'next goal' },
  bytes,
};
export default words;
