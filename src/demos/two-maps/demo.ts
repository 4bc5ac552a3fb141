import { bands, groupOf, MapTour, tour, type Look, type TourAnswer, type TourEvent, type TourMapping, type TourPicture, type TourProcess } from '../../engine/memory/map-tour.ts';
import { formatBytes, formatNumber, type Quantity } from '../../i18n/quantity.ts';
import { choice, type Options } from '../control.ts';
import { defineDemo, type Finished, type Preset } from '../demo.ts';
import type { MappingMark, Scenes } from '../scene.ts';
import { mappingMark } from './marks.ts';
import explained from './processes.json' with { type: 'json' };
import type { TwoMapsWords } from './words.ts';

const processes = explained as unknown as Readonly<Record<string, TourProcess>>;
const ids = ['seed-sleep', 'seed-go', 'c-malloc', 'c-mmap', 'c-thread', 'go-1.18', 'go-1.27', 'go-80', 'go-cgo'] as const;

export const controls = { left: choice(ids, 'seed-sleep'), right: choice(ids, 'seed-go') };

type Chosen = Options<typeof controls>;
const pair = ({ left, right }: Chosen): readonly TourProcess[] => [processes[left]!, processes[right]!];
const program = (options: Chosen): readonly Look[] => tour(pair(options));

/** The first picture looks at the largest mapping of the right-hand process. */
function preset(left: Chosen['left'], right: Chosen['right']): Preset<typeof controls, Look> {
  const options = { left, right };
  const looks = program(options);
  const sizeAt = ({ column, index }: Look): number => (column === 1 ? processes[right]!.mappings[index]!.sizeKiB : 0);
  const largest = looks.reduce((best, look, op) => (sizeAt(look) > sizeAt(looks[best]!) ? op : best), 0);
  return { options, program, still: { op: largest, moment: 1 } };
}

export default defineDemo({
  controls,
  presets: {
    seed: preset('seed-sleep', 'seed-go'),
    today: preset('c-malloc', 'go-1.27'),
    threads: preset('c-malloc', 'c-thread'),
    versions: preset('go-1.18', 'go-1.27'),
    cgo: preset('go-1.27', 'go-cgo'),
  },
  machine: (options) => new MapTour(pair(options)),
  view: 'ruler',
  legend: ['reserved', 'mapped', 'file', 'kernel', 'resident'],
  quiet: true,
  draw,
  words: { en: () => import('./en.ts'), zh: () => import('./zh.ts') },
  claims: {
    sleepVirt: { preset: 'seed', of: virt(0) },
    goVirt: { preset: 'seed', of: virt(1) },
    goRss: { preset: 'seed', of: ({ picture }) => ({ value: residentOf(picture.columns[1]!) ?? 0, unit: 'KiB' }) },
    sleepRss: { preset: 'seed', of: ({ picture }) => ({ value: residentOf(picture.columns[0]!) ?? 0, unit: 'KiB' }) },
    goMappings: { preset: 'seed', of: ({ picture }) => ({ value: picture.columns[1]!.mappings.length, unit: 'mappings' }) },
    helloVirt: { preset: 'today', of: virt(1) },
    helloRss: { preset: 'today', of: ({ picture }) => ({ value: residentOf(picture.columns[1]!) ?? 0, unit: 'KiB' }) },
    cVirt: { preset: 'today', of: virt(0) },
    helloSummaries: { preset: 'today', of: ({ picture }) => ({ value: ofGroup(picture.columns[1]!, 'summary'), unit: 'KiB' }) },
    helloMetadata: { preset: 'today', of: ({ picture }) => ({ value: ofGroup(picture.columns[1]!, 'metadata'), unit: 'KiB' }) },
    helloHeap: { preset: 'today', of: ({ picture }) => ({ value: ofGroup(picture.columns[1]!, 'goHeap'), unit: 'KiB' }) },
    threadVirt: { preset: 'threads', of: virt(1) },
    cgoVirt: { preset: 'cgo', of: virt(1) },
  },
});

const sizeOf = ({ mappings }: TourProcess): number => mappings.reduce((sum, { sizeKiB, name }) => sum + (name === '[vsyscall]' ? 0 : sizeKiB), 0);

function virt(column: number): (run: Finished<TourAnswer, TourPicture>) => Quantity {
  return ({ picture }) => ({ value: sizeOf(picture.columns[column]!), unit: 'KiB' });
}

/** Undefined when any mapping was recorded without counters. */
function residentOf({ mappings }: TourProcess): number | undefined {
  return mappings.reduce<number | undefined>((sum, { residentKiB }) => (sum === undefined || residentKiB === undefined ? undefined : sum + residentKiB), 0);
}

const ofGroup = ({ mappings }: TourProcess, group: string): number =>
  mappings.flatMap(({ parts }) => parts).reduce((sum, { what, sizeKiB }) => sum + (groupOf(what) === group ? sizeKiB : 0), 0);

function draw(picture: TourPicture, words: TwoMapsWords, { options, event }: { readonly options: Chosen; readonly event: TourEvent | undefined }): Scenes['ruler'] {
  const looks = tour(picture.columns);
  const names = [options.left, options.right];
  return {
    marks: looks.map((look, op) => markOf(look, op, picture, words, event)),
    frame: {
      columns: picture.columns.map((process, i) => ({ name: words.choices[names[i]!] ?? '', totals: totalsOf(process, words) })),
      bands: bands.map((band) => words.bands[band]),
    },
    facts: looks.map(({ column, index }) => {
      const mapping = picture.columns[column]!.mappings[index]!;
      return { label: `${words.choices[names[column]!]}: ${mapping.start} ${mapping.perms}`, value: `${formatNumber(mapping.sizeKiB)} KiB ${listOf(mapping, words)}` };
    }),
  };
}

const totalsOf = (process: TourProcess, words: TwoMapsWords): readonly string[] => {
  const resident = residentOf(process);
  return words.totals(formatBytes(sizeOf(process) * 1024, 'en'), resident === undefined ? undefined : formatBytes(resident * 1024, 'en'));
};

const listOf = ({ parts }: TourMapping, words: TwoMapsWords): string => [...new Set(parts.map(({ what }) => words.what[what].name))].join(' + ');

function markOf({ column, index }: Look, op: number, { columns, now }: TourPicture, words: TwoMapsWords, event: TourEvent | undefined): MappingMark {
  const mapping = columns[column]!.mappings[index]!;
  const here = event !== undefined && now?.column === column && now.index === index;
  return mappingMark(mapping, { key: `${column}:${mapping.start}`, at: { op, moment: 1 }, column, now: here }, words);
}
