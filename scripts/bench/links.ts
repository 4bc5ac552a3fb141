import fc from 'fast-check';
import { demos, loadDemo } from '../../src/demos/index.ts';
import { openLink, spoiltLinks } from '../../src/demos/spoilt-links.ts';
import { median } from '../measure/stats.ts';
import { table } from '../table.ts';

const links = 3000;

/** Milliseconds of processor one link takes: what else the machine does is not blamed on it. The best of three, for the garbage of others. */
function cost(work: () => void): number {
  const once = (): number => {
    const began = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(began);
    return (user + system) / 1000;
  };
  return Math.min(once(), once(), once());
}

/** Opens each demo by thousands of links, most of them spoilt, and prints what the usual and the slowest one cost. A figure should answer within 100 ms. */
export async function benchLinks(): Promise<void> {
  const rows: string[][] = [];
  for (const id of Object.keys(demos)) {
    const demo = await loadDemo(id);
    const costs = fc.sample(spoiltLinks(demo), { numRuns: links, seed: 1 }).map((query) => cost(() => { openLink(demo, query); }));
    rows.push([id, (median(costs) ?? 0).toFixed(2), Math.max(...costs).toFixed(1)]);
  }
  console.log(table([`ms of processor, ${links} links`, 'usual', 'slowest'], rows));
}
