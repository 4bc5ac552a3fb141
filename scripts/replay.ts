/**
 * `npm run -s replay -- MACHINE FILE.rep [--heap BYTES] [--stats]` performs a trace on one of the book's allocators and
 * prints what it answers, a line for each operation: OP ID ANSWER. With --stats it prints how the heap stands at the end.
 */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { EngineError, ProgramError } from '../src/engine/machine.ts';
import type { Answer, HeapOp } from '../src/engine/allocators/allocator.ts';
import { isMachineName, machineNames, machines, type Bound, type MachineKind } from '../src/engine/allocators/machines.ts';
import { isMtrace, readMtrace } from '../src/engine/allocators/mtrace.ts';
import { readRep } from '../src/engine/allocators/rep.ts';
import { optionsOf, refuse } from './command.ts';

const usage = `Usage: npm run -s replay -- MACHINE FILE.rep [--heap BYTES] [--stats]

MACHINE  ${machineNames.join(' ')}
FILE     a trace (.gz too; - reads standard input): four header lines of one number or none, then one call a line:
         a ID SIZE malloc, c ID SIZE calloc, r ID SIZE realloc, f ID free; ids from -1. Or what glibc's mtrace wrote
--heap   bounds the heap of a machine that is no model of a real library
--stats  prints JSON instead: live, heap, internal and external fragmentation, utilisation, steps, system calls

Prints one line for each operation, OP ID ANSWER: hexadecimal without 0x, 0 for null, - for a free. An answer counts
  glibc, glibc-notcache   from the initial break; mmap is a block mapped on its own (GNU libc 2.36)
  tcmalloc                from the page heap's first growth, after 72704, 1 (freed), 16 and 8 bytes (gperftools 2.10)
  mimalloc                SEGMENT:OFFSET, segments of 32 MiB by first appearance (mimalloc 2.0.9)
  the others              from the start of the heap
Exact for one thread, except that
  glibc      has a heap of 2 GiB at most, blocks mapped on their own apart
  tcmalloc   asks for no second 8 MiB of memory for its own records, which some 70,000 spans would need
  mimalloc   may differ once a block of a gigabyte or more has been freed: the system chooses where the next one goes
  jemalloc   is exact in its size classes and in the region of a slab it takes, not in where slabs come to lie`;

interface Options { readonly kind: MachineKind; readonly bound: Bound; readonly file: string; readonly stats: boolean }

function readOptions(args: readonly string[]): Options {
  const { values, positionals } = optionsOf({
    args: [...args], allowPositionals: true, options: { heap: { type: 'string' }, stats: { type: 'boolean', default: false } },
  }, usage);
  const [name, file, ...more] = positionals;
  if (name === undefined || file === undefined || more.length > 0) refuse(usage);
  if (!isMachineName(name)) refuse(`There is no machine "${name}". The machines are ${machineNames.join(' ')}.`);
  const kind = machines[name];
  if (values.heap === undefined) return { kind, bound: {}, file, stats: values.stats };
  if (!kind.bounded) refuse(`${name} takes no --heap: it is what the real library does, whose heap has no bound.`);
  return { kind, bound: { heap: bytes(values.heap) }, file, stats: values.stats };
}

function bytes(text: string): number {
  const heap = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(heap)) refuse(`--heap takes a whole number of bytes, not "${text}".`);
  return heap;
}

/** A line of the output, as the C replayer prints it (oracle/malloc/replay.c). */
const calls = { malloc: 'a', calloc: 'c', realloc: 'r', free: 'f' } as const;
const line = (op: HeapOp, answer: string): string => `${calls[op.do]} ${op.id} ${op.do === 'free' ? '-' : answer}\n`;

function text(file: string): string {
  const content = readFileSync(file === '-' ? 0 : file);
  return (file.endsWith('.gz') ? gunzipSync(content) : content).toString();
}

function* replay({ kind, bound, file, stats }: Options): Generator<string, void> {
  const trace = text(file);
  const { program } = isMtrace(trace) ? readMtrace(trace) : readRep(trace);
  const machine = kind.make(bound);
  const write: (answer: Answer) => string = kind.writer();
  let lines = '';
  for (const op of program) {
    lines += line(op, write(machine.apply(op)));
    if (lines.length < 2 ** 16) continue;
    if (!stats) yield lines;
    lines = '';
  }
  yield stats ? `${JSON.stringify(machine.figures(), null, 2)}\n` : lines;
}

function sentence(error: unknown, name: string): string {
  const file = name === '-' ? 'Standard input' : name;
  if (error instanceof ProgramError) return `${file}, line ${error.line}, column ${error.column}: ${error.message}`;
  if (error instanceof EngineError) return `The machine failed, which is our fault: ${error.message}. Please report it with the trace.`;
  if (error instanceof Error && 'syscall' in error && 'code' in error) return `${file} cannot be read (${String(error.code)}). Give the name of a file, or - for standard input.`;
  return error instanceof Error ? error.message : String(error);
}

function main(args: readonly string[]): void {
  if (args.includes('--help')) return console.log(usage);
  let file = '';
  try {
    const options = readOptions(args);
    file = options.file;
    for (const lines of replay(options)) process.stdout.write(lines);
  } catch (error) {
    console.error(sentence(error, file));
    process.exitCode = 1;
  }
}

// Whoever reads may have seen enough (`| head`).
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
main(process.argv.slice(2));
