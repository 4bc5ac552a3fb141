import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page } from '@playwright/test';
import type { Locale } from '../src/i18n/locales.ts';
import { permitClipboard } from './clipboard.ts';

/** The 2022 Go process as `pmap -X` printed it. */
export const seed = readFileSync('src/engine/memory/fixtures/seed-vmlet.pmap.txt', 'utf8');

/** A text of a recorded process. */
export function recorded(name: string, text: 'maps' | 'smaps' | 'smapsRollup'): string {
  const { rows: [row] } = JSON.parse(readFileSync(`oracle/recordings/processes/${name}.json`, 'utf8')) as { rows: [Record<typeof text, string>] };
  return row[text];
}

/** smaps of `count` mappings with 22 counters each, 64 KiB apart. */
export function manyMappings(count: number): string {
  const counters = recorded('go-hello-1.27', 'smaps').split('\n').slice(2, 24).join('\n');
  return Array.from({ length: count }, (_, i) => {
    const start = 0x7f0000000000 + i * 0x10000;
    return `${start.toString(16)}-${(start + 0x4000).toString(16)} rw-p 00000000 00:00 0 \n${counters}\n`;
  }).join('');
}

/** `/tools/process/` as a reader meets it. */
export class Desk {
  readonly page: Page;
  readonly root: Locator;
  readonly box: Locator;
  readonly outcome: Locator;
  readonly title: Locator;
  readonly said: Locator;
  readonly trouble: Locator;
  readonly drawing: Locator;
  readonly panel: Locator;

  constructor(page: Page) {
    this.page = page;
    this.root = page.locator('process-tool');
    this.box = page.getByRole('textbox');
    this.outcome = this.root.locator('[data-part="outcome"]');
    this.title = this.outcome.getByRole('heading', { level: 2 });
    this.said = this.outcome.locator('.headline');
    this.trouble = this.outcome.getByRole('alert');
    this.drawing = this.outcome.locator('.drawing');
    this.panel = this.outcome.locator('.panel');
  }

  static async open(page: Page, locale: Locale): Promise<Desk> {
    await page.goto(`${locale}/tools/process/`);
    return new Desk(page);
  }

  /** Pastes as a reader does: what is on the clipboard, with the keys for it. */
  async paste(text: string): Promise<void> {
    await permitClipboard(this.page.context());
    await this.page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
    await this.box.focus();
    await this.page.keyboard.press('ControlOrMeta+V');
  }

  /** Pastes and waits for what came of it. */
  async explain(text: string): Promise<void> {
    await this.paste(text);
    await expect(this.title).toBeVisible();
  }

  /** The line of the table of totals for one kind. */
  total(name: string): Locator {
    return this.outcome.getByRole('row').filter({ has: this.page.getByRole('rowheader').getByRole('button', { name, exact: true }) });
  }

  /** The drawn mapping that begins at an address. */
  bar(address: string): Locator {
    return this.drawing.locator(`[data-key="${address}"]`);
  }
}
