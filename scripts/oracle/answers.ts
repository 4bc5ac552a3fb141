import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decode, operationOf } from '../../src/oracle/go-runtime/operations.ts';
import { readRecording, type Row } from '../../src/oracle/recording.ts';

type Script = Row<'script@1'>;

/** What the runtime itself said when it was recorded: the rows of tables, and scripts with their answers. */
export interface Answers { readonly tables: Readonly<Record<string, readonly object[]>>; readonly scripts: Readonly<Record<string, readonly Script[]>> }

export function readAnswers(book: string): Answers {
  const recordings = join(book, 'oracle', 'recordings');
  const read = (name: string): unknown => JSON.parse(readFileSync(join(recordings, `${name}.json`), 'utf8'));
  const scripts = globSync('scripts/*.json', { cwd: recordings }).map((path) => path.replace(/\.json$/, '')).sort();
  return {
    tables: Object.fromEntries(['size-classes', 'constants', 'roundupsize', 'append'].map((name) => [name, (read(name) as { rows: object[] }).rows])),
    scripts: Object.fromEntries(scripts.map((name) => [name, readRecording('script@1', read(name)).rows])),
  };
}

/** One line for each recording that another Go answers differently: how much is equal, and what is not. */
export function moved(before: Answers, after: Answers): string[] {
  const tables = Object.entries(before.tables).map(([name, rows]) => movedRows(name, rows, after.tables[name] ?? []));
  const scripts = Object.entries(before.scripts).map(([name, rows]) => movedAnswers(name, rows, after.scripts[name] ?? []));
  return [...tables, ...scripts].filter((line) => line !== undefined);
}

function movedRows(name: string, before: readonly object[], after: readonly object[]): string | undefined {
  const [from, to] = [before, after].map((rows) => rows.map((row) => JSON.stringify(row))) as [string[], string[]];
  const different = from.flatMap((row, i) => (row === to[i] ? [] : [`${row} -> ${to[i] ?? 'none'}`]));
  return different.length === 0 ? undefined : `${name}: ${from.length - different.length} of ${from.length} rows equal; ${different.join('; ')}`;
}

function movedAnswers(name: string, before: readonly Script[], after: readonly Script[]): string | undefined {
  const tally = { equal: 0, all: 0, fields: new Map<string, Set<string>>() };
  for (const script of before) {
    const other = after.find((one) => one.name === script.name && JSON.stringify(one.ops) === JSON.stringify(script.ops));
    if (other) countMoved(script, other, tally);
  }
  const fields = [...tally.fields].map(([op, names]) => `${op} (${[...names].join(', ')})`);
  return tally.equal === tally.all ? undefined : `${name}: ${tally.equal} of ${tally.all} answers equal; different: ${fields.join(', ')}`;
}

function countMoved(script: Script, other: Script, tally: { equal: number; all: number; readonly fields: Map<string, Set<string>> }): void {
  for (const [i, words] of script.ops.entries()) {
    const op = operationOf(words);
    const [from, to] = [script, other].map(({ answers }) => decode(op, answers[i]!) as Readonly<Record<string, unknown>>) as [Readonly<Record<string, unknown>>, Readonly<Record<string, unknown>>];
    const names = Object.keys(from).filter((name) => from[name] !== to[name]);
    tally.all++;
    if (names.length === 0) tally.equal++;
    else tally.fields.set(op.do, new Set([...tally.fields.get(op.do) ?? [], ...names]));
  }
}
