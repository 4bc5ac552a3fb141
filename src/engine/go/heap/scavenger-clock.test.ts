import { expect, test } from 'vitest';
import recording from '../../../../oracle/recordings/give-back.json' with { type: 'json' };
import { chunkSize, ScavengerClock, type ClockOp, type ClockPicture } from './scavenger-clock.ts';

const hold: ClockOp = { do: 'hold', blocks: 400 };
const keep: ClockOp = { do: 'keep', blocks: 50 };
const collect: ClockOp = { do: 'collect' };
const wait = (seconds: number): ClockOp => ({ do: 'wait', seconds });

function picture(atOnce: boolean, ...ops: readonly ClockOp[]): ClockPicture {
  const clock = new ScavengerClock({ atOnce });
  for (const op of ops) clock.apply(op);
  return clock.picture();
}

/** Bytes in memory that a Go of one release ended with (oracle/probe/steps). */
function recorded(release: string, gcs: number, thin = false): number {
  const { samples } = recording.rows.find(({ go, steps }) => go.startsWith(`go${release}.`) && steps.split('gc').length - 1 === gcs && steps.includes('thin') === thin)!;
  const { heapSys, heapReleased } = samples.at(-1)!;
  return heapSys - heapReleased;
}

test('a heap of 400 MiB, 50 of them live, stays whole for two minutes, then falls to what the real one fell to', () => {
  const { readings, inMemory } = picture(false, hold, keep, collect, wait(120), wait(30));
  expect(readings.filter(([now]) => now <= 120).every(([, bytes]) => bytes > 400 * 2 ** 20 || bytes < 2 ** 20)).toBe(true);
  expect(Math.abs(inMemory - recorded('1.27', 1))).toBeLessThan(chunkSize);
});

test('a second collection lets it go, and before Go 1.21 the first did, but for a tenth over what the goals say', () => {
  expect(Math.abs(picture(false, hold, keep, collect, wait(10), collect, wait(10)).inMemory - recorded('1.27', 2))).toBeLessThan(chunkSize);
  const before = picture(true, hold, keep, collect, wait(150));
  expect(Math.abs(before.inMemory - recorded('1.20', 1))).toBeLessThan(chunkSize);
  expect(before.readings.find(([now]) => now === 1)![1]).toBeLessThan(100 * 2 ** 20);
});

test('without a dense chunk, too, what a collection freed above the last search goes only after the next', () => {
  const thinned: readonly ClockOp[] = [hold, { do: 'thin', nth: 4 }, collect, collect, wait(10), keep, collect, wait(10)];
  const once = picture(false, ...thinned);
  expect(once.chunks.flat().some(({ state }) => state === 'waiting')).toBe(true);
  expect(once.inMemory).toBeGreaterThan(200 * 2 ** 20);
  expect(Math.abs(picture(false, ...thinned, collect, wait(10)).inMemory - recorded('1.27', 4, true))).toBeLessThan(chunkSize);
});
