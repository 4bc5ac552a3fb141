import type { Demo, Input } from '../../src/demos/demo.ts';
import { loadDemo } from '../../src/demos/index.ts';
import { stopsOf } from '../../src/demos/stops.ts';
import { ProgramError } from '../../src/engine/machine.ts';

/** A reader's mistake as it crosses from the Worker. */
type Mistake = Pick<ProgramError, 'code' | 'message' | 'line' | 'column' | 'args'>;

/** What the Worker tells the page: that it is about to run the program, then how that ended. */
export type Told = 'ready' | 'fine' | 'broken' | 'unreachable' | Mistake;

/** Does at least what the page will do with the program: what is quick here is quick there. */
function attempt(demo: Demo, input: Input): Told {
  try {
    const run = demo.open(input);
    run.timeline.finish();
    stopsOf(run, demo.quiet);
    return 'fine';
  } catch (error) {
    if (error instanceof ProgramError) return mistake(error);
    console.error(error);
    return 'broken';
  }
}

const mistake = ({ code, message, line, column, args }: ProgramError): Mistake => ({ code, message, line, column, args });

async function answer(id: string, input: Input): Promise<void> {
  const demo = await loadDemo(id);
  self.postMessage('ready');
  self.postMessage(attempt(demo, input));
}

self.onmessage = ({ data }: MessageEvent<{ id: string; input: Input }>) => {
  answer(data.id, data.input).catch(() => { self.postMessage('unreachable'); });
};
