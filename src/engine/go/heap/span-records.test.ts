import { expect, test } from 'vitest';
import { SpanRecords } from './span-records.ts';

/** In records of 160 bytes, as `runtime.MemStats` shows them. */
const records = (all: SpanRecords): number[] => [all.bytes / 160, all.systemBytes / 160];

test('a P without records fetches 64, and they are made 102 at a time', () => {
  const all = new SpanRecords();
  expect(records(all)).toEqual([0, 0]);
  all.take();
  expect(records(all)).toEqual([64, 102]);
  for (let i = 1; i < 64; i++) all.take();
  expect(records(all)).toEqual([64, 102]);
  all.take();
  expect(records(all)).toEqual([128, 204]);
});

test('128 records wait at the P, what is more goes back, and is handed out again before new ones are made', () => {
  const all = new SpanRecords();
  for (let i = 0; i < 192; i++) all.take();
  for (let i = 0; i < 192; i++) all.give();
  expect(records(all)).toEqual([128, 204]);
  for (let i = 0; i < 192; i++) all.take();
  expect(records(all)).toEqual([192, 204]);
});
