import type { Demo } from './demo.ts';

/** Every demo of the book, by id: content, unit tests, e2e and the gallery all read this list. */
export const demos = {
  bump: () => import('./bump/demo.ts'),
  buddy: () => import('./buddy/demo.ts'),
  adversary: () => import('./adversary/demo.ts'),
  'address-resolver': () => import('./address-resolver/demo.ts'),
  'boundary-tags': () => import('./boundary-tags/demo.ts'),
  'fit-arena': () => import('./fit-arena/demo.ts'),
  'round-up': () => import('./round-up/demo.ts'),
  'emptied-map': () => import('./emptied-map/demo.ts'),
  'goroutine-bill': () => import('./goroutine-bill/demo.ts'),
  headroom: () => import('./headroom/demo.ts'),
  'die-young': () => import('./die-young/demo.ts'),
  'cycles-leak': () => import('./cycles-leak/demo.ts'),
  'green-tea': () => import('./green-tea/demo.ts'),
  lifetimes: () => import('./lifetimes/demo.ts'),
  'leak-detective': () => import('./leak-detective/demo.ts'),
  'gc-cycle': () => import('./gc-cycle/demo.ts'),
  'hide-white': () => import('./hide-white/demo.ts'),
  'huge-page': () => import('./huge-page/demo.ts'),
  'hot-split': () => import('./hot-split/demo.ts'),
  'lock-or-cache': () => import('./lock-or-cache/demo.ts'),
  'malloc-microscope': () => import('./malloc-microscope/demo.ts'),
  'pacer-cockpit': () => import('./pacer-cockpit/demo.ts'),
  'program-break': () => import('./program-break/demo.ts'),
  'escape-pinball': () => import('./escape-pinball/demo.ts'),
  'exhibit': () => import('./exhibit/demo.ts'),
  overflow: () => import('./overflow/demo.ts'),
  'ptmalloc': () => import('./ptmalloc/demo.ts'),
  'radix-search': () => import('./radix-search/demo.ts'),
  'scavenger-clock': () => import('./scavenger-clock/demo.ts'),
  'six-collectors': () => import('./six-collectors/demo.ts'),
  'syscall-per-object': () => import('./syscall-per-object/demo.ts'),
  'stack-tape': () => import('./stack-tape/demo.ts'),
  'summary-calculator': () => import('./summary-calculator/demo.ts'),
  'threads-never-leave': () => import('./threads-never-leave/demo.ts'),
  tide: () => import('./tide/demo.ts'),
  'tiny-prison': () => import('./tiny-prison/demo.ts'),
  'touch-a-page': () => import('./touch-a-page/demo.ts'),
  'two-maps': () => import('./two-maps/demo.ts'),
  'who-owns-rss': () => import('./who-owns-rss/demo.ts'),
} satisfies Record<string, () => Promise<{ default: Demo }>>;

export type DemoId = keyof typeof demos;
export const isDemoId = (id: string): id is DemoId => Object.hasOwn(demos, id);

/** The demo called `id`; an unknown id names the known ones. */
export async function loadDemo(id: string): Promise<Demo> {
  if (!isDemoId(id)) throw new Error(`There is no demo "${id}". Known: ${Object.keys(demos).join(', ')}.`);
  return (await (demos as Record<string, () => Promise<{ default: Demo }>>)[id]!()).default;
}
