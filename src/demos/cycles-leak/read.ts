import type { NamedOp } from '../../engine/collectors/side-by-side.ts';
import { ProgramError } from '../../engine/machine.ts';
import type { Program } from '../demo.ts';
import { readObjects } from '../object-program.ts';
import { places } from './places.ts';

/** A program of objects, as many as the board has places for. */
export function readFew(text: string): Program<NamedOp> {
  const program = readObjects(text);
  const beyond = program.ops.findIndex((op) => op.do === 'new' && op.id >= places.length);
  if (beyond >= 0) throw new ProgramError('many', 'more objects than the board has places for', { line: program.lines[beyond]! }, { most: places.length });
  return program;
}
