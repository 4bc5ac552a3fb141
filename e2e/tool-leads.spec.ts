import { expect, test } from './book.ts';

test.describe('the lead of a tool', { tag: '@no-js' }, () => {
  for (const [tool, lead] of [['process', /^The output of cat \/proc\/PID\/smaps, .* after each other\. Where they come from/], ['trace', /mtrace wrote\. Record a trace/]] as const) {
    test(`keeps its words apart: ${tool}`, async ({ page }) => {
      await page.goto(`en/tools/${tool}/`);
      await expect(page.locator(`${tool}-tool .lead`)).toHaveText(lead);
    });
  }
});
