/** The JSON that `npm run smaps` prints and `/tools/process/` gives away: one line an element. */
import type { Attributed } from './what.ts';

/** Addresses in hexadecimal without 0x, as maps prints them; sizes in KiB. */
export function printAttributed(attributed: readonly Attributed[]): string {
  const lines = attributed.map(({ mapping: { start, end, perms, sizeKiB }, parts }) => JSON.stringify({
    start: start.toString(16),
    end: end.toString(16),
    perms,
    sizeKiB,
    parts: parts.map((part) => ({ what: part.what, sizeKiB: part.sizeKiB, certainty: part.certainty })),
  }));
  return `[\n${lines.join(',\n')}\n]`;
}
