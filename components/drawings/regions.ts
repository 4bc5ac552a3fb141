import type { RegionWords } from '../../src/i18n/regions.ts';
import { arrow, cell, label, type Cell, type Drawing } from './drawing.ts';

const left = 8;
const wide = 344;

/** One block in lines: a line with anything alive is kept, and new objects fill the others. */
export function immix(words: RegionWords['immix']): Drawing {
  const line = wide / 16;
  const kept = new Set([0, 1, 5, 9, 10, 14]);
  const lines = (y: number): readonly Cell[] => Array.from({ length: 16 }, (_, i) => cell(left + i * line, y, line, 30, kept.has(i) ? 'kept' : 'free'));
  const objects = [[0.2, 1.2], [1.55, 0.3], [5.4, 0.4], [9.1, 1.6], [14.3, 0.5]] as const;
  const old = (y: number): readonly Cell[] => objects.map(([at, size]) => cell(left + at * line, y + 7, size * line, 16, 'live'));
  const made = [[2, 1.4], [3.4, 1.6], [6, 0.8], [6.8, 1.7]] as const;
  return {
    height: 138,
    parts: [
      label(left, 14, words.marked), ...lines(22), ...old(22),
      label(left, 76, words.allocated), ...lines(84), ...old(84), ...made.map(([at, size]) => cell(left + at * line, 91, size * line, 16, 'new')),
      arrow(`M${left + 8.5 * line} 132 V118`), label(left + 8.5 * line + 6, 133, 'free'),
    ],
  };
}

/** Regions by how much of each lives: the emptiest are emptied altogether. */
export function g1(words: RegionWords['g1']): Drawing {
  const each = wide / 10;
  const before = [0.9, 0.15, 0.7, 0.85, 0.25, 0.95, 0.1, 0.6, 0, 0];
  const chosen = new Set([1, 4, 6]);
  const regions = (y: number, fills: readonly number[], mark: (i: number) => Cell['meaning']): readonly Cell[] =>
    fills.map((fill, i) => cell(left + i * each + 2, y, each - 4, 34, mark(i), { fill }));
  const middle = (i: number): number => left + (i + 0.5) * each;
  return {
    height: 166,
    parts: [
      label(left, 14, words.before),
      arrow(`M${middle(3)} 24 Q${(middle(3) + middle(4)) / 2} 4 ${middle(4)} 22`), label(middle(4) + 10, 14, words.remembered),
      ...regions(24, before, (i) => (chosen.has(i) ? 'chosen' : 'plain')),
      ...[1, 4, 6].map((i) => arrow(`M${middle(i)} 60 C${middle(i)} 100 ${middle(8)} 84 ${middle(8)} 122`)),
      label(left, 118, words.after),
      ...regions(126, before.map((fill, i) => (i === 8 ? 0.5 : chosen.has(i) ? 0 : fill)), () => 'plain'),
    ],
  };
}

/** An object half moved: its old place leads to the new one. */
export function shenandoah(words: RegionWords['shenandoah']): Drawing {
  return {
    height: 140,
    parts: [
      label(left + 70, 14, words.from), cell(left + 70, 22, 124, 46, 'chosen'), cell(left + 112, 30, 44, 30, 'plain', { text: 'A' }),
      label(left + 220, 14, words.to), cell(left + 220, 22, 124, 46, 'plain'), cell(left + 262, 30, 44, 30, 'live', { text: 'A′' }),
      arrow(`M${left + 156} 45 H${left + 260}`), label(left + 207, 84, words.forwarding, 'middle'),
      cell(left, 94, 36, 30, 'plain', { text: 'x' }),
      arrow(`M${left + 36} 104 Q${left + 90} 100 ${left + 120} 63`, true),
      arrow(`M${left + 36} 114 Q${left + 240} 124 ${left + 282} 63`), label(left + 48, 134, words.load),
    ],
  };
}

/** A pointer with its colour, and one that is put right. */
export function zgc(words: RegionWords['zgc']): Drawing {
  const bits = ['F', 'R', 'M1', 'M0'];
  const pointer = (x: number, y: number, width: number, on: string, address: string): readonly Cell[] => [
    ...bits.map((bit, i) => cell(x + i * 26, y, 26, 26, bit === on ? 'live' : 'plain', { text: bit })),
    cell(x + 104, y, width - 104, 26, 'plain', { text: address }),
  ];
  return {
    height: 156,
    parts: [
      label(left, 14, words.loaded), ...pointer(left, 22, 240, 'M0', words.oldAddress),
      arrow(`M${left + 120} 52 V74`), label(left + 130, 68, words.check),
      label(left, 94, words.healed), ...pointer(left, 102, 240, 'R', words.newAddress),
      arrow(`M${left + 244} 115 H${left + 300} V35 H${left + 246}`), label(left + 344, 148, words.back, 'end'),
    ],
  };
}
