import { expect, test } from 'vitest';
import { contradict } from './opposites.ts';

test.each([
  ['HeapReleased falls; the kernel is not told.', 'HeapReleased 涨了，内核毫不知情。', true],
  ['HeapReleased falls; the kernel is not told.', 'HeapReleased 降了，内核毫不知情。', false],
  ['given back from the highest address', '从最低的地址开始归还', true],
  ['The heap grows', '堆变大', false],
  ['RSS falls, then rises', '驻留先降后涨', false],
])('“%s” and “%s”: %s', (en, zh, opposite) => {
  expect(contradict(en, zh)).toBe(opposite);
});
