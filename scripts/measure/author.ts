import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { needBrowser } from '../browser.ts';
import { copyWhole } from '../faults/book.ts';
import { base, root } from '../paths.ts';
import { bin, node } from '../run.ts';
import { developing } from './developing.ts';

const chapter = 'content/en/1-1-process-memory.mdx';
const page = 'en/1-1-process-memory/';

/** Seconds an author waits: for the whole book, and for a changed sentence to be seen in an open page (a median). In a copy of the checkout. */
export async function measureAuthor(changes: number): Promise<{ readonly build: number; readonly seen: readonly number[] }> {
  const copy = mkdtempSync(join(tmpdir(), 'author-'));
  try {
    copyWhole(root, copy);
    return { build: await buildTime(copy), seen: await seenAfter(copy, changes) };
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

async function buildTime(book: string): Promise<number> {
  const began = performance.now();
  const { code, output } = await node(['scripts/build.ts'], 'catch', {}, book);
  if (code !== 0) throw new Error(`The book could not be built:\n${output}`);
  return (performance.now() - began) / 1000;
}

/** Seconds from writing a chapter to its new sentence in a page that is open, once for each change. */
async function seenAfter(book: string, changes: number): Promise<readonly number[]> {
  const server = await developing(bin('astro'), book);
  const browser = await chromium.launch({ executablePath: await needBrowser() });
  try {
    const tab = await browser.newPage();
    tab.setDefaultTimeout(0);
    await tab.goto(server.address + base.slice(1) + page);
    const text = readFileSync(join(book, chapter), 'utf8');
    const times: number[] = [];
    for (let change = 1; change <= changes; change++) {
      const began = performance.now();
      writeFileSync(join(book, chapter), `${text}\n\nChange number ${change} is seen.\n`);
      await tab.getByText(`Change number ${change} is seen.`).waitFor({ state: 'attached' });
      times.push((performance.now() - began) / 1000);
    }
    return times;
  } finally {
    await browser.close();
    server.stop();
  }
}
