import type { HeadroomEvent, HeadroomOp, Prices } from '../../engine/collectors/headroom.ts';
import type { silent } from '../control.ts';
import type { DemoWords } from '../demo.ts';

export type Load = 'usual' | 'pointers' | 'data';

/** What *Headroom* says beside what every demo says. */
export interface HeadroomWords extends DemoWords<{ readonly load: ReturnType<typeof silent<['usual', 'pointers', 'data']>> }, Load, HeadroomOp, HeadroomEvent, Prices> {
  readonly axes: { readonly headroom: string; readonly price: string };
  readonly lines: { readonly markSweep: string; readonly copying: string; readonly marking: string };
  readonly gogc: string;
  readonly none: string;
  readonly noRoom: string;
  readonly price: (counted: string, formula: string) => string;
}
