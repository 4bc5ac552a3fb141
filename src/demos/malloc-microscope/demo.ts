import { HeapMachine, type HeapAnswer } from '../../engine/go/heap/heap-machine.ts';
import { Microscope, type MicroscopePicture } from '../../engine/go/heap/microscope.ts';
import { heapAtRest } from '../../oracle/heap-start.ts';
import { defineDemo } from '../demo.ts';
import { askGo, readAnswers } from '../go-live.ts';
import { readGo, type Statement } from '../go-program.ts';
import { drawLevels, hex } from './levels.ts';
import type { MicroscopeWords } from './words.ts';

export default defineDemo({
  controls: {},
  presets: {
    odd: { program: 'b := make([]byte, 1025)', still: 'end' },
    loop: { program: 'for range 400 { _ = new([3]int64) }', still: 'end' },
    tiny: { program: 'a := new(byte)\nb := new(int64)\nc := new(bool)\nd := new([12]byte)\ne := new(int32)', still: 'end' },
    reuse: { program: 's := make([]*[4]int64, 8)\nfor i := range 8 { s[i] = new([4]int64) }\ns[2] = new([4]int64)\ns[5] = new([4]int64)\nruntime.GC()\nx := new([4]int64)\ny := new([4]int64)\nz := new([4]int64)', still: 'end' },
    large: { program: 'a := make([]byte, 32760)\nb := make([]byte, 32761)\nc := make([]byte, 70_000)', still: 'end' },
  },
  machine: () => new Microscope(new HeapMachine({}, 0, heapAtRest)),
  read: readGo,
  view: 'levels',
  legend: ['live', 'slack', 'header', 'free', 'cached'],
  quiet: true,
  draw: (picture: MicroscopePicture, words: MicroscopeWords) => drawLevels(picture, words),
  words: { en: () => import('./en.ts'), zh: () => import('./zh.ts') },
  claims: {
    waste: { preset: 'odd', of: ({ picture: { made } }) => ({ value: made!.slot - made!.size, unit: 'B' }) },
    slot: { preset: 'odd', of: ({ picture: { made } }) => ({ value: made!.slot, unit: 'B' }) },
    fast: { preset: 'loop', of: ({ picture: { fast } }) => ({ value: fast, unit: 'count' }) },
    slow: { preset: 'loop', of: ({ picture: { slow } }) => ({ value: slow, unit: 'count' }) },
  },
  guess: { about: ({ steps }: Statement) => steps.some((step) => step.do === 'allocate'), read: readAddress, write: (addr: HeapAnswer) => (addr === undefined ? '' : hex(addr)) },
  live: { ask: (program: readonly Statement[]) => askGo(program), read: (answers, program): readonly HeapAnswer[] => readAnswers(answers, program) },
});

function readAddress(text: string): number | undefined {
  const digits = /^\s*(?:0x)?([0-9a-f]{1,8})\s*$/i.exec(text)?.[1];
  return digits === undefined ? undefined : Number.parseInt(digits, 16);
}
