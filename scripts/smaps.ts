/**
 * `npm run -s smaps -- FILE` prints what every mapping of a process is, as one JSON array with a line for each mapping.
 * FILE is the text of maps, smaps or pmap; `-` reads standard input. What is wrong goes to standard error, exit code 1:
 * smaps_rollup too, because its one sum over all mappings cannot be taken apart.
 */
import { readFileSync } from 'node:fs';
import { ProgramError } from '../src/engine/machine.ts';
import { attribute } from '../src/engine/memory/classify.ts';
import { printAttributed } from '../src/engine/memory/print-attributed.ts';
import { readProcess } from '../src/engine/memory/read.ts';
import type { Attributed } from '../src/engine/memory/what.ts';

const usage = 'Usage: npm run -s smaps -- FILE (the text of maps, smaps or pmap; - reads standard input).';

function main(args: readonly string[]): void {
  const [file, ...more] = args;
  if (file === undefined || more.length > 0) return fail(usage);
  try {
    console.log(printAttributed(attributeText(readFileSync(file === '-' ? 0 : file, 'utf8'))));
  } catch (error) {
    fail(sentence(error, file));
  }
}

function attributeText(text: string): readonly Attributed[] {
  const read = readProcess(text);
  if (read.kind === 'rollup') {
    throw new Error('This is smaps_rollup: the sum of all mappings, which cannot be told apart in it. Give smaps or maps of the same process.');
  }
  return attribute(read.mappings);
}

function sentence(error: unknown, file: string): string {
  if (error instanceof ProgramError) return `${file}, line ${error.line}, column ${error.column}: ${error.message}`;
  if (error instanceof Error && 'code' in error) return `${file} cannot be read (${String(error.code)}). Give the name of a file, or - for standard input.`;
  return error instanceof Error ? `${file}: ${error.message}` : String(error);
}

function fail(message: string): void {
  console.error(message);
  process.exitCode = 1;
}

main(process.argv.slice(2));
