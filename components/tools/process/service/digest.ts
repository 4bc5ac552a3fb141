import { barOf } from '../../../../src/engine/memory/counters/bar.ts';
import { findingsOf } from '../../../../src/engine/memory/counters/findings.ts';
import { pacerInputsOf } from '../../../../src/engine/memory/counters/pacer-inputs.ts';
import { betweens, type Between } from '../../../../src/engine/memory/counters/rates.ts';
import type { CountersText } from '../../../../src/engine/memory/counters/read-counters.ts';
import { readings, serviceOf, type Pages } from '../../../../src/engine/memory/counters/service.ts';
import { heaviest } from '../../listed.ts';
import { clip } from '../digest.ts';
import type { AccountReading, BetweenReading, MapReading, RollupReading, ServiceReading } from '../reading.ts';

/** As many skipped lines are named one by one. */
const mostSkipped = 100;

/** All that the page shows of a service. */
export function serviceReading(text: CountersText, pages: Pages, map: MapReading | RollupReading | undefined): ServiceReading {
  const account = accountReading(text, pages);
  const offered = readings(text).map(({ source, target, line }, choice) => ({ source, target: clip(target), line, choice }));
  return {
    kind: 'service',
    readings: heaviest(offered, ({ choice }) => (choice === account.choice ? 1 : 0)),
    account,
    betweens: heaviest(betweens(text.snapshots).map(betweenReading), () => 0, mostBetweens),
    skipped: text.damages.slice(0, mostSkipped),
    allSkipped: text.damages.length,
    ...(map?.kind === 'map' ? { map } : {}),
    ...(map?.kind === 'rollup' ? { rollup: map.rollup } : {}),
  };
}

/** As many tables of what grew are shown. */
const mostBetweens = 20;

const betweenReading = ({ from, to, grown, seconds, restarted }: Between): BetweenReading => ({ target: clip(to.target), lines: [from.line, to.line], grown, seconds, restarted });

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
    pacer: pacerInputsOf(service),
  };
}
