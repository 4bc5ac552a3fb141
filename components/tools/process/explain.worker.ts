import { ProgramError } from '../../../src/engine/machine.ts';
import { explain } from '../../../src/engine/memory/classify.ts';
import { printAttributed } from '../../../src/engine/memory/print-attributed.ts';
import { readProcess } from '../../../src/engine/memory/read.ts';
import type { Attributed } from '../../../src/engine/memory/what.ts';
import { digest, rowOf } from './digest.ts';
import type { Answers, Ask, Damage, Page, Query, Reading, Stage, Told } from './reading.ts';

/** The process read last. It never leaves this Worker but by the page and as a file. */
let held: readonly Attributed[] = [];

function read(text: string, tell: (stage: Stage) => void): Reading {
  tell('reading');
  const process = readProcess(text);
  if (process.kind === 'rollup') return { kind: 'rollup', rollup: process.rollup };
  tell('explaining');
  const explained = explain(process.mappings);
  held = explained.attributed;
  tell('summing');
  return digest(process, explained);
}

function list({ from, count, what }: Query): Page {
  const rows = held.flatMap((one, index) => (what === undefined || one.parts.some((part) => part.what === what) ? [{ one, index }] : []));
  return { rows: rows.slice(from, from + count).map(({ one, index }) => rowOf(one, index)), all: rows.length };
}

function answer(ask: Ask, tell: (stage: Stage) => void): Answers[Ask['do']] {
  switch (ask.do) {
    case 'read': return read(ask.text, tell);
    case 'list': return list(ask);
    case 'json': return new Blob([printAttributed(held), '\n'], { type: 'application/json' });
  }
}

const damageOf = ({ code, message, line, column, args }: ProgramError): Damage => ({ code, message, line, column, args });

self.onmessage = ({ data: { id, ask } }: MessageEvent<{ id: number; ask: Ask }>) => {
  const tell = (told: Told): void => self.postMessage(told);
  try {
    tell({ id, say: 'answer', answer: answer(ask, (stage) => tell({ id, say: 'stage', stage })) });
  } catch (error) {
    if (error instanceof ProgramError) tell({ id, say: 'damage', damage: damageOf(error) });
    else tell({ id, say: 'fault', message: error instanceof Error ? error.message : String(error) });
  }
};
