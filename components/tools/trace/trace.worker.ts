import { machines, type MachineName } from '../../../src/engine/allocators/machines.ts';
import { measure, type Run } from '../../../src/engine/allocators/measure.ts';
import type { TraceText } from '../../../src/engine/allocators/trace-text.ts';
import { answering, type Asker } from '../answering.ts';
import { digest } from './digest.ts';
import { readWhole } from './read-whole.ts';
import { mostMarks, type Answers, type Ask, type Reading } from './reading.ts';

/** Milliseconds of work between two looks at what the page says. */
const slice = 60;

/** The trace read last. It never leaves this Worker. */
let held: TraceText | undefined;
let marks: readonly number[] = [];

function read(text: string): Reading {
  held = readWhole(text);
  const reading = digest(held, mostMarks);
  ({ marks } = reading);
  return reading;
}

/** Performs the trace in slices, between which the page may stop it. */
async function run(machine: MachineName, { note, isGone }: Asker<number>): Promise<Run | undefined> {
  const work = measure(machines[machine].make, held?.program ?? [], marks);
  let next = work.next();
  for (let since = performance.now(); !next.done; next = work.next()) {
    if (performance.now() - since < slice) continue;
    note(next.value);
    await breath();
    if (isGone()) return undefined;
    since = performance.now();
  }
  return next.value;
}

/** Lets messages of the page in. */
const breath = (): Promise<void> => new Promise((resolve) => { setTimeout(resolve); });

answering<Ask, Answers[Ask['do']], number>((ask, asker) => (ask.do === 'read' ? read(ask.text) : run(ask.machine, asker)));
