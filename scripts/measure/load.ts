import { visit, type Conditions, type Visit } from './session.ts';

/** Milliseconds after `load` in which a page may still work before it is read. */
const settling = 2_000;

/** One cold load. Milliseconds; `cls` has no unit; `heap` is MB of 1,000,000 bytes after a collection. */
export function measureLoad(url: string, conditions: Conditions): Promise<Readonly<Record<string, number>>> {
  return visit(conditions, async ({ page, cdp }) => {
    await page.goto(url, { waitUntil: 'load' });
    await page.waitForTimeout(settling);
    const seen = await page.evaluate(() => ({
      fcp: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
      lcp: notes.lcp,
      block: notes.long.reduce((sum, { ms }) => sum + Math.max(0, ms - 50), 0),
      cls: notes.cls,
    }));
    const { metrics } = await cdp.send('Performance.getMetrics');
    const spent = (name: string) => 1000 * (metrics.find((metric) => metric.name === name)?.value ?? 0);
    return { ...seen, script: spent('ScriptDuration'), main: spent('TaskDuration'), heap: await heapOf({ page, cdp }) };
  });
}

/** MB of JavaScript heap in use once what is garbage is gone. */
export async function heapOf({ cdp }: Visit): Promise<number> {
  await cdp.send('HeapProfiler.enable');
  for (let i = 0; i < 2; i++) await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  return usedSize / 1e6;
}
