import { barOf } from '../../../../src/engine/memory/counters/bar.ts';
import { findingsOf } from '../../../../src/engine/memory/counters/findings.ts';
import { betweens } from '../../../../src/engine/memory/counters/rates.ts';
import type { CountersText } from '../../../../src/engine/memory/counters/read-counters.ts';
import { readings, serviceOf, type Pages } from '../../../../src/engine/memory/counters/service.ts';
import { damageOf } from '../../damage.ts';
import type { AccountReading, MapReading, RollupReading, ServiceReading } from '../reading.ts';

/** As many skipped lines are named one by one. */
const mostSkipped = 100;

/** All that the page shows of a service. */
export function serviceReading(text: CountersText, pages: Pages, map: MapReading | RollupReading | undefined): ServiceReading {
  return {
    kind: 'service',
    readings: readings(text).map(({ source, target, line }) => ({ source, target, line })),
    account: accountReading(text, pages),
    betweens: betweens(text.snapshots).map(({ from, to, grown, seconds, restarted }) => ({ target: to.target, lines: [from.line, to.line], grown, seconds, restarted })),
    skipped: text.damages.slice(0, mostSkipped).map(damageOf),
    allSkipped: text.damages.length,
    ...(map?.kind === 'map' ? { map } : {}),
    ...(map?.kind === 'rollup' ? { rollup: map.rollup } : {}),
  };
}

/** The account by one of the readings, or by the one that tells most. */
export function accountReading(text: CountersText, pages: Pages, choice?: number): AccountReading {
  const service = serviceOf(text, pages, choice);
  const { account: { rss, go, charge }, stats } = service;
  const at = readings(text).findIndex((reading) => reading === service.chosen);
  return {
    choice: at === -1 ? undefined : at,
    bar: barOf(service),
    rss: rss?.total,
    go: go && { sys: stats.Sys!, released: stats.HeapReleased!, mappedReady: go.mappedReady, untouched: go.untouched },
    charge: charge && { usage: charge.usage, workingSet: charge.workingSet },
    limit: service.limit,
    missing: service.missing,
    identities: service.identities,
    findings: findingsOf(service),
  };
}
