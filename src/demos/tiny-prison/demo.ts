import { HeapMachine, type HeapAnswer } from '../../engine/go/heap/heap-machine.ts';
import { TinyBlocks, type BlockPicture, type ByteState, type TinyPicture } from '../../engine/go/heap/tiny-blocks.ts';
import { heapAtRest } from '../../oracle/heap-start.ts';
import { defineDemo } from '../demo.ts';
import { askGo, readAnswers } from '../go-live.ts';
import { readGo, type Statement } from '../go-program.ts';
import type { LevelCell, LevelFrame } from '../scene-levels.ts';
import type { Meaning, Scenes } from '../scene.ts';
import type { PrisonWords } from './words.ts';

export default defineDemo({
  controls: {},
  presets: {
    prison: { program: 'for range 16 { p = new(byte) }   // the variable keeps only the last\nruntime.GC()', still: 'end' },
    four: { program: 'for range 16 { a = new(byte) }\nfor range 16 { b = new(byte) }\nfor range 16 { c = new(byte) }\nfor range 16 { d = new(byte) }\nruntime.GC()\nb = nil\nruntime.GC()', still: { op: 65, moment: 0 } },
    eights: { program: 'a := new(int64)\nb := new(int64)\nc := new(int64)\na = nil\nb = nil\nruntime.GC()', still: 'end' },
    odd: { program: 'a := new(byte)\nb := new(int64)\nc := new([7]byte)\nd := new(int32)\ne := new(int16)', still: 'end' },
  },
  machine: () => new TinyBlocks(new HeapMachine({}, 0, heapAtRest)),
  read: readGo,
  view: 'levels',
  legend: ['live', 'garbage', 'free'],
  quiet: true,
  draw,
  words: { en: () => import('./en.ts'), zh: () => import('./zh.ts') },
  claims: {
    held: { preset: 'four', of: ({ picture: { held } }) => ({ value: held, unit: 'B' }) },
    kept: { preset: 'four', of: ({ picture: { kept } }) => ({ value: kept, unit: 'B' }) },
    prisonHeld: { preset: 'prison', of: ({ picture: { held } }) => ({ value: held, unit: 'B' }) },
    prisonKept: { preset: 'prison', of: ({ picture: { kept } }) => ({ value: kept, unit: 'B' }) },
  },
  live: { ask: (program: readonly Statement[]) => askGo(program), read: (answers, program): readonly HeapAnswer[] => readAnswers(answers, program) },
});

/** Blocks drawn; of more, the last. */
const drawn = 6;

const meanings: { readonly [State in ByteState]: Meaning } = { live: 'live', dead: 'garbage', unused: 'free', free: 'free' };

export const hex = (addr: number): string => `0x${addr.toString(16)}`;

function draw(picture: TinyPicture, words: PrisonWords): Scenes['levels'] {
  const blocks = picture.blocks.slice(-drawn);
  return {
    marks: [...blocks.flatMap((block, level) => block.bytes.map((state, i) => byteOf(block, state, i, level, picture.now, words))), ...sumOf(picture, blocks.length, words)],
    frame: { levels: [...blocks.map((block) => blockFrame(block, words)), sumFrame(picture, words)] },
    facts: [
      ...picture.blocks.map((block) => ({ label: hex(block.addr), value: words.block(heldIn(block), block.kept) })),
      { label: words.sum, value: words.kept(picture.held, picture.kept) },
    ],
  };
}

const heldIn = ({ bytes }: BlockPicture): number => bytes.filter((state) => state === 'live').length;

function byteOf({ addr }: BlockPicture, state: ByteState, i: number, level: number, now: number | undefined, words: PrisonWords): LevelCell {
  return { key: hex(addr + i), level, weight: 1, meaning: meanings[state], label: '', name: `${hex(addr + i)}: ${words.byte[state]}`, focus: false, now: addr + i === now };
}

const blockFrame = (block: BlockPicture, words: PrisonWords): LevelFrame =>
  ({ name: hex(block.addr), place: '', note: words.block(heldIn(block), block.kept), columns: 16, height: 22, reached: block.kept, now: false });

/** All that is held beside all that is kept for it, on one scale. */
function sumOf({ held, kept }: TinyPicture, level: number, words: PrisonWords): readonly LevelCell[] {
  const part = (key: string, weight: number, meaning: Meaning | 'none', name: string): LevelCell => ({ key, level, weight, meaning, label: meaning === 'none' ? '' : String(weight), name, focus: false, now: false });
  if (kept === 0) return [part('rest', 1, 'none', words.kept(held, kept))];
  return [part('held', held, 'live', words.held(held)), part('rest', kept - held, 'garbage', words.kept(held, kept))].filter(({ weight }) => weight > 0);
}

const sumFrame = ({ held, kept }: TinyPicture, words: PrisonWords): LevelFrame =>
  ({ name: words.sum, place: 'malloc.go:mallocgcTiny', note: words.kept(held, kept), columns: Math.max(kept, 1), height: 24, reached: true, now: false });
