import { readFileSync, writeFileSync } from 'node:fs';

/** One text of a file, found once, and what stands in its place. */
export interface Patch { readonly file: string; readonly from: string; readonly to: string }

/** A text with a patch applied. */
export function patched(text: string, { file, from, to }: Patch): string {
  const times = text.split(from).length - 1;
  if (times !== 1) throw new Error(`${file} has this text ${times} times, not once: ${from}`);
  return text.replace(from, () => to);
}

/** Applies patches to the files of a copy of the book; returns what undoes it. */
export function apply(book: string, patches: readonly Patch[]): () => void {
  const before = new Map(patches.map(({ file }) => [file, readFileSync(`${book}/${file}`, 'utf8')]));
  for (const patch of patches) {
    const path = `${book}/${patch.file}`;
    writeFileSync(path, patched(readFileSync(path, 'utf8'), patch));
  }
  return () => { for (const [file, text] of before) writeFileSync(`${book}/${file}`, text); };
}
