import type { Service } from '../../engine/go/service/service.ts';
import type { ServiceOp } from '../../engine/go/service/service-machine.ts';
import { ProgramError } from '../../engine/machine.ts';
import { type At, readLines } from '../../engine/program-lines.ts';
import type { Program } from '../demo.ts';

/** Lines a reader may write. */
export const examples = ['keep 200 MiB', 'run 5 s', 'container 1024 MiB', 'ballast 512 MiB', 'GOMAXPROCS 4', 'busy 2', 'pointers 50%', 'marks 1000 MiB/s', 'stacks 16 MiB', 'outside 16 MiB'] as const;

const longest = 40;
const mib = 2 ** 20;

/** The smallest and largest number each line takes. */
export const bounds = {
  keep: [0, 65_536], run: [0.1, 600], container: [16, 1_048_576], ballast: [0, 65_536], GOMAXPROCS: [1, 256], busy: [0.1, 256],
  pointers: [1, 100], marks: [10, 10_000], stacks: [0, 65_536], outside: [0, 65_536],
} as const;
type Verb = keyof typeof bounds;

/** The most seconds of all `run` lines together. */
const mostSeconds = 600;

/** Reads one line each, of {@link examples}; the unit may be left out; `#` starts a comment. The last line must run: what is set after it would tell nothing. */
export function readService(text: string): Program<ServiceOp> {
  let procs = 4;
  const { ops, lines } = readLines(text, longest, (line, at) => {
    const op = readLine(line, at, procs);
    if (op.do === 'is') procs = op.service.procs ?? procs;
    return op;
  });
  if (ops.at(-1)?.do !== 'run') throw new ProgramError('idle', 'nothing runs after the last line', { line: lines.at(-1) ?? 1 });
  const of = ops.reduce((sum, op) => sum + (op.do === 'run' ? op.seconds : 0), 0);
  if (of > mostSeconds) throw new ProgramError('seconds', `the run lasts ${of} s, and may last ${mostSeconds} s`, { line: lines.at(-1) ?? 1 }, { of, most: mostSeconds });
  return { ops: ops.map((op) => (op.do === 'run' ? { ...op, of } : op)), lines };
}

function readLine(line: string, at: At, procs: number): ServiceOp {
  const [, verb = '', digits = ''] = /^(\w+) ([\d.]+) ?(?:MiB\/s|MiB|s|%)?$/.exec(line.replace(/\s+/g, ' ')) ?? [];
  const number = Number(digits);
  if (!Object.hasOwn(bounds, verb) || Number.isNaN(number)) throw new ProgramError('line', `"${line}" is no line of this figure`, at, { text: line.slice(0, 40) });
  const [least, most] = bounds[verb as Verb];
  if (number < least || number > most) throw new ProgramError('range', `${number} is not between ${least} and ${most}`, at, { number, least, most });
  return opOf(verb as Verb, number, procs, at);
}

function opOf(verb: Verb, number: number, procs: number, at: At): ServiceOp {
  const is = (service: Partial<Service>): ServiceOp => ({ do: 'is', service });
  switch (verb) {
    case 'run': return { do: 'run', seconds: number, of: number };
    case 'keep': case 'ballast': case 'container': return { do: verb, bytes: number * mib };
    case 'GOMAXPROCS': return is({ procs: Math.round(number), busy: Math.round(number) });
    case 'busy':
      if (number > procs) throw new ProgramError('busy', `${number} Ps cannot be busy of ${procs}`, at, { number, procs });
      return is({ busy: number });
    case 'pointers': return is({ scanShare: number / 100 });
    case 'marks': return is({ scanRate: number * mib });
    case 'stacks': return is({ nonHeap: number * mib });
    case 'outside': return is({ outside: number * mib });
  }
}
