import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join, sep } from 'node:path';

/** Texts that once did harm, or might: a folder for each kind, each text in a file whose name says what it does. */
const folder = 'scripts/fuzz/corpus';

/** A text kept. In `.json` it stands in pieces, some of them many times over: what no text file can hold, or none should. */
export interface Kept { readonly kind: string; readonly name: string; readonly text: string }
type Pieces = readonly (string | readonly [piece: string, times: number])[];

const whole = (pieces: Pieces): string => pieces.map((piece) => (typeof piece === 'string' ? piece : piece[0].repeat(piece[1]))).join('');

export function corpus(): readonly Kept[] {
  return globSync(`${folder}/*/*.{txt,json}`).sort().map((file) => {
    const content = readFileSync(file, 'utf8');
    return {
      kind: dirname(file).split(sep).at(-1)!,
      name: basename(file, extname(file)),
      text: file.endsWith('.json') ? whole(JSON.parse(content) as Pieces) : content,
    };
  });
}

/** Keeps a text; it wants a better name. Returns its file. */
export function keep({ kind, name, text }: Kept): string {
  const file = join(folder, kind, `${name}.json`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify([text])}\n`);
  return file;
}
