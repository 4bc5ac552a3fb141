import { expect, test } from 'vitest';
import { ProgramError } from '../../../src/engine/machine.ts';
import { damages, type DamageCode } from '../../../src/engine/memory/damage.ts';
import { readProcess } from '../../../src/engine/memory/read.ts';
import zh from './damage.zh.ts';

function damageOf(text: string): ProgramError {
  try {
    readProcess(text);
  } catch (error) {
    if (error instanceof ProgramError) return error;
    throw error;
  }
  throw new Error('this text is not damaged');
}

const args = { found: 'x1', expected: 'rw-p', field: 'Rss', name: 'go_goroutines', length: 9, limit: 5, end: 'e000', start: 'a000', said: 4, counted: 8, other: 3 };
const line = '00400000-00401000 r-xp 00000000 08:01 9 /a';

test.each(Object.keys(damages) as DamageCode[])('%s is a whole Chinese sentence with everything in it', (code) => {
  const sentence = zh[code](args);
  expect(sentence).toMatch(/^[^\n]*[\u4e00-\u9fff][^\n]*。$/);
  expect(sentence).not.toMatch(/undefined|NaN| {2}/);
  for (const arg of Object.values(args).filter((value) => damages[code](args).includes(String(value)))) expect(sentence).toContain(String(arg));
});

test.each([
  ['a field that is missing', '00400000-00401000 r-xp 00000000', '这一行没写完，缺设备号。请粘贴整行。'],
  ['an address without its end', `${line}\n00402000 r-xp 00000000 08:01 9 /a`, '“00402000”不是映射。这里应当是两个地址，中间一个连字符，例如 7f7eba507000-7f7eca687000。'],
  ['permissions that are none', line.replace('r-xp', 'rxxp'), '“rxxp”不是权限，权限形如 rw-p。'],
  ['a counter that is no number', `${line}\nRss: many kB`, 'Rss 应当是整数，这里却是“many”。'],
  ['an inode that is no number', line.replace(' 9 ', ' x '), 'Inode 应当是整数，这里却是“x”。'],
  ['two mappings over each other', `${line}\n${line}`, '这个映射与第 1 行的重叠。要么读的时候映射正在变化，要么贴了两份文本：请重新读一次。'],
  ['a text about something else', 'hello', '“hello”不像 maps、smaps 或 pmap 一行的开头。请粘贴 cat /proc/PID/smaps、cat /proc/PID/maps 或 pmap -X PID 的输出。'],
])('%s is told in Chinese, the field too', (_, text, sentence) => {
  const { code, args: own } = damageOf(text);
  expect(zh[code as DamageCode](own)).toBe(sentence);
});
