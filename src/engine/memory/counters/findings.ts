/** What in an account is worth an action: facts only, the advice is the words'. */
import { workingSet } from '../ledger/charge.ts';
import { barOf, lengthOf, type Piece } from './bar.ts';
import type { Service } from './service.ts';

export const findingKinds = [
  'cHeap', 'alikeTables', 'unseen', 'unseenOnly', 'needRss', 'free', 'garbage', 'fragmented', 'unused', 'stacks', 'tables', 'cache', 'kernel',
  'noGoLimit', 'goLimitTooHigh', 'swap', 'killed',
] as const;
export type FindingKind = (typeof findingKinds)[number];

export interface Finding {
  readonly kind: FindingKind;
  /** How much it is about, bytes: the order in which findings are told. */
  readonly bytes: number;
  readonly args: Readonly<Record<string, number>>;
  /** What Go does not see of RSS, whether `bytes` or `args.unseen`, is only known to be at least that. */
  readonly orMore?: boolean;
}

/** Of a piece smaller than a twentieth of the bar nothing is said: all of it gone would not be noticed on a graph of RSS. */
const worthwhile = 1 / 20;

/** The findings, largest first. */
export function findingsOf(service: Service): readonly Finding[] {
  const bar = barOf(service);
  const smallest = lengthOf(bar) * worthwhile;
  const size = (piece: Piece): number => bar.find((segment) => segment.piece === piece)?.bytes.most ?? 0;
  const found = [...unseenFindings(service, size('unseen')), ...heapFindings(service, size), ...chargeFindings(service, size)];
  return [...found.filter(({ bytes }) => bytes >= smallest && bytes > 0).sort((a, b) => b.bytes - a.bytes), ...always(service)];
}

const finding = (kind: FindingKind, bytes: number, args: Finding['args'] = {}): Finding => ({ kind, bytes, args });

function unseenFindings({ account: { rss, go }, alikeTables }: Service, unseen: number): Finding[] {
  if (!go || !rss) return [];
  if (!rss.owned) return [{ ...finding('unseenOnly', unseen), orMore: true }];
  const c = rss.owned.find(({ owner }) => owner === 'cHeap')?.rssKiB.most ?? 0;
  const program = rss.owned.filter(({ owner }) => owner === 'program' || owner === 'libraries' || owner === 'files').reduce((sum, { rssKiB }) => sum + rssKiB.most, 0);
  return [finding('cHeap', c * 1024), finding('alikeTables', alikeTables), finding('unseen', program * 1024)];
}

function heapFindings({ stats, told }: Service, size: (piece: Piece) => number): Finding[] {
  const { HeapInuse: inUse = 0, HeapAlloc: alloc = 0 } = stats;
  const [goal, live, goroutines] = [told('NextGC'), told('Live'), told('Goroutines')];
  const over = goal === undefined ? 0 : inUse - Math.max(goal, alloc);
  return [
    finding('free', size('free')),
    ...(live === undefined ? [] : [finding('garbage', alloc - live, { live, ...(goal === undefined ? {} : { goal }) })]),
    over > 0 ? finding('fragmented', over, { goal: goal! }) : finding('unused', size('unused')),
    finding('stacks', size('stacks'), goroutines ? { goroutines, each: size('stacks') / goroutines } : {}),
    finding('tables', size('tables')),
  ];
}

function chargeFindings({ charge, account }: Service, size: (piece: Piece) => number): Finding[] {
  if (!charge) return [];
  const working = workingSet(charge);
  return [
    finding('cache', size('cache'), { inactive: charge.inactiveFile, active: charge.activeFile, ...(working === undefined ? {} : { working, usage: account.charge!.usage! }) }),
    finding('kernel', size('kernel') + size('rest')),
  ];
}

/** What is told whatever its size. */
function always(service: Service): Finding[] {
  const swap = service.file('memory.stat:total_swap') ?? service.file('memory.stat:swap') ?? service.file('memory.swap.current') ?? 0;
  const killed = service.file('memory.events:oom_kill') ?? 0;
  return [
    ...limits(service),
    ...(swap > 0 ? [finding('swap', swap)] : []),
    ...(killed > 0 ? [finding('killed', 0, { times: killed })] : []),
    ...(service.account.go && !service.account.rss ? [finding('needRss', 0)] : []),
  ];
}

/** GOMEMLIMIT against the limit of the cgroup: what Go cannot give back for it is the part it does not see, and what the kernel takes. */
function limits({ limit, goLimit, account: { go, rss }, charge }: Service): Finding[] {
  if (limit === undefined || goLimit === undefined || !go || !rss) return [];
  const unseen = Math.max(0, go.unseen?.most ?? rss.total - go.mappedReady);
  const room = limit - unseen - (charge?.kernel ?? 0);
  const orMore = go.unseen === undefined;
  if (goLimit === 'none') return [{ ...finding('noGoLimit', 0, { limit, room, unseen }), orMore }];
  return goLimit > room ? [{ ...finding('goLimitTooHigh', 0, { limit, room, unseen, goLimit }), orMore }] : [];
}
