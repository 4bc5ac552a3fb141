import { ProgramError } from '../../../src/engine/machine.ts';
import { readTrace, textBefore, type TraceText } from '../../../src/engine/allocators/trace-text.ts';

/** A trace; of a damaged one the ProgramError also tells how many operations could be read before its line. */
export function readWhole(text: string): TraceText {
  try {
    return readTrace(text);
  } catch (error) {
    throw error instanceof ProgramError ? withBefore(error, text) : error;
  }
}

function withBefore(damage: ProgramError, text: string): ProgramError {
  return new ProgramError(damage.code, damage.message, damage, { ...damage.args, before: operationsBefore(text, damage.line) });
}

function operationsBefore(text: string, line: number): number {
  try {
    return readTrace(textBefore(text, line)).program.length;
  } catch (error) {
    if (error instanceof ProgramError) return 0;
    throw error;
  }
}
