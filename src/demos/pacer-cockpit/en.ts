import type { ServiceOp } from '../../engine/go/service/service-machine.ts';
import { formatBytes, formatNumber, formatQuantity } from '../../i18n/quantity.ts';
import { examples } from './read.ts';
import type { CockpitWords } from './words.ts';

const mib = 2 ** 20;
/** Large amounts in whole MiB: the simulation does not know less. */
const bytes = (size: number): string => (size < 0 ? '−' : '') + formatBytes(Math.abs(size) < 4 * mib ? Math.abs(size) : Math.round(Math.abs(size) / mib) * mib, 'en');
const share = (of: number): string => formatQuantity({ value: Math.round(1000 * of) / 10, unit: 'percent' }, 'en');
const seconds = (of: number): string => (of < 1 ? `${formatNumber(1000 * of, of < 0.01 ? 1 : 0)} ms` : `${formatNumber(of, 1)} s`);

const words: CockpitWords = {
  title: 'Pacer cockpit',
  caption: 'The heap grows from what the last collection found alive to the goal; GOGC says how far that is, GOMEMLIMIT how high it may lie. Set them for your service, and read off what to deploy.',
  controls: { rate: 'allocates, MiB/s', gogc: 'GOGC', limit: 'GOMEMLIMIT, MiB' },
  choices: { off: 'off' },
  presets: {
    steady: 'a steady service', missed: 'a burst between two collections', marked: 'the same burst, a little earlier', spiral: 'death spiral: hardly any room below the limit',
    small: 'a small heap', ballast: 'a small heap and a ballast', mine: 'my service',
  },
  kinds: { marking: 'marking begins', marked: 'marking is done', limiting: 'the CPU limiter steps in', killed: 'the OOM killer comes' },
  events: {
    marking: ({ cycle, heapLive, goal, now }) => `${seconds(now)}: at ${bytes(heapLive)} the heap reaches its trigger, and collection ${cycle} begins to mark. The goal is ${bytes(goal)}.`,
    marked: ({ seconds: took, assisted, heapMarked, goal, limited, now }) => `${seconds(now)}: marked in ${seconds(took)}${assisted > 0.005 ? `, with the program’s help: ${share(assisted)} of all CPU time went into assists` : ''}. ${bytes(heapMarked)} count as alive; the next goal, set by ${limited ? 'GOMEMLIMIT' : 'GOGC'}, is ${bytes(goal)}.`,
    limiting: ({ now }) => `${seconds(now)}: for long the collector has had half of all CPU time. The limiter lets the program allocate without assisting, whatever the limit says.`,
    killed: ({ resident, container, now }) => `${seconds(now)}: RSS is ${bytes(resident)}, the container has ${bytes(container)}. The kernel kills the process.`,
  },
  op: nextOf,
  answer: (op, answer) => (op.do !== 'run' || !answer ? '' : `In these ${seconds(op.seconds)}, ${answer.cycles === 1 ? 'one collection' : `${formatNumber(answer.cycles)} collections`} took ${share(answer.gcShare)} of the CPU; RSS was at most ${bytes(answer.peak)}.`),
  end: '',
  errors: {
    line: ({ text }) => `“${text}” is no line of this figure. There are: ${examples.join(', ')}.`,
    range: ({ number, least, most }) => `${formatNumber(Number(number))} is not between ${formatNumber(Number(least))} and ${formatNumber(Number(most))}.`,
    busy: ({ number, procs }) => `${formatNumber(Number(number))} Ps cannot be busy where GOMAXPROCS is ${formatNumber(Number(procs))}.`,
    seconds: ({ of, most }) => `All runs together last ${formatNumber(Number(of))} s; ${formatNumber(Number(most))} s are allowed.`,
    idle: () => `After the last line nothing runs. End with one such as ${examples[1]}.`,
    long: ({ most }) => `A program may have ${most} lines at most.`,
    budget: () => 'This program does not come to an end in time.',
  },
  help: `One line each: ${examples.join(', ')}. keep is what stays alive. pointers is the share of it that has to be scanned, marks how fast one P scans. Formulas of goal, trigger, assists, worker numbers and CPU limiter are the runtime’s. Workers that have only a share of each P wait until sysmon makes room, as if goroutines never waited. Held against recorded runs on one and two Ps. Not modelled: goroutines that sleep and find their P taken by an idle worker, cores that slow each other, pauses, fragmentation, sweeping, page faults, other processes, and how long the scavenger takes. What is let go during marking counts as alive until the next collection.`,
  helpTool: { slug: 'process', words: 'Have the numbers of your service filled in.' },
  bytes,
  share,
  seconds,
  lines: { resident: 'RSS', heap: 'heap', goal: 'goal', trigger: 'trigger', limit: 'GOMEMLIMIT', container: 'container', guide: 'Go GC guide' },
  axes: { memory: 'memory', time: 'time', second: 's' },
  marking: '▬ marking',
  grips: {
    rate: (rate) => ({ label: `${rate} MiB/s`, name: 'allocation rate', says: `${rate} MiB a second` }),
    gogc: (gogc, goal) => ({ label: `GOGC ${gogc ?? 'off'}`, name: 'GOGC', says: gogc === undefined ? 'off' : `${gogc}, which puts the goal at ${bytes(goal)}` }),
    limit: (limit) => ({ label: limit === undefined ? 'limit off' : `${limit} MiB`, name: 'GOMEMLIMIT', says: limit === undefined ? 'off' : `${limit} MiB` }),
  },
  deploy: ({ gogc, limit }) => `GOGC=${gogc} GOMEMLIMIT=${limit}`,
  comesTo: ({ gcShare, peak, margin }, isOver) => [
    `${isOver ? 'in the whole run' : 'up to here'}: GC ${share(gcShare)} of CPU,`,
    `RSS at most ${bytes(peak)}`,
    ...(Number.isFinite(margin) ? [margin < 0 ? 'killed: the container is full' : `${bytes(margin)} left to the OOM killer`] : []),
  ],
  unmodelled: ['Not modelled: pauses, fragmentation,', 'sweeping, page faults, sleep, other', 'processes, the scavenger’s delay.'],
  facts: { cycles: 'collections', gc: 'CPU time of the collector', assists: 'of it, assists', slowed: 'allocation held up', peak: 'highest RSS', margin: 'to the container’s end', goal: 'goal now' },
};

function nextOf(op: ServiceOp): string {
  switch (op.do) {
    case 'run': return `Next: ${seconds(op.seconds)} pass. How high does RSS go?`;
    case 'keep': return `Next: the program keeps ${bytes(op.bytes)} alive from now on.`;
    case 'ballast': return `Next: it reserves ${bytes(op.bytes)} and never touches them.`;
    case 'container': return `Next: its container may hold ${bytes(op.bytes)}.`;
    case 'is': return 'Next: what the service is like.';
  }
}

export default words;
