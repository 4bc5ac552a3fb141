import type { Demo, Input } from '../../src/demos/demo.ts';
import { loadDemo } from '../../src/demos/index.ts';
import { longestByMoments, stopsOf } from '../../src/demos/stops.ts';
import { ProgramError } from '../../src/engine/machine.ts';
import { thinned } from '../../src/engine/learnt.ts';
import type { Learnt } from '../../src/engine/timeline.ts';

/** A reader's mistake as it crosses from the Worker. */
type Mistake = Pick<ProgramError, 'code' | 'message' | 'line' | 'column' | 'args'>;

/** How many operations of a program are done. */
export interface Progress { readonly done: number; readonly all: number }

/** What the Worker tells the page: that it is about to run the program, how far it is, then how that ended; of a long one, what it has learnt. */
export type Told = 'ready' | Progress | 'fine' | { readonly learnt: Learnt } | 'broken' | 'unreachable' | Mistake;

/** Operations between two looks at the clock, and milliseconds between two words of progress. */
const [stretch, pause] = [256, 100];

/** Does at least what the page will do with the program: what is quick here is quick there. */
function attempt(demo: Demo, input: Input): Told {
  try {
    const run = demo.open(input);
    const { timeline } = run;
    const all = timeline.program.length;
    for (let since = performance.now(); !timeline.atEnd;) {
      timeline.seek({ op: timeline.position.op + stretch, moment: 0 });
      if (performance.now() - since < pause) continue;
      tell({ done: timeline.position.op, all });
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

const tell = (told: Told): void => self.postMessage(told);

async function answer(id: string, input: Input): Promise<void> {
  const demo = await loadDemo(id);
  tell('ready');
  tell(attempt(demo, input));
}

self.onmessage = ({ data }: MessageEvent<{ id: string; input: Input }>) => {
  answer(data.id, data.input).catch(() => { tell('unreachable'); });
};
