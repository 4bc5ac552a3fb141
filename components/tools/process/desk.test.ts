import { expect, test, vi } from 'vitest';
import { withSlowWorkers, worker } from '../slow-worker.ts';
import { Desk } from './desk.ts';

withSlowWorkers();

test('a text goes to a Worker, whose stages and answer are told; it is kept for what else is asked', async () => {
  const desk = new Desk();
  const read = desk.read('text');
  expect(worker(0).heard).toEqual([{ id: 1, ask: { do: 'read', text: 'text' } }]);
  worker(0).note('summing');
  expect(desk.state.value).toEqual({ is: 'reading', stage: 'summing' });
  worker(0).answer({ kind: 'rollup' });
  const state = await read;
  expect(state).toMatchObject({ is: 'read', reading: { kind: 'rollup' } });
  expect(worker(0).terminated).toBe(false);
  const list = state?.is === 'read' && state.reader.list({ from: 0, count: 9 });
  expect(worker(0).asked).toEqual({ id: 2, ask: { do: 'list', from: 0, count: 9 } });
  worker(0).answer({ rows: [], all: 0 });
  expect(await list).toEqual({ rows: [], all: 0 });
});

test('damage is told with its place, and its Worker ends', async () => {
  const desk = new Desk();
  const read = desk.read('text');
  worker(0).damage('bad-number');
  expect(await read).toMatchObject({ is: 'damaged', damage: { code: 'bad-number', line: 2, column: 1 } });
  expect(worker(0).terminated).toBe(true);
});

test.each([
  ['a Worker that does not start', () => worker(0).onerror?.({ message: 'gone', preventDefault: () => undefined })],
  ['an engine that breaks', () => worker(0).fault('broken')],
] as const)('%s is our failure', async (_, fail) => {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const desk = new Desk();
  const read = desk.read('text');
  fail();
  expect(await read).toEqual({ is: 'failed' });
  expect(logged).toHaveBeenCalledOnce();
  logged.mockRestore();
});

test('an account that is stopped leaves the text with another Worker, which answers what is asked later', async () => {
  const desk = new Desk();
  const read = desk.read('text');
  worker(0).answer({ kind: 'service' });
  const state = await read;
  if (state?.is !== 'read') throw new Error('not read');
  const explainer = state.reader;
  const account = explainer.account(1);
  expect(explainer.accounts.value).toBe(1);
  explainer.stop();
  await expect(account).rejects.toThrow();
  expect(explainer.accounts.value).toBe(0);
  expect(worker(0).terminated).toBe(true);
  expect(worker(1).asked.ask).toEqual({ do: 'read', text: 'text' });
  worker(1).answer({ kind: 'service' });
  const file = explainer.json();
  expect(explainer.files.value).toBe(1);
  worker(1).answer('file');
  expect(await file).toBe('file');
  expect(explainer.files.value).toBe(0);
  expect(desk.state.value).toBe(state);
});
