import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { placeOf } from '../../src/i18n/go-source.ts';
import { readChapters } from '../check/book.ts';
import { atOffset } from '../check/chapter.ts';
import { attribute, elementsNamed } from '../check/elements.ts';
import { minorOf } from './scratch.ts';

/** A place of Go's source that the text leans on, `mheap.go:grow`, and where the text does. */
export interface Cited { readonly at: string; readonly places: readonly string[] }

/** What both languages cite of the release `own`; what they say of another one stays true. */
export function citedOf(own: string): readonly Cited[] {
  const found = new Map<string, string[]>();
  for (const chapter of readChapters()) {
    for (const element of elementsNamed(chapter.tree, 'Source')) {
      const [at, go] = [attribute(element, 'at'), attribute(element, 'go')];
      if (at === undefined || (go !== undefined && minorOf(go) !== minorOf(own))) continue;
      const { path, line, column } = atOffset(chapter, element.position?.start.offset ?? 0, '');
      found.set(at, [...found.get(at) ?? [], `${path}:${line}:${column}`]);
    }
  }
  return [...found].map(([at, places]) => ({ at, places }));
}

/** The source of a release that is fetched already: `…/toolchain@v0.0.1-go1.27.4.linux-amd64/src`. */
export function sourceOf(go: string): string {
  const { status, stdout, stderr } = spawnSync('go', ['env', 'GOROOT'], { env: { ...process.env, GOENV: 'off', GOFLAGS: '', GOTOOLCHAIN: go }, encoding: 'utf8' });
  if (status !== 0) throw new Error(`go env GOROOT failed for ${go}: ${stderr}`);
  return join(stdout.trim(), 'src');
}

/** What a cited place says under a folder of Go's source; undefined when it is not there. A file cited as a whole only has to be there. */
export function saidAt(source: string, at: string): string | undefined {
  const { file, name } = placeOf(at);
  const path = join(source, file);
  if (!existsSync(path)) return undefined;
  return name === undefined ? '' : declared(readFileSync(path, 'utf8'), name.split('.').at(-1)!);
}

/** The lines that declare a name: a function or a type to its closing brace; a field, constant or variable in one line. Comments do not count. */
export function declared(source: string, name: string): string | undefined {
  const lines = source.split('\n').map((line) => line.replace(/\s*\/\/.*$/, ''));
  const whole = new RegExp(String.raw`^(?:func (?:\([^)]*\) )?${name}\b|type ${name}\b|TEXT [^(]*·${name}\b)`);
  const part = new RegExp(String.raw`^(?:const |var |\s+)${name}\b(?![.(:])`);
  const start = lines.findIndex((line) => whole.test(line));
  if (start < 0) return lines.find((line) => part.test(line));
  const opens = lines[start]!.endsWith('{') || lines[start]!.endsWith('(');
  const end = opens ? lines.findIndex((line, i) => i > start && /^[})]/.test(line)) : start;
  return lines.slice(start, end + 1).filter((line) => line !== '').join('\n');
}

/** Lines that name each cited place that another release has changed, or does not have, with where both languages lean on it. */
export function sourcesMoved(cited: readonly Cited[], before: string, after: string): readonly string[] {
  return cited.flatMap(({ at, places }) => {
    const [from, to] = [saidAt(before, at), saidAt(after, at)];
    return to !== undefined && from === to ? [] : [`source ${at}: ${to === undefined ? 'gone' : 'changed'}`, ...places.map((place) => `  ${place}`)];
  });
}
