import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { changes, type Change } from './changes.ts';
import { recordedVersions } from './versions.ts';

const all = changes(recordedVersions((file) => JSON.parse(readFileSync(`oracle/recordings/${file}`, 'utf8'))));
const of = (since: string, subject: string): Change[] => all.filter((change) => change.since === since && change.subject === subject);

test('what is known of the versions is found in the recordings', () => {
  expect(of('1.17', 'heap mapping')[0]).toMatchObject({ name: 'KiB with 1 MiB held', from: 65_536, to: 4_096 });
  expect(of('1.16', 'size class')).toEqual(expect.arrayContaining([expect.objectContaining({ name: '24', from: null, to: 'listed' })]));
  expect(of('1.22', 'heapArena')).toEqual([expect.objectContaining({ from: 1_133_584, to: 68_624 })]);
  expect(of('1.22', 'bytes charged')).toContainEqual({ since: '1.22', subject: 'bytes charged', name: 'pointers 1024', from: 1024, to: 1152 });
  expect(of('1.25', 'escape')).toContainEqual(expect.objectContaining({ name: 'variableSlice', from: 'heap', to: 'stack' }));
  expect(of('1.26', 'heap base')).toEqual([expect.objectContaining({ from: '0xc000000000', to: 'random' })]);
  expect(all.filter(({ subject }) => subject === 'huge pages')).toEqual([{ since: '1.21', subject: 'huge pages', name: 'half a heap given back', from: 'stays away', to: 'comes back' }]);
  expect(of('1.26', 'objects in a page')).toContainEqual(expect.objectContaining({ name: 'noscan 24', from: 341, to: 336 }));
});

test('VIRT grew by half a gibibyte in 1.21, for the scavenge index', () => {
  const [virt] = of('1.21', 'VIRT');
  expect(Number(virt?.to) - Number(virt?.from)).toBeGreaterThan(500 * 1024);
  expect(of('1.21', 'startup')).toContainEqual(expect.objectContaining({ name: 'mmap 536870912 PROT_NONE', from: 1, to: 2 }));
});

test('since 1.19 a goroutine in a used g begins with the average, and no other does', () => {
  expect(all.filter(({ subject }) => subject === 'first stack')).toEqual([{ since: '1.19', subject: 'first stack', name: 'reused', from: 2048, to: 8192 }]);
});

test('a stack is doubled and halved as it always was', () => {
  expect(all.filter(({ subject }) => subject === 'stack')).toEqual([]);
});
