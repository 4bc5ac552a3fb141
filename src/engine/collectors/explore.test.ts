import { describe, expect, test } from 'vitest';
import { beginnings, explore, successors, type Verdict } from './explore.ts';
import { plain, type Rules } from './tricolor/rules.ts';
import { Layout } from './tricolor/world.ts';

/** Three objects with a field each, the first a global; one mutator with two registers, or two with one. */
const alone = { fields: [1, 1, 1], mutators: 1, registers: 2 };
const two = { fields: [1, 1, 1], mutators: 2, registers: 1 };

type Case = [name: string, rules: Partial<Rules>, verdict: number | 'safe', states?: number];

/**
 * The verdicts of an independent model checker in another language over the same worlds: the length of a shortest loss,
 * or safe and how many worlds there are.
 */
const cases: readonly Case[] = [
  ['no barrier, stack scanned once', {}, 8],
  ['no barrier, stack scanned again at the end', { rescan: true }, 8],
  ['insertion, stack scanned once', { barrier: 'insertion' }, 8],
  ['insertion, stack scanned again at the end (Go up to 1.7)', { barrier: 'insertion', rescan: true }, 'safe', 106_338],
  ['insertion, and loads into a scanned stack shade', { barrier: 'insertion', loads: 'shade when scanned' }, 'safe', 96_732],
  ['Steele, stack scanned again', { barrier: 'steele', rescan: true }, 8],
  ['Steele, stack scanned once', { barrier: 'steele' }, 8],
  ['Steele, stack scanned again, black from the start of the scan', { barrier: 'steele', rescan: true, blackAtStart: true }, 'safe', 180_944],
  ['deletion, stacks snapshot at the start', { barrier: 'deletion', snapshot: true }, 'safe', 48_060],
  ['deletion, stack scanned later', { barrier: 'deletion' }, 8],
  ['Baker’s read barrier', { loads: 'shade', snapshot: true }, 'safe', 44_796],
  ['Go’s hybrid', { barrier: 'hybrid' }, 'safe', 100_044],
  ['deletion with a snapshot, new objects white', { barrier: 'deletion', snapshot: true, allocate: 'white' }, 7],
  ['deletion with a snapshot, new objects black', { barrier: 'deletion', snapshot: true, allocate: 'black' }, 'safe', 48_467],
  ['Go’s hybrid, new objects white', { barrier: 'hybrid', allocate: 'white' }, 8],
  ['Go’s hybrid, new objects black', { barrier: 'hybrid', allocate: 'black' }, 'safe', 101_177],
  ['insertion, stack scanned again, new objects white', { barrier: 'insertion', rescan: true, allocate: 'white' }, 'safe', 107_885],
  ['insertion in two steps, shade then store, one collection', { barrier: 'insertion', rescan: true, store: 'shade then store' }, 'safe', 426_821],
  ['insertion in two steps, store then shade, one collection', { barrier: 'insertion', rescan: true, store: 'store then shade' }, 'safe', 183_759],
  ['insertion in two steps, shade then store, two collections', { barrier: 'insertion', rescan: true, store: 'shade then store', cycles: 2 }, 19],
  ['insertion in two steps, store then shade, two collections', { barrier: 'insertion', rescan: true, store: 'store then shade', cycles: 2 }, 'safe', 374_688],
  ['deletion with a snapshot, marking noticed late', { barrier: 'deletion', snapshot: true, lateFlag: true }, 7],
  ['Go’s hybrid, marking noticed late', { barrier: 'hybrid', lateFlag: true }, 8],
  ['insertion, stack scanned again, marking noticed late', { barrier: 'insertion', rescan: true, lateFlag: true }, 8],
  ['whole objects: no barrier, stack scanned again', { rescan: true, whole: true }, 6],
  ['whole objects: insertion, stack scanned once', { barrier: 'insertion', whole: true }, 6],
  ['whole objects: deletion, stack scanned later', { barrier: 'deletion', whole: true }, 6],
  ['whole objects: Go’s hybrid', { barrier: 'hybrid', whole: true }, 'safe', 30_300],
  ['whole objects: Steele, stack scanned again', { barrier: 'steele', rescan: true, whole: true }, 'safe', 32_936],
];

const pairs: readonly Case[] = [
  ['deletion, stacks scanned one by one', { barrier: 'deletion' }, 9],
  ['Go’s hybrid, stacks scanned one by one', { barrier: 'hybrid' }, 'safe', 194_010],
  ['insertion, stacks scanned again', { barrier: 'insertion', rescan: true }, 'safe', 202_280],
  ['deletion, stacks snapshot together', { barrier: 'deletion', snapshot: true }, 'safe', 47_556],
];

type Explored = Verdict & { readonly layout: Layout; readonly rules: Rules };

/** What has been explored: the same worlds are asked for their verdict and for their invariants. */
const explored = new Map<string, Explored>();

function verdictOf(shape: typeof alone, changed: Partial<Rules>): Explored {
  const rules = { ...plain, ...changed };
  const name = JSON.stringify([shape, rules]);
  const layout = new Layout(shape, rules.cycles);
  const found = explored.get(name) ?? { ...explore(layout, rules, beginnings(layout, rules)), layout, rules };
  explored.set(name, found);
  return found;
}

const summary = ({ loss, states }: Verdict): number | readonly ['safe', number] => (loss ? loss.steps.length : ['safe', states]);

describe('every interleaving of one mutator and the collector', () => {
  test.each<Case>(cases)('%s', (...[, rules, verdict, states]) => {
    const found = verdictOf(alone, rules);
    expect(summary(found)).toEqual(verdict === 'safe' ? ['safe', states] : verdict);
    if (found.loss) replays(found);
  });
});

describe('every interleaving of two mutators and the collector', () => {
  test.each<Case>(pairs)('%s', (...[, rules, verdict, states]) => {
    expect(summary(verdictOf(two, rules))).toEqual(verdict === 'safe' ? ['safe', states] : verdict);
  });
});

describe('what each barrier keeps', () => {
  test('deletion and hybrid keep the weak invariant and break the strong one', () => {
    for (const rules of [{ barrier: 'deletion', snapshot: true }, { barrier: 'hybrid' }] as const) {
      expect(verdictOf(alone, rules).broken).toEqual({ strongHeap: 204, strongStack: 1052, weakHeap: 0, weakStack: 0 });
    }
  });

  test('insertion keeps the strong invariant of the heap, and neither for stacks: hence the second scan', () => {
    expect(verdictOf(alone, { barrier: 'insertion', rescan: true }).broken).toEqual({ strongHeap: 0, strongStack: 3524, weakHeap: 0, weakStack: 2580 });
  });

  test('a read barrier keeps them all', () => {
    expect(verdictOf(alone, { loads: 'shade', snapshot: true }).broken).toEqual({ strongHeap: 0, strongStack: 0, weakHeap: 0, weakStack: 0 });
  });
});

/** The steps of a loss can be taken one after another, and the last one takes what is still held. */
function replays({ loss, layout, rules }: Explored): void {
  let world = loss!.start;
  for (const step of loss!.steps) {
    const next = successors(layout, rules, world).find((each) => JSON.stringify(each.step) === JSON.stringify(step));
    expect(next, JSON.stringify(step)).toBeDefined();
    world = next!.world;
  }
  expect(loss!.lost.length).toBeGreaterThan(0);
}
