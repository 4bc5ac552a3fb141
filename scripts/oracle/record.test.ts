import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { failuresTold, record } from './record.ts';

/** A book whose recorders are this script. */
function bookWith(script: string): string {
  const book = mkdtempSync(join(tmpdir(), 'book-'));
  mkdirSync(join(book, 'oracle'));
  writeFileSync(join(book, 'oracle', 'record.sh'), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  return book;
}

test.runIf(process.platform !== 'win32')('a recorder that fails says how and keeps no other from recording, and nothing any of them prints is printed as a change', () => {
  const book = bookWith('echo "recordings/$1.json: 5 of 5 runs agree"; [ "$1" = elf ] || exit 0; echo "go: downloading x" >&2; echo "undefined: mheap" >&2; exit 3');
  const printed = vi.spyOn(process.stdout, 'write');
  const told = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  expect(record(book, 'go1.28.0', ['names', 'elf', 'growth'])).toEqual([{ recorder: 'elf', go: 'go1.28.0', said: 'undefined: mheap' }]);
  expect(printed).not.toHaveBeenCalled();
  expect(told.mock.calls.flat().join('')).toContain('recordings/growth.json');
  vi.restoreAllMocks();
  rmSync(book, { recursive: true });
});

test('whether a recorder fails with the new Go alone, or on this machine, is told', () => {
  expect(failuresTold([{ recorder: 'elf', go: 'go1.28.0', said: 'a\nb' }, { recorder: 'huge', go: 'go1.27.4', said: 'c' }], 'go1.27.4')).toEqual([
    'The recorder elf fails with Go 1.28.0, and does not with the book’s own Go 1.27.4:', '    a', '    b',
    'The recorder huge fails on this machine with the book’s own Go 1.27.4, so nothing is said of it:', '    c',
  ]);
});
