/** Records what the real libraries answer to the programs of the book's figures. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HeapOp } from '../../src/engine/allocators/allocator.ts';
import { repLines } from '../../src/engine/allocators/random-trace.ts';
import { exhibits, programOf } from '../../src/demos/exhibit/program.ts';
import { readHeapProgram } from '../../src/demos/heap-program.ts';
import { programs } from '../../src/demos/ptmalloc/programs.ts';
import { envelope, libraries, replay, runs, settings, write, type LibraryName } from './libraries.ts';

interface Figure { readonly what: string; readonly libraries: readonly LibraryName[]; readonly programs: Readonly<Record<string, readonly HeapOp[]>> }

/** By the name of the demo, which is the name of the recording. */
export const figures: Readonly<Record<string, Figure>> = {
  exhibit: {
    what: 'blocks of one size, some freed, some more: where each design puts them',
    libraries: ['glibc', 'glibc-fastbins', 'tcmalloc', 'jemalloc', 'jemalloc-tcache', 'mimalloc'],
    programs: Object.fromEntries(Object.entries(exhibits).map(([name, exhibit]) => [name, programOf(exhibit)])),
  },
  ptmalloc: {
    what: 'the programs of the figure that looks inside ptmalloc',
    libraries: ['glibc'],
    programs: Object.fromEntries(Object.entries(programs).map(([name, text]) => [name, readHeapProgram(text).ops])),
  },
};

export function recordFigure(name: string, folder: string): void {
  const { what, libraries: asked, programs } = figures[name]!;
  const rows = asked.flatMap((library) => Object.entries(programs).map(([program, ops]) => row(library, program, ops, folder)));
  write(name, {
    ...envelope('heap-program@1', what), env: [],
    command: 'setarch -R replay TRACE b (gcc -O2 oracle/malloc/replay.c)',
    runs: { agreed: Math.min(...rows.map(({ agreed }) => agreed)), of: runs, on: 'every answer, and every break' },
    rows: rows.map(({ row }) => row),
  });
}

function row(name: LibraryName, program: string, ops: readonly HeapOp[], folder: string) {
  const library = libraries[name];
  const file = join(folder, 'trace.rep');
  const calls = repLines(ops);
  writeFileSync(file, [0, 0, ops.length, 0, ...calls, ''].join('\n'));
  const all = Array.from({ length: runs }, () => replay(library, file));
  const { answers, heap } = all[0]!;
  const agreed = all.filter((run) => JSON.stringify(run) === JSON.stringify(all[0])).length;
  const calledAt = ops.map((_, i) => ({ call: calls[i]!, answer: answers[i]!, heap: heap[i]! }));
  return { agreed, row: { library: name, env: settings(library.env), program, calls: calledAt.map(({ call, answer, heap }) => `${call} = ${answer}, ${heap}`) } };
}
