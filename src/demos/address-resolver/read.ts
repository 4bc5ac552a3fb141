import type { FindOp } from '../../engine/go/heap/address-resolver.ts';
import { ProgramError } from '../../engine/machine.ts';
import type { Program } from '../demo.ts';

const longest = 100;

/** Reads an address a line, in hexadecimal; `#` starts a comment. */
export function readAddresses(text: string): Program<FindOp> {
  const ops: FindOp[] = [];
  const lines: number[] = [];
  for (const [i, raw] of text.split('\n').entries()) {
    const line = raw.replace(/#.*/, '').trim();
    if (line === '') continue;
    const at = { line: i + 1, column: raw.search(/\S/) + 1 };
    const digits = /^(?:0x)?([0-9a-f]{1,12})$/i.exec(line)?.[1];
    const addr = Number.parseInt(digits ?? '', 16);
    if (Number.isNaN(addr) || addr >= 2 ** 47) throw new ProgramError('address', `"${line}" is no address of a program`, at, { text: line.slice(0, 40) });
    if (ops.length === longest) throw new ProgramError('long', `more than ${longest} lines`, at, { most: longest });
    ops.push({ do: 'find', addr });
    lines.push(i + 1);
  }
  return { ops, lines };
}
