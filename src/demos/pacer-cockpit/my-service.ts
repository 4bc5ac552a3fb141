import { bounds } from './read.ts';

/** A service as the lines of *my service* tell it: MiB, MiB a second, per cent, seconds. */
export interface MyService {
  readonly procs: number;
  readonly busy: number;
  readonly pointers: number;
  readonly marks: number;
  readonly stacks: number;
  readonly outside: number;
  /** Undefined is none. */
  readonly container: number | undefined;
  readonly keep: number;
  readonly run: number;
}

/** What the example says, and what stays where nothing better is known. */
export const example = { procs: 4, busy: 2, pointers: 50, marks: 1000, stacks: 16, outside: 16, container: 1024, keep: 200, run: 10 } satisfies MyService;

/** The program of the figure that says so. */
export function writeService({ procs, busy, pointers, marks, stacks, outside, container, keep, run }: MyService): string {
  return [
    line(`GOMAXPROCS ${within('GOMAXPROCS', procs)}`),
    line(`busy ${within('busy', Math.min(busy, procs))}`, 'Ps at work while nobody collects'),
    line(`pointers ${within('pointers', pointers)}%`, 'of the live heap, to be scanned'),
    line(`marks ${within('marks', marks)} MiB/s`, 'by one P'),
    line(`stacks ${within('stacks', stacks)} MiB`, 'Sys less HeapSys'),
    line(`outside ${within('outside', outside)} MiB`, 'RSS less what Go counts: binary, C'),
    ...(container === undefined ? [] : [line(`container ${within('container', container)} MiB`)]),
    line(`keep ${within('keep', keep)} MiB`, 'live after a collection'),
    line(`run ${within('run', run)} s`),
  ].join('\n');
}

const line = (text: string, comment?: string): string => (comment === undefined ? text : `${text.padEnd(16)} # ${comment}`);

/** As the figure reads it: within what the line takes, and of small numbers a tenth. */
function within(verb: keyof typeof bounds, value: number): number {
  const [least, most] = bounds[verb];
  const rounded = value < 100 ? Math.round(10 * value) / 10 : Math.round(value);
  return Math.min(most, Math.max(least, rounded));
}

/** Long enough to fill the heap and collect it some times, as in the example: there 200 MiB at 100 MiB/s in 10 s. */
export const runFor = (keep: number, rate: number): number => Math.min(bounds.run[1], Math.max(example.run, Math.ceil((5 * keep) / rate)));
