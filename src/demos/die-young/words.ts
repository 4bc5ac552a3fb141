import type { ShareEvent, ShareOp, SharePrices } from '../../engine/collectors/die-young.ts';
import type { silent } from '../control.ts';
import type { DemoWords } from '../demo.ts';

export type Gogc = '100' | '200' | '400';

/** What *Why not generational?* says beside what every demo says. */
export interface YoungWords extends DemoWords<{ readonly gogc: ReturnType<typeof silent<['100', '200', '400']>> }, 'usual' | 'double' | 'fourfold', ShareOp, ShareEvent, SharePrices> {
  readonly axes: { readonly share: string; readonly price: string };
  readonly lines: { readonly markSweep: string; readonly generational: string };
  readonly pays: string;
  readonly from: (percent: string) => string;
}
