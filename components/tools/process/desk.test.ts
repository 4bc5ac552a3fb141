import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Desk } from './desk.ts';
import type { Ask, Told } from './reading.ts';

/** A Worker that answers when the test says so. */
class SlowWorker {
  static readonly all: SlowWorker[] = [];
  readonly asked: { readonly id: number; readonly ask: Ask }[] = [];
  terminated = false;
  onmessage: ((event: { data: Told }) => void) | undefined;
  onerror: ((event: { message: string; preventDefault: () => void }) => void) | undefined;

  constructor() { SlowWorker.all.push(this); }
  postMessage(message: { id: number; ask: Ask }): void { this.asked.push(message); }
  terminate(): void { this.terminated = true; }
  tell(told: { say: 'stage'; stage: 'summing' } | { say: 'damage'; code: string } | { say: 'rollup' }): void {
    const { id } = this.asked.at(-1)!;
    if (told.say === 'stage') this.onmessage?.({ data: { id, ...told } });
    else if (told.say === 'damage') this.onmessage?.({ data: { id, say: 'damage', damage: { code: told.code, message: 'm', line: 3, column: 4, args: {} } } });
    else this.onmessage?.({ data: { id, say: 'answer', answer: { kind: 'rollup', rollup: { start: 0, end: 0, rssKiB: 4 } } } });
  }
}
const worker = (nth: number): SlowWorker => SlowWorker.all[nth]!;

beforeEach(() => { vi.stubGlobal('Worker', SlowWorker); });
afterEach(() => {
  SlowWorker.all.length = 0;
  vi.unstubAllGlobals();
});

test('a text goes to a Worker, whose stages and answer are told', async () => {
  const desk = new Desk();
  const read = desk.read('text');
  expect(worker(0).asked).toEqual([{ id: 1, ask: { do: 'read', text: 'text' } }]);
  worker(0).tell({ say: 'stage', stage: 'summing' });
  expect(desk.state.value).toEqual({ is: 'working', stage: 'summing' });
  worker(0).tell({ say: 'rollup' });
  expect(await read).toMatchObject({ is: 'read', reading: { kind: 'rollup' } });
  expect(worker(0).terminated).toBe(false);
});

test('damage is told with its place, and its Worker ends', async () => {
  const desk = new Desk();
  const read = desk.read('text');
  worker(0).tell({ say: 'damage', code: 'bad-number' });
  expect(await read).toMatchObject({ is: 'damaged', damage: { code: 'bad-number', line: 3, column: 4 } });
  expect(worker(0).terminated).toBe(true);
});

test('cancelling ends the Worker, and what it still says is not heard', async () => {
  const desk = new Desk();
  const read = desk.read('text');
  desk.cancel();
  expect(worker(0).terminated).toBe(true);
  worker(0).tell({ say: 'stage', stage: 'summing' });
  worker(0).tell({ say: 'rollup' });
  expect(await read).toBeUndefined();
  expect(desk.state.value).toEqual({ is: 'cancelled' });
});

test('a new text ends the reading of the last', async () => {
  const desk = new Desk();
  const [first, second] = [desk.read('one'), desk.read('two')];
  expect(worker(0).terminated).toBe(true);
  worker(0).tell({ say: 'damage', code: 'bad-number' });
  worker(1).tell({ say: 'rollup' });
  expect(await first).toBeUndefined();
  expect(await second).toMatchObject({ is: 'read' });
});

test('an empty text clears the desk without a Worker', async () => {
  const desk = new Desk();
  expect(await desk.read(' \n')).toEqual({ is: 'empty' });
  expect(SlowWorker.all).toEqual([]);
});

test('a Worker that does not start is our failure', async () => {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const desk = new Desk();
  const read = desk.read('text');
  worker(0).onerror?.({ message: 'gone', preventDefault: () => undefined });
  expect(await read).toEqual({ is: 'failed' });
  expect(logged).toHaveBeenCalledOnce();
  logged.mockRestore();
});
