import type { FindOp } from '../../engine/go/heap/address-resolver.ts';
import { ProgramError } from '../../engine/machine.ts';
import { readLines } from '../../engine/program-lines.ts';
import type { Program } from '../demo.ts';

const longest = 100;

/** Reads an address a line, in hexadecimal; `#` starts a comment. */
export function readAddresses(text: string): Program<FindOp> {
  return readLines(text, longest, (line, at) => {
    const digits = /^(?:0x)?([0-9a-f]{1,12})$/i.exec(line)?.[1];
    const addr = Number.parseInt(digits ?? '', 16);
    if (Number.isNaN(addr) || addr >= 2 ** 47) throw new ProgramError('address', `"${line}" is no address of a program`, at, { text: line.slice(0, 40) });
    return { do: 'find', addr };
  });
}
