import { growslice } from '../../engine/go/append.ts';
import { RequestMachine, type Make, type MakeAnswer, type MakeEvent, type Made, type MakePicture } from '../../engine/go/request-machine.ts';
import { formatNumber } from '../../i18n/quantity.ts';
import type { RuntimeOp } from '../../oracle/go-runtime/operations.ts';
import { defineDemo } from '../demo.ts';
import type { RowMark, Scenes } from '../scene.ts';
import { readRequests } from './read.ts';
import type { RoundUpWords } from './words.ts';

/** The sizes a slice of pointers has as it grows from empty by one element at a time. */
function growing(times: number): readonly number[] {
  const capacities = [1];
  while (capacities.length < times) capacities.push(growslice(capacities.at(-1)! + 1, capacities.at(-1)!, 8, true));
  return capacities;
}

export default defineDemo({
  controls: {},
  presets: {
    surprises: { program: '1\n17\n33\n65\n512 pointers\n520 pointers\n1024\n1024 pointers\n2049\n33000', still: 'end' },
    edges: { program: '15\n16\n512\n513\n512 pointers\n520 pointers\n32760\n32761\n32768\n32769', still: 'end' },
    slices: { program: growing(12).map((capacity) => `${capacity * 8} pointers`).join('\n'), still: 'end' },
  },
  machine: () => new RequestMachine(),
  read: readRequests,
  view: 'rows',
  legend: ['live', 'slack'],
  draw,
  words: { en: () => import('./en.ts'), zh: () => import('./zh.ts') },
  claims: {
    pointers1024: { preset: 'surprises', of: ({ answers }) => ({ value: answers[7]!.slot, unit: 'B' }) },
    noscan1024: { preset: 'surprises', of: ({ answers }) => ({ value: answers[6]!.slot, unit: 'B' }) },
    large33000: { preset: 'surprises', of: ({ answers }) => ({ value: answers[9]!.slot, unit: 'B' }) },
  },
  withAnswers: ({ made }, answers) => ({ made: made.map((one, i) => ({ ...one, slot: answers[i]!.slot })) }),
  live: {
    // One slot for all: what a request got before is garbage, so that no program fills the runtime.
    ask: (program: readonly Make[]): readonly RuntimeOp[] => program.map(({ size, pointers }) => ({ do: 'allocate', slot: 0, size, pointers: pointers ? 1 : 0 })),
    read: (real): readonly MakeAnswer[] => real.map((answer) => ({ slot: 'elemSize' in answer ? answer.elemSize : 0 })),
  },
});

/** Requests drawn; of a longer program the newest. */
const drawn = 12;

function draw({ made }: MakePicture, words: RoundUpWords, { event }: { readonly event: MakeEvent | undefined }): Scenes['rows'] {
  const first = Math.max(0, made.length - drawn);
  const rows = made.slice(first).map((one, i) => rowOf(one, first + i, words, event !== undefined && first + i === made.length - 1));
  const waiting = Array.from({ length: Math.max(0, drawn - 2 - rows.length) }, (_, i): RowMark => ({ key: `wait ${i}`, name: '', value: '', note: '', share: 0, fill: 0, meaning: 'live', now: false }));
  return {
    marks: [...rows, ...waiting],
    frame: {},
    facts: made.length === 0 ? [{ label: words.total, value: words.nothing }] : made.map((one) => ({ label: words.asked(formatNumber(one.op.size), one.op.pointers), value: valueOf(one) })),
  };
}

const valueOf = ({ op, slot }: Made): string => `${formatNumber(op.size)} → ${formatNumber(slot)}`;

function rowOf(one: Made, op: number, words: RoundUpWords, now: boolean): RowMark {
  const { op: { size, pointers }, slot } = one;
  return {
    key: String(op),
    at: { op, moment: 1 },
    name: words.asked(formatNumber(size), pointers),
    value: formatNumber(slot),
    note: words.wasted(`${formatNumber((100 * (slot - size)) / slot, 1)}%`),
    share: widthOf(slot),
    fill: widthOf(slot) * (size / slot),
    meaning: 'live',
    rest: 'slack',
    now,
  };
}

/** Share of the row a slot takes: doublings from 8 bytes to 64 KiB. */
const widthOf = (slot: number): number => Math.min(1, 0.12 + 0.88 * (Math.log2(slot / 8) / Math.log2(65536 / 8)));
