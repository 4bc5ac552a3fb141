import { ProgramError } from '../../../src/engine/machine.ts';
import { machines, type MachineName } from '../../../src/engine/allocators/machines.ts';
import { measure, type Run } from '../../../src/engine/allocators/measure.ts';
import { readTrace, textBefore, type TraceText } from '../../../src/engine/allocators/trace-text.ts';
import { digest } from './digest.ts';
import { mostMarks, type Damage, type Heard, type Reading, type Told } from './reading.ts';

/** Milliseconds of work between two looks at what the page says. */
const slice = 60;

/** The trace read last. It never leaves this Worker. */
let held: TraceText | undefined;
let marks: readonly number[] = [];
const stopped = new Set<number>();

function read(text: string): Reading {
  held = readTrace(text);
  const reading = digest(held, mostMarks);
  ({ marks } = reading);
  return reading;
}

/** Performs the trace in slices, between which the page may stop it. */
async function run(machine: MachineName, id: number): Promise<Run | undefined> {
  const work = measure(machines[machine].make, held?.program ?? [], marks);
  let next = work.next();
  for (let since = performance.now(); !next.done; next = work.next()) {
    if (performance.now() - since < slice) continue;
    tell({ id, say: 'progress', done: next.value });
    await breath();
    if (stopped.delete(id)) return undefined;
    since = performance.now();
  }
  return next.value;
}

/** Lets messages of the page in. */
const breath = (): Promise<void> => new Promise((resolve) => { setTimeout(resolve); });

function damageOf({ code, message, line, column, args }: ProgramError, text: string): Damage {
  return { code, message, line, column, args, before: operationsBefore(text, line) };
}

/** How many operations could be read before a line. */
function operationsBefore(text: string, line: number): number {
  try {
    return readTrace(textBefore(text, line)).program.length;
  } catch (error) {
    if (error instanceof ProgramError) return 0;
    throw error;
  }
}

const tell = (told: Told): void => self.postMessage(told);

self.onmessage = async ({ data }: MessageEvent<Heard>) => {
  if ('stop' in data) return void stopped.add(data.stop);
  const { id, ask } = data;
  try {
    tell({ id, say: 'answer', answer: ask.do === 'read' ? read(ask.text) : await run(ask.machine, id) });
  } catch (error) {
    if (error instanceof ProgramError) tell({ id, say: 'damage', damage: damageOf(error, ask.do === 'read' ? ask.text : '') });
    else tell({ id, say: 'fault', message: error instanceof Error ? error.message : String(error) });
  }
};
