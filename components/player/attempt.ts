import type { Demo, Input } from '../../src/demos/demo.ts';
import { longestByMoments, stopsOf } from '../../src/demos/stops.ts';
import { ProgramError } from '../../src/engine/machine.ts';
import { thinned } from '../../src/engine/learnt.ts';
import type { Learnt } from '../../src/engine/timeline.ts';

/** A reader's mistake as it crosses from the Worker. */
type Mistake = Pick<ProgramError, 'code' | 'message' | 'line' | 'column' | 'args'>;

/** How many operations of a program are done. */
export interface Progress { readonly done: number; readonly all: number }

/** How a trial ended; of a long program, with what was learnt. */
export type Ended = 'fine' | { readonly learnt: Learnt } | 'broken' | Mistake;

/** Operations between two looks at the clock, and milliseconds between two words of progress. */
const [stretch, pause] = [256, 100];

/**
 * Milliseconds for reading a program, and as many again for running it: to read a million operations takes a tenth of the first on a
 * quick machine, and there are slow ones. One that has done so many operations by then is long, not slow, and may go on.
 */
export const [patience, many] = [1_000, 10_000];

/** Whoever has a program tried: hears that it was read and may begin, and now and then how far it is. */
export interface Listener { readonly onRead: () => void; readonly onProgress: (progress: Progress) => void }

/** Does at least what the page will do with the program: what is quick here is quick there. */
export function attempt(demo: Demo, input: Input, { onRead, onProgress }: Listener): Ended {
  try {
    const run = demo.open(input);
    onRead();
    const { timeline } = run;
    const all = timeline.program.length;
    for (let since = performance.now(); !timeline.atEnd;) {
      timeline.seek({ op: timeline.position.op + stretch, moment: 0 });
      if (performance.now() - since < pause) continue;
      onProgress({ done: timeline.position.op, all });
      since = performance.now();
    }
    stopsOf(run, demo.quiet);
    return all > longestByMoments ? { learnt: thinned(timeline.learnt) } : 'fine';
  } catch (error) {
    if (error instanceof ProgramError) return mistake(error);
    console.error(error);
    return 'broken';
  }
}

const mistake = ({ code, message, line, column, args }: ProgramError): Mistake => ({ code, message, line, column, args });
