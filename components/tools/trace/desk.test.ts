import { expect, test, vi } from 'vitest';
import { withSlowWorkers, worker } from '../slow-worker.ts';
import { Desk } from './desk.ts';

withSlowWorkers();
const turn = (): Promise<void> => new Promise((resolve) => { setTimeout(resolve); });
const reading = { operations: 5 };
const run = { moments: [] };

test('a trace is read, then performed by one allocator after the other, each result as it comes', async () => {
  const desk = new Desk(['glibc', 'buddy']);
  const read = desk.read('a 0 8');
  worker(0).answer(reading);
  expect(await read).toMatchObject({ is: 'read', reading });
  expect(worker(0).asked.ask).toEqual({ do: 'run', machine: 'glibc' });
  worker(0).note(3);
  expect([...desk.standings.value]).toEqual([['glibc', { is: 'running', done: 3 }]]);
  worker(0).answer(run);
  await turn();
  expect(desk.standings.value.get('glibc')).toEqual({ is: 'done', run });
  expect(worker(0).asked.ask).toEqual({ do: 'run', machine: 'buddy' });
});

test('one that is stopped makes way for the next; chosen anew it starts anew', async () => {
  const desk = new Desk(['best-fit', 'buddy']);
  const read = desk.read('a 0 8');
  worker(0).answer(reading);
  await read;
  desk.stop();
  expect(worker(0).heard.at(-1)).toEqual({ stop: worker(0).asked.id });
  worker(0).answer(undefined);
  await turn();
  expect(desk.standings.value.get('best-fit')).toEqual({ is: 'stopped' });
  worker(0).answer(run);
  await turn();
  desk.choose(['buddy']);
  desk.choose(['best-fit', 'buddy']);
  expect(worker(0).asked.ask).toEqual({ do: 'run', machine: 'best-fit' });
});

test('an allocator that fails is our fault, and the others go on', async () => {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const desk = new Desk(['slab', 'buddy']);
  const read = desk.read('a 0 8');
  worker(0).answer(reading);
  await read;
  worker(0).fault('broken');
  await turn();
  expect(desk.standings.value.get('slab')).toEqual({ is: 'failed' });
  expect(worker(0).asked.ask).toEqual({ do: 'run', machine: 'buddy' });
  expect(logged).toHaveBeenCalledOnce();
  logged.mockRestore();
});

test('a new trace ends the work on the last, whose results are not heard', async () => {
  const desk = new Desk(['glibc']);
  const read = desk.read('a 0 8');
  worker(0).answer(reading);
  await read;
  const again = desk.read('a 0 9');
  expect(worker(0).heard.at(-1)).toEqual({ stop: worker(0).asked.id });
  worker(0).answer(run);
  await turn();
  expect(desk.standings.value.size).toBe(0);
  worker(1).answer(reading);
  await again;
  expect(worker(0).terminated).toBe(true);
  expect(worker(1).asked.ask).toEqual({ do: 'run', machine: 'glibc' });
});

test('a new trace that is cancelled gives back the last: what was done, what was stopped for it, and what is still to do', async () => {
  const desk = new Desk(['glibc', 'best-fit', 'buddy']);
  const read = desk.read('a 0 8');
  worker(0).answer(reading);
  await read;
  worker(0).answer(run);
  await turn();
  void desk.read('a 0 9');
  desk.cancel();
  expect(worker(1).terminated).toBe(true);
  expect(desk.state.value).toMatchObject({ is: 'read', reading, isKept: true });
  expect([...desk.standings.value]).toEqual([['glibc', { is: 'done', run }], ['best-fit', { is: 'stopped' }], ['buddy', { is: 'running', done: 0 }]]);
  const buddy = worker(0).asked;
  expect(buddy.ask).toEqual({ do: 'run', machine: 'buddy' });
  worker(0).onmessage?.({ data: { id: buddy.id - 1, say: 'answer', answer: undefined } });
  worker(0).answer(run);
  await turn();
  expect(desk.standings.value.get('buddy')).toEqual({ is: 'done', run });
  expect(desk.standings.value.get('best-fit')).toEqual({ is: 'stopped' });
});

test('damage is told with its place, and with the text, so that what stands before it can be performed', async () => {
  const desk = new Desk(['glibc']);
  const read = desk.read('a 0 8\nx');
  worker(0).damage('rep-call', { before: 1 });
  expect(await read).toMatchObject({ is: 'damaged', text: 'a 0 8\nx', damage: { line: 2, args: { before: 1 } } });
  expect(worker(0).terminated).toBe(true);
});
