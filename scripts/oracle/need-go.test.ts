import { expect, test } from 'vitest';
import { whyNoGo, type AskGo } from './need-go.ts';

const says = (stdout: string): AskGo => () => ({ status: 0, stdout, stderr: '' });

test('no Go at all is told, with what needs it', () => {
  expect(whyNoGo('go1.26.11', () => undefined)).toMatch(/^There is no Go on the PATH\. .*the book itself needs none\.$/);
});

test('a release that cannot be fetched is told with what Go says of it', () => {
  const refuses: AskGo = (toolchain) => ({ status: 1, stdout: '', stderr: `go: download ${toolchain}: toolchain not available\n` });
  expect(whyNoGo('go1.99.0', refuses)).toBe('go1.99.0 cannot be had: go: download go1.99.0: toolchain not available. Name a release with its patch, such as 1.26.11.');
});

test('a Go that answers as another release does not pass for the one asked for', () => {
  expect(whyNoGo('go1.26.8', says('go version go1.26.8 linux/amd64\n'))).toBeUndefined();
  expect(whyNoGo('go1.26.11', says('go version go1.26.8 linux/amd64\n'))).toContain('go1.26.11 cannot be had');
});
