import { expect, test } from 'vitest';
import { placeLink, placeOf, tagOf } from './go-source.ts';

test('A runtime file leads to Go’s repository at that release', () => {
  expect(placeLink(placeOf('mpagealloc_64bit.go:sysInit'), tagOf('1.27.4'))).toBe('https://github.com/golang/go/blob/go1.27.4/src/runtime/mpagealloc_64bit.go');
});

test('A file with a directory is not the runtime’s', () => {
  expect(placeOf('cmd/link/internal/ld/data.go')).toEqual({ file: 'cmd/link/internal/ld/data.go', name: undefined });
});

test('A release without a patch is the recorded one of its line, else the first', () => {
  expect(tagOf('1.27', '1.27.4')).toBe('go1.27.4');
  expect(tagOf('1.26', '1.27.4')).toBe('go1.26.0');
  expect(tagOf('1.2', '1.27.4')).toBe('go1.2');
});

test('Before Go 1.21 the first release of a line has no third part', () => {
  expect(tagOf('1.20')).toBe('go1.20');
  expect(tagOf('1.21')).toBe('go1.21.0');
});

test('What names no file is refused with an example', () => {
  expect(() => placeOf('sysInit')).toThrow('such as mpagealloc_64bit.go:sysInit');
});
