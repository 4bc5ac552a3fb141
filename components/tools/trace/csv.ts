import type { Compared } from './compared.ts';
import type { Reading } from './reading.ts';

const columns = ['heap', 'blocks', 'largestFree', 'steps', 'systemCalls'] as const;

/** Every moment looked at as a line: operations done, bytes live, and for each allocator its columns. Bytes, except steps and calls. */
export function csv({ marks, live }: Reading, runs: readonly Compared[]): string {
  const head = ['operations', 'live', ...runs.flatMap(({ machine }) => columns.map((column) => `${machine} ${column}`))];
  const lines = marks.map((mark, i) => [mark, live[i]!, ...runs.flatMap(({ run }) => columns.map((column) => run.moments[i]![column]))]);
  return `${[head, ...lines].map((cells) => cells.join(',')).join('\n')}\n`;
}
