/** The collectors of the book by name, each over so many bytes of memory. */
import type { Collector, CollectorOptions } from './collector.ts';
import { Generational } from './generational.ts';
import { Incremental } from './incremental.ts';
import { MarkCompact } from './mark-compact.ts';
import { MarkSweep } from './mark-sweep.ts';
import { RefCount } from './ref-count.ts';
import { Semispace } from './semispace.ts';

export const collectors = {
  'ref-count': (options) => new RefCount(options),
  'mark-sweep': (options) => new MarkSweep(options),
  'mark-compact': (options) => new MarkCompact(options),
  'semispace': (options) => new Semispace(options),
  'generational': (options) => new Generational(options),
  'incremental': (options) => new Incremental(options),
} as const satisfies Record<string, (options: CollectorOptions) => Collector>;

export type CollectorName = keyof typeof collectors;
export const collectorNames = Object.keys(collectors) as readonly CollectorName[];
