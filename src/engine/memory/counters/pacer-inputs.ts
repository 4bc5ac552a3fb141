/** What the simulation of the pacer asks of a service, as far as a text tells it. */
import { valueOf } from './evidence.ts';
import type { Name } from './names.ts';
import type { Service } from './service.ts';

/** Bytes, but where it says otherwise; undefined is what the text does not tell. */
export interface PacerInputs {
  /** Alive after the last collection; where only objects are counted, dead ones may be among them. */
  readonly live: number;
  readonly liveOf: 'Live' | 'HeapAlloc';
  /** `Sys − HeapSys`: stacks and the runtime's own. */
  readonly beside: number | undefined;
  /** RSS without what Go counts of it; without the pages' owners it is at least that. */
  readonly outside: number | undefined;
  readonly orMore: boolean;
  readonly container: number | undefined;
  readonly procs: number | undefined;
  /** Below zero it is off. */
  readonly gcPercent: number | undefined;
  readonly goLimit: number | 'none' | undefined;
  /** Allocated a second since the process began. */
  readonly rate: number | undefined;
}

/** Undefined where nothing tells how large the heap is. */
export function pacerInputsOf(service: Service): PacerInputs | undefined {
  const { stats: { Sys, HeapSys, HeapAlloc }, account: { go }, limit, told } = service;
  const marked = service.chosen && valueOf(service.chosen, 'Live');
  const live = finite(marked) ?? HeapAlloc;
  if (live === undefined) return undefined;
  return {
    live, liveOf: finite(marked) === undefined ? 'HeapAlloc' : 'Live',
    beside: Sys === undefined || HeapSys === undefined ? undefined : Math.max(0, Sys - HeapSys),
    outside: outsideOf(service), orMore: go?.unseen === undefined,
    container: limit,
    procs: finite(told('GOMAXPROCS')),
    gcPercent: percentOf(finite(told('GOGC'))),
    goLimit: service.goLimit === 'none' ? 'none' : finite(service.goLimit),
    rate: sinceStart(service),
  };
}

const finite = (value: number | undefined): number | undefined => (Number.isFinite(value) ? value : undefined);

/** Off is −1, which the metric gives as an unsigned number (`metrics.go:initMetrics`, "/gc/gogc:percent"). */
const percentOf = (told: number | undefined): number | undefined => (told !== undefined && told >= 2 ** 31 ? -1 : told);

function outsideOf({ stats: { Sys, HeapReleased }, account: { rss, go } }: Service): number | undefined {
  if (go?.unseen) return Math.max(0, go.unseen.most);
  return rss && Sys !== undefined && HeapReleased !== undefined ? Math.max(0, rss.total - (Sys - HeapReleased)) : undefined;
}

/** By the time of the reading itself, where it carries one. */
function sinceStart({ chosen }: Service): number | undefined {
  const at = (name: Name): number | undefined => chosen && valueOf(chosen, name);
  const [allocated, started, now] = [at('TotalAlloc'), at('Started'), chosen?.values.get('TotalAlloc')?.time];
  return allocated !== undefined && started !== undefined && now !== undefined && now > started ? finite(allocated / (now - started)) : undefined;
}
