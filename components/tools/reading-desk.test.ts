import { expect, test, vi } from 'vitest';
import { ProgramError } from '../../src/engine/machine.ts';
import { ReadingDesk } from './reading-desk.ts';

/** A reader that answers when the test says so. */
class SlowReader {
  readonly answer = Promise.withResolvers<string>();
  onStage: (stage: string) => void = () => undefined;
  isClosed = false;
  close(): void { this.isClosed = true; }
}

class TestDesk extends ReadingDesk<string, SlowReader, string> {
  readonly readers: SlowReader[] = [];

  protected override open(): SlowReader {
    const reader = new SlowReader();
    this.readers.push(reader);
    return reader;
  }

  protected override ask(reader: SlowReader, _text: string, onStage: (stage: string) => void): Promise<string> {
    reader.onStage = onStage;
    return reader.answer.promise;
  }
}

test('a text goes to a reader of its own, whose stages and answer are told', async () => {
  const desk = new TestDesk();
  const read = desk.read('text');
  expect(desk.state.value).toEqual({ is: 'reading' });
  const [reader] = desk.readers;
  reader!.onStage('half');
  expect(desk.state.value).toEqual({ is: 'reading', stage: 'half' });
  reader!.answer.resolve('whole');
  expect(await read).toEqual({ is: 'read', reading: 'whole', reader });
  expect(reader!.isClosed).toBe(false);
});

test('damage is told with its place and the text, and its reader is closed', async () => {
  const desk = new TestDesk();
  const read = desk.read('text');
  desk.readers[0]!.answer.reject(new ProgramError('bad-number', 'm', { line: 3, column: 4 }));
  expect(await read).toMatchObject({ is: 'damaged', text: 'text', damage: { code: 'bad-number', line: 3, column: 4 } });
  expect(desk.readers[0]!.isClosed).toBe(true);
});

test.each([
  ['a cancel', (desk: TestDesk) => desk.cancel(), { is: 'cancelled' }],
  ['a refusal', (desk: TestDesk) => desk.refuse('too long'), { is: 'refused', why: 'too long' }],
] as const)('%s closes the reader, and what it still says is not heard', async (_, end, state) => {
  const desk = new TestDesk();
  const read = desk.read('text');
  end(desk);
  expect(desk.readers[0]!.isClosed).toBe(true);
  desk.readers[0]!.onStage('half');
  desk.readers[0]!.answer.resolve('whole');
  expect(await read).toBeUndefined();
  expect(desk.state.value).toEqual(state);
});

test('a new text ends the reading of the last, whose damage is not heard', async () => {
  const desk = new TestDesk();
  const [first, second] = [desk.read('one'), desk.read('two')];
  expect(desk.readers.map(({ isClosed }) => isClosed)).toEqual([true, false]);
  desk.readers[0]!.answer.reject(new ProgramError('bad-number', 'm', { line: 1 }));
  desk.readers[1]!.answer.resolve('whole');
  expect(await first).toBeUndefined();
  expect(await second).toMatchObject({ is: 'read' });
});

test('an empty text clears the desk without a reader', async () => {
  const desk = new TestDesk();
  expect(await desk.read(' \n')).toEqual({ is: 'empty' });
  expect(desk.readers).toEqual([]);
});

test('a reader that breaks is our failure', async () => {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const desk = new TestDesk();
  const read = desk.read('text');
  desk.readers[0]!.answer.reject(new Error('gone'));
  expect(await read).toEqual({ is: 'failed' });
  expect(logged).toHaveBeenCalledOnce();
  logged.mockRestore();
});

/** A desk on which one text was read, and another is being read. */
async function atTheSecond(): Promise<TestDesk> {
  const desk = new TestDesk();
  const read = desk.read('one');
  desk.readers[0]!.answer.resolve('first');
  await read;
  void desk.read('two');
  expect(desk.state.value).toEqual({ is: 'reading' });
  return desk;
}

test('what was read comes back with its reader when the next text is cancelled, and can be kept again', async () => {
  const desk = await atTheSecond();
  for (const second of [1, 2]) {
    desk.cancel();
    expect(desk.state.value).toEqual({ is: 'read', reading: 'first', reader: desk.readers[0], isKept: true });
    expect(desk.readers.map(({ isClosed }) => isClosed)).toEqual([false, ...Array.from({ length: second }, () => true)]);
    void desk.read('three');
  }
});

test('what was read is given up as soon as the next text is read, damaged, refused or empty', async () => {
  const ends: readonly ((desk: TestDesk) => unknown)[] = [
    (desk) => desk.readers[1]!.answer.resolve('second'),
    (desk) => desk.readers[1]!.answer.reject(new ProgramError('bad-number', 'm', { line: 1 })),
    (desk) => desk.refuse('too long'),
    (desk) => desk.read(''),
  ];
  for (const end of ends) {
    const desk = await atTheSecond();
    end(desk);
    await vi.waitFor(() => expect(desk.readers[0]!.isClosed).toBe(true));
    desk.cancel();
    expect(desk.state.value).toEqual({ is: 'cancelled' });
  }
});
