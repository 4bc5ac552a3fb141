/**
 * `npm run faults [-- --only WORDS] [-- --from N --to M]`: do the tests see? Fifty mistakes, one by one, in a scratch copy of the book:
 * first the unit tests that the file concerns; where they are silent, a small book of the figures concerned and the browser tests of those.
 *
 * A test counts that fails with the mistake and passes without it. Exit code 1 when fewer than 48 are seen; of a part, when one is not.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { needBrowser } from './browser.ts';
import { optionsOf, wholeNumber } from './command.ts';
import { copyWhole, restore, shrink } from './faults/book.ts';
import type { Fault, Look } from './faults/fault.ts';
import { faults, mustBeSeen } from './faults/list.ts';
import { browserTests, builds, failAnyway, lookAtOnce, theSame, unitTestsOf, type Witness } from './faults/look.ts';
import { groupsOf } from './faults/reach.ts';
import { apply } from './patch.ts';
import { root } from './paths.ts';
import { table } from './table.ts';

/** What saw a fault, in the browser by which look; a book that cannot be built is seen at once. */
type Seen = (Witness & { readonly look?: Look }) | 'build';

/** Does something with faults in a copy. */
async function having<T>(book: string, some: readonly Fault[], act: () => Promise<T>): Promise<T> {
  const undo = apply(book, some);
  try {
    return await act();
  } finally {
    undo();
  }
}

const unitOf = (book: string, fault: Fault): Promise<Seen | undefined> =>
  having(book, [fault], async () => (await unitTestsOf(book, fault))[0]);

/** Which browser tests look for a fault, the quickest first. */
function lookingAt({ seenBy, figures }: Fault): readonly Look[] {
  const any = figures.join('|');
  return seenBy ?? [
    { files: ['stills.spec'], titles: 'the stills ', says: `(${any})\\.txt` },
    { files: figures.map((id) => `demos/${id}\\.spec`) },
    { files: ['/demos.spec'], titles: `demos\\.spec\\.ts (${any}) in` },
  ];
}

/** Whoever sees a fault that the first look missed. */
async function lookAgain(book: string, fault: Fault, chromium: string): Promise<Seen | undefined> {
  for (const look of lookingAt(fault).slice(1)) {
    const [witness] = await browserTests(book, look, chromium, ['-x']);
    if (witness) return { ...witness, look };
  }
  return undefined;
}

/** Of a small book with these faults each is looked for in its own figures. */
async function browserOf(book: string, group: readonly Fault[], chromium: string): Promise<ReadonlyMap<Fault, Seen | undefined>> {
  shrink(root, book, group.flatMap(({ figures }) => figures), group.flatMap(({ pages = [] }) => pages));
  return having(book, group, async () => {
    const seen = new Map<Fault, Seen | undefined>();
    if (!await builds(book)) {
      if (group.length === 1) return seen.set(group[0]!, 'build');
      throw new Error(`A book with these faults cannot be built: ${group.map(({ name }) => name).join(', ')}. Each alone says which.`);
    }
    const first = await lookAtOnce(book, group.map((fault) => lookingAt(fault)[0]!), chromium);
    for (const fault of group) {
      const [look] = lookingAt(fault);
      const found = first(look!);
      const witness = found ? { ...found, look: look! } : await lookAgain(book, fault, chromium);
      tell(fault, witness);
      seen.set(fault, witness);
    }
    return seen;
  });
}

const said = (seen: Seen | undefined): string => (seen === undefined ? 'NOT SEEN' : seen === 'build' ? 'the build' : `${seen.file}: ${seen.title}`);

function tell(fault: Fault, seen: Seen | undefined): void {
  console.log(`${String(faults.indexOf(fault) + 1).padStart(2)}  ${fault.name}: ${said(seen)}`);
  if (seen !== undefined && seen !== 'build' && seen.said[0] !== undefined) console.log(`      ${seen.said[0].split('\n')[0]}`);
}

async function look(book: string, some: readonly Fault[], chromium: string): Promise<Map<Fault, Seen | undefined>> {
  const seen = new Map<Fault, Seen | undefined>();
  for (const fault of some) {
    const witness = await unitOf(book, fault);
    seen.set(fault, witness);
    if (witness) tell(fault, witness);
  }
  for (const group of groupsOf(root, some.filter((fault) => !seen.get(fault)))) for (const [fault, witness] of await browserOf(book, group, chromium)) seen.set(fault, witness);
  return seen;
}

/** A test that fails without the fault too has seen nothing. */
async function confirmed(book: string, seen: Map<Fault, Seen | undefined>, chromium: string): Promise<Map<Fault, Seen | undefined>> {
  const witnesses = [...seen].flatMap(([fault, each]) => (each === undefined || each === 'build' ? [] : [{ fault, ...each }]));
  restore(root, book);
  const failed = await failAnyway(book, witnesses.filter(({ stage }) => stage === 'unit'));
  const looks = new Map(witnesses.flatMap((each) => (each.look ? [[each.fault, theSame(each.look, each)] as const] : [])));
  const found = await withoutFaults(book, looks, chromium);
  const wrong = witnesses.filter(({ fault, title }) => failed.some((each) => each.title === title) || (looks.has(fault) && found(looks.get(fault)!) !== undefined));
  for (const { title } of wrong) console.log(`Fails without any fault: ${title}`);
  return new Map([...seen].map(([fault, each]) => [fault, wrong.some((one) => one.fault === fault) ? undefined : each]));
}

/** What the same browser tests see in a book of the same figures without a fault. */
async function withoutFaults(book: string, looks: ReadonlyMap<Fault, Look>, chromium: string): Promise<(look: Look) => Witness | undefined> {
  const some = [...looks.keys()];
  if (some.length > 0) {
    shrink(root, book, some.flatMap(({ figures }) => figures), some.flatMap(({ pages = [] }) => pages));
    if (!await builds(book)) throw new Error('The book cannot be built even without a fault.');
  }
  return lookAtOnce(book, [...looks.values()], chromium);
}

async function main(): Promise<void> {
  const { values: { only = '', from = '1', to = String(faults.length) } } = optionsOf({ options: { only: { type: 'string' }, from: { type: 'string' }, to: { type: 'string' } } }, 'Usage: npm run faults [-- --only NAME] [--from N] [--to N]');
  const some = faults.slice(wholeNumber(from, 'from') - 1, wholeNumber(to, 'to')).filter(({ name }) => name.includes(only));
  const book = mkdtempSync(join(tmpdir(), 'faults-'));
  try {
    copyWhole(root, book);
    const chromium = await needBrowser();
    const seen = await confirmed(book, await look(book, some, chromium), chromium);
    const unseen = [...seen].filter(([, each]) => each === undefined);
    console.log(table(['fault', 'seen by'], [...seen].map(([{ name, what }, each]) => [name, each === undefined ? `nothing. ${what}` : said(each)])));
    console.log(`${some.length - unseen.length} of ${some.length} faults are seen.`);
    process.exitCode = some.length > 0 && some.length - unseen.length >= some.length - (faults.length - mustBeSeen) * Number(some.length === faults.length) ? 0 : 1;
  } finally {
    rmSync(book, { recursive: true, force: true });
  }
}

await main();
