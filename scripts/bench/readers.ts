import { readLog } from '../../components/tools/gctrace/read-log.ts';
import { Explaining } from '../../components/tools/process/explaining.ts';
import { digest } from '../../components/tools/trace/digest.ts';
import { readWhole } from '../../components/tools/trace/read-whole.ts';
import { mostMarks } from '../../components/tools/trace/reading.ts';
import { defaults } from '../../src/engine/go/gctrace/goal.ts';
import { ProgramError } from '../../src/engine/machine.ts';

/** What the Worker of each tool does with a text, from the first character to what the page is given. */
const readers = {
  process: (text: string) => new Explaining().read(text, () => undefined),
  gctrace: (text: string) => readLog({ text, settings: defaults }),
  trace: (text: string) => digest(readWhole(text), mostMarks),
};
export type Reader = keyof typeof readers;

/** Has a tool read a text, also one that is damaged. */
export function readBy(reader: Reader, text: string): void {
  try {
    readers[reader](text);
  } catch (error) {
    if (!(error instanceof ProgramError)) throw error;
  }
}
