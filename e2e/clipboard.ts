import type { BrowserContext } from '@playwright/test';

/** What must be permitted, by browser. Firefox asks nobody: playwright.config.ts sets it so. */
const permissions: Readonly<Record<string, readonly string[]>> = { chromium: ['clipboard-read', 'clipboard-write'], webkit: ['clipboard-read'], firefox: [] };

/** Lets the pages of a context read and write the clipboard. */
export async function permitClipboard(context: BrowserContext): Promise<void> {
  await context.grantPermissions([...permissions[context.browser()!.browserType().name()]!]);
}
