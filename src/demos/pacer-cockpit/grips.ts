import type { ServicePicture } from '../../engine/go/service/service-machine.ts';
import type { ChartGrip } from '../scene-grips.ts';
import type { CockpitWords } from './words.ts';

const mib = 2 ** 20;

/** What a reader set, as texts and numbers; undefined is off. */
export interface Settled { readonly rate: number; readonly gogc: number | undefined; readonly limit: number | undefined }

/** Shares of the time axis: there three thumbs have room beside one another, on a phone too. */
const places = { rate: 0.3, limit: 0.6, gogc: 0.85 };
/** The slope's grip goes so far up, as a share of the memory axis. */
const highest = 0.85;

/** The allocation rate is the slope at which the run begins, GOGC the way from what was marked up to the goal, GOMEMLIMIT a height. `most` ends the axis, in bytes. */
export function gripsOf(picture: ServicePicture, { grips }: CockpitWords, { rate, gogc, limit }: Settled, most: number): readonly ChartGrip[] {
  const { samples, of, service: { roots } } = picture;
  if (of === 0) return [];
  const empty = samples.findLast((sample) => sample.now === 0)?.heapLive ?? 0;
  const tip = Math.min(places.rate * of, (highest * (most - empty)) / (rate * mib));
  const x = places.gogc * of;
  const marked = markedAt(picture, x);
  const per = (marked + roots) / 100;
  const goal = gogc === undefined ? Infinity : marked + gogc * per;
  return [
    { control: 'rate', kind: 'slope', from: [0, empty], at: [tip, empty + rate * mib * tip], per: mib, ...grips.rate(rate) },
    { control: 'limit', kind: 'level', from: [places.limit * of, 0], at: [places.limit * of, limit === undefined ? Infinity : limit * mib], per: mib, ...grips.limit(limit) },
    { control: 'gogc', kind: 'gap', from: [x, marked], at: [x, goal], per, ...grips.gogc(gogc, goal) },
  ];
}

/** What the last collection before a time had found alive; before the first of them, what is alive. */
function markedAt({ samples, marking }: ServicePicture, time: number): number {
  const done = marking.findLast(({ to }) => to <= time);
  const turned = done && samples.findLast(({ now }) => now === done.to);
  return turned?.heapLive ?? samples.findLast(({ now }) => now <= time)?.reachable ?? 0;
}
