/**
 * `npm run mutants [-- ENGINE]`: does a recording notice when a rule of an engine is wrong?
 *
 * Each mutant is the engine's source with one text replaced. It must part from some recorded trace, or fail on it;
 * one that passes them all is reported, and the exit code is 1. Run by hand: it takes a minute.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { HeapOp, Answer } from '../src/engine/allocators/allocator.ts';
import { firstDifference, mallocRows, type Library } from '../src/oracle/malloc.ts';
import { mutants, type Mutant } from './mutants/list.ts';

type Machine = { apply(op: HeapOp): Answer };

const engines = {
  ptmalloc: { module: 'ptmalloc/ptmalloc.ts', make: 'Ptmalloc', library: 'glibc' },
  tcmalloc: { module: 'tcmalloc/tcmalloc.ts', make: 'Tcmalloc', library: 'tcmalloc' },
  mimalloc: { module: 'mimalloc/mimalloc.ts', make: 'Mimalloc', library: 'mimalloc' },
} as const satisfies Record<string, { module: string; make: string; library: Library }>;

export type Engine = keyof typeof engines;

/** A copy of the engines with one text replaced, in a folder beside them so that imports still resolve. */
function mutate({ engine, file, from, to }: Mutant): { folder: string; module: string } {
  const folder = mkdtempSync('src/engine/.mutant-');
  cpSync('src/engine/allocators', folder, { recursive: true });
  const path = join(folder, engine, file);
  const source = readFileSync(path, 'utf8');
  if (source.split(from).length !== 2) throw new Error(`${engine}/${file} does not have this text exactly once: ${from}`);
  writeFileSync(path, source.replace(from, () => to));
  return { folder, module: join(folder, engines[engine].module) };
}

/** The first recorded trace a machine fails on; undefined when it passes them all. */
function killer(engine: Engine, make: () => Machine): string | undefined {
  for (const row of mallocRows(engines[engine].library)) {
    try {
      const machine = make();
      const difference = firstDifference((op) => machine.apply(op), row, engine === 'mimalloc');
      if (difference !== undefined) return difference.split(':')[0];
    } catch (error) {
      return `${row.trace}, ${error instanceof Error ? error.message : String(error)}`;
    }
  }
  return undefined;
}

async function survives(mutant: Mutant): Promise<boolean> {
  const { folder, module } = mutate(mutant);
  try {
    const loaded = await import(pathToFileURL(module).href) as Record<string, new () => Machine>;
    const make = loaded[engines[mutant.engine].make]!;
    const by = killer(mutant.engine, () => new make());
    console.log(`${mutant.engine.padEnd(9)} ${mutant.what.padEnd(58)} ${by ?? 'SURVIVES'}`);
    return by === undefined;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const wanted = process.argv[2];
let survivors = 0;
const chosen = mutants.filter(({ engine }) => wanted === undefined || engine === wanted);
for (const mutant of chosen) if (await survives(mutant)) survivors++;
console.log(`${chosen.length - survivors} of ${chosen.length} mutants killed`);
process.exitCode = survivors === 0 && chosen.length > 0 ? 0 : 1;
