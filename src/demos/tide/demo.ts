import recording from '../../../oracle/recordings/growth.json' with { type: 'json' };
import { arenaSize, Tide, type TideAnswer, type TideOp, type TidePicture } from '../../engine/go/heap/tide.ts';
import type { Real } from '../../engine/machine.ts';
import { formatAddress } from '../../i18n/quantity.ts';
import { choice, type Options } from '../control.ts';
import { defineDemo } from '../demo.ts';
import type { Fact, Meaning, Scenes, StripLane, StripMark } from '../scene.ts';
import { readTide } from './read.ts';
import type { TideWords } from './words.ts';

export const controls = { version: choice(['1.17', '1.16']) };

const recorded = recording.rows[0]!.stages.map(({ mib }) => `hold ${mib}`).join('\n');

/** What Linux showed of the heap of one version. */
const recordedOf = (version: string) => async (): Promise<Real<TideOp, TideAnswer>> => ({
  answers: async (program) => {
    const { stages } = recording.rows.find(({ go }) => go.startsWith(`go${version}.`))!;
    return program.map((_, i) => ({ rwKiB: stages[i]!.heapRwKiB, reservedKiB: stages[i]!.reservedKiB }));
  },
});

export default defineDemo({
  controls,
  presets: {
    step: { program: 'hold 1\nhold 2\nhold 3\nhold 4\nhold 5', still: 'end' },
    arena: { program: 'hold 40\nhold 63\nhold 64\nhold 80', still: 'end' },
    recorded: { program: recorded, still: 'end' },
    before: { program: recorded, options: { version: '1.16' }, still: 'end' },
  },
  machine: ({ version }: Options<typeof controls>) => new Tide({ wholeArenas: version === '1.16' }),
  read: readTide,
  view: 'strips',
  legend: ['live', 'mapped', 'reserved'],
  draw,
  words: { en: () => import('./en.ts'), zh: () => import('./zh.ts') },
  claims: {
    rwAt80: { preset: 'arena', of: ({ answers }) => ({ value: answers[3]!.rwKiB / 1024, unit: 'MiB' }) },
    reservedAt80: { preset: 'arena', of: ({ answers }) => ({ value: answers[3]!.reservedKiB / 1024, unit: 'MiB' }) },
    rwAt1: { preset: 'step', of: ({ answers }) => ({ value: answers[0]!.rwKiB / 1024, unit: 'MiB' }) },
    reservedAt1: { preset: 'step', of: ({ answers }) => ({ value: answers[0]!.reservedKiB / 1024, unit: 'MiB' }) },
    rwAt1Before: { preset: 'before', of: ({ answers }) => ({ value: answers[0]!.rwKiB / 1024, unit: 'MiB' }) },
    arena: { preset: 'step', of: () => ({ value: arenaSize / mib, unit: 'MiB' }) },
  },
  guess: { about: () => true, read: readGuess, write: writeLines },
  check: { recorded: recordedOf('1.27'), before: recordedOf('1.16') },
});

const mib = 2 ** 20;

/** `84 + 44`: MiB that may be read and written, and MiB only reserved. */
function readGuess(text: string): TideAnswer | undefined {
  const [, rw, reserved] = /^\s*(\d{1,4})\s*\+\s*(\d{1,4})\s*$/.exec(text) ?? [];
  return rw === undefined ? undefined : { rwKiB: Number(rw) * 1024, reservedKiB: Number(reserved) * 1024 };
}

function writeLines({ rwKiB, reservedKiB }: TideAnswer): string { return `${rwKiB / 1024} + ${reservedKiB / 1024}`; }

/** The heap's lines as `/proc/PID/maps` has them. */
export function mapsOf({ base, mappedEnd, reservedEnd }: Pick<TidePicture, 'base' | 'mappedEnd' | 'reservedEnd'>): readonly string[] {
  const line = (from: number, to: number, perm: string): string => `${formatAddress(from)}-${formatAddress(to)} ${perm}`;
  return [...(mappedEnd > base ? [line(base, mappedEnd, 'rw-p')] : []), ...(reservedEnd > mappedEnd ? [line(mappedEnd, reservedEnd, '---p')] : [])];
}

function draw(picture: TidePicture, words: TideWords): Scenes['strips'] {
  const { base, reservedEnd } = picture;
  const arenas = Array.from({ length: (reservedEnd - base) / arenaSize }, (_, i) => base + i * arenaSize);
  return {
    marks: arenas.flatMap((start, i) => marksOf(picture, start, `a${i}`, words)),
    frame: { lanes: arenas.map((start, i) => laneOf(picture, start, i, words)) },
    facts: factsOf(picture, arenas.length, words),
  };
}

function marksOf({ heldEnd, mappedEnd, reservedEnd, now }: TidePicture, start: number, lane: string, words: TideWords): readonly StripMark[] {
  const mark = (key: string, from: number, to: number, meaning: Meaning, say: (mib: number) => string, fresh: boolean): readonly StripMark[] => {
    const [low, high] = [Math.max(from, start), Math.min(to, start + arenaSize)];
    if (high <= low) return [];
    const label = say(Math.round(((high - low) / mib) * 10) / 10);
    return [{ key: `${lane}/${key}`, addr: low - start, size: high - low, meaning, label, title: `${formatAddress(low)}-${formatAddress(high)}: ${label}`, held: false, now: fresh }];
  };
  return [
    ...mark('held', start, heldEnd, 'live', words.held, false),
    ...mark('mapped', Math.max(start, heldEnd), mappedEnd, 'mapped', words.mapped, now?.kind === 'mapped'),
    ...mark('reserved', Math.max(start, mappedEnd), reservedEnd, 'reserved', words.reserved, now?.kind === 'reserved'),
  ];
}

function laneOf(picture: TidePicture, start: number, index: number, words: TideWords): StripLane {
  const rw = Math.max(0, Math.min(picture.mappedEnd, start + arenaSize) - start);
  return {
    key: `a${index}`,
    name: words.arena(index + 1),
    figure: words.figure(rw / mib, (arenaSize - rw) / mib),
    note: edgesOf(start, start + rw),
    base: start,
    size: arenaSize,
    perRow: arenaSize,
    ruler: false,
  };
}

/** Where an arena's parts begin and end, with the permissions between. */
function edgesOf(start: number, mappedEnd: number): string {
  const end = start + arenaSize;
  const parts = [...(mappedEnd > start ? ['rw-p', formatAddress(mappedEnd)] : []), ...(end > mappedEnd ? ['---p', formatAddress(end)] : [])];
  return [formatAddress(start), ...parts].join(' ');
}

function factsOf(picture: TidePicture, arenas: number, { facts, held }: TideWords): readonly Fact[] {
  return [
    { label: facts.held, value: held(picture.heldMiB) },
    { label: facts.arenas, value: String(arenas) },
    ...mapsOf(picture).map((value) => ({ label: facts.maps, value })),
  ];
}
