import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { shadowGo } from './no-go.ts';

test('whoever asks for Go is refused and written down, even when nobody minds', () => {
  const folder = join(mkdtempSync(join(tmpdir(), 'no-go-')), 'path');
  const env = { ...process.env };
  const calls = shadowGo(folder, env);
  expect(calls()).toEqual([]);
  const { status } = spawnSync('go', ['version'], { env, shell: process.platform === 'win32' });
  expect(status).toBe(1);
  expect(calls()).toEqual(['go version']);
  expect(shadowGo(folder, env)(), 'a new run starts clean').toEqual([]);
  rmSync(join(folder, '..'), { recursive: true });
});
