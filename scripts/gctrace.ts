/**
 * `npm run -s gctrace -- FILE [--gogc N] [--memlimit BYTES]` reads GODEBUG=gctrace=1 out of any log and prints one JSON object
 * a line for each cycle: its fields as printed; `expected`, the goal in bytes recomputed from the cycle before, as an interval,
 * since megabytes are rounded; and whether the printed goal lies `inside`. Both are null where the cycle before is not in the log.
 * `-` reads standard input. A line that a mail or a terminal broke is put together again; damaged ones are named on standard error by number and skipped. Exit code 1 where nothing was found, 2 where it was asked wrongly.
 */
import { readFileSync } from 'node:fs';
import { ProgramError, type Damage } from '../src/engine/machine.ts';
import { defaults, type Interval, type Settings } from '../src/engine/go/gctrace/goal.ts';
import { readGctrace, type Judged } from '../src/engine/go/gctrace/read.ts';
import { readGogc, readMemoryLimit } from '../src/engine/go/gctrace/settings.ts';
import { optionsOf, refuse } from './command.ts';

const usage = 'Usage: npm run -s gctrace -- FILE [--gogc N|off] [--memlimit BYTES|512MiB] (a log with lines of GODEBUG=gctrace=1; - reads standard input).';

function main(args: readonly string[]): void {
  const { values, positionals: [file, ...more] } = optionsOf({ args: [...args], allowPositionals: true, options: { gogc: { type: 'string' }, memlimit: { type: 'string' } } }, usage);
  const settings = settingsOf(values);
  if (file === undefined || more.length > 0 || settings === undefined) refuse(usage);
  try {
    print(file, settings);
  } catch (error) {
    fail(sentence(error, file));
  }
}

function settingsOf({ gogc, memlimit }: { readonly gogc?: string | undefined; readonly memlimit?: string | undefined }): Settings | undefined {
  const gcPercent = gogc === undefined ? defaults.gcPercent : readGogc(gogc);
  const limit = memlimit === undefined ? Infinity : readMemoryLimit(memlimit);
  return gcPercent === undefined || limit === undefined ? undefined : { gcPercent, memoryLimit: limit === Infinity ? undefined : limit };
}

function print(file: string, settings: Settings): void {
  const { cycles, damages } = readGctrace(readFileSync(file === '-' ? 0 : file, 'utf8'), settings);
  for (const damage of damages) console.error(`${placed(damage, file)}. Skipped.`);
  if (cycles.length === 0) return fail(`${file}: no line of gctrace. Run the program with GODEBUG=gctrace=1 and keep its standard error.`);
  process.stdout.write(`${cycles.map(printed).join('\n')}\n`);
}

/** One cycle. An end that is infinite, with GOGC off, is null. */
function printed({ line, run, number, seconds, percent, clock, cpu, heap, goal, stacks, globals, procs, forced, expected, inside }: Judged): string {
  return JSON.stringify({ line, run, gc: number, seconds, percent, clock, cpu, heap, goal, stacks: stacks ?? null, globals: globals ?? null, procs, forced, expected: expected ? finite(expected) : null, inside: inside ?? null });
}

const finite = ({ least, most }: Interval): Record<string, number | null> => ({ least: Number.isFinite(least) ? least : null, most: Number.isFinite(most) ? most : null });

const placed = ({ line, column, message }: Damage, file: string): string => `${file}, line ${line}, column ${column}: ${message}`;

function sentence(error: unknown, file: string): string {
  if (error instanceof ProgramError) return placed(error, file);
  if (error instanceof Error && 'code' in error) return `${file} cannot be read (${String(error.code)}). Give the name of a file, or - for standard input.`;
  return error instanceof Error ? `${file}: ${error.message}` : String(error);
}

function fail(message: string): void {
  console.error(message);
  process.exitCode = 1;
}

main(process.argv.slice(2));
