import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** What `findBrowser` says where Playwright has fetched no browser. */
function found(CHROMIUM: string): string {
  const env = { ...process.env, CHROMIUM, PLAYWRIGHT_BROWSERS_PATH: mkdtempSync(join(tmpdir(), 'no-browsers-')) };
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', 'import { findBrowser } from "./scripts/browser.ts"; console.log(findBrowser());'], { env, encoding: 'utf8' });
  return stdout.trim() || stderr;
}

test('who asks for Playwright’s own browser is given no other, though the machine may have one', () => {
  expect(found('playwright')).toBe('undefined');
}, 60_000);

test('a browser that is asked for by its path is that one, and must be there', () => {
  expect(found(process.execPath)).toBe(process.execPath);
  expect(found('/no/such/browser')).toContain('no such file exists');
}, 60_000);
