import recording from '../../../oracle/recordings/versions/goroutines.json' with { type: 'json' };
import type { BillAnswer, BillOp } from '../../engine/go/stack/goroutine-bill.ts';
import type { Real } from '../../engine/machine.ts';

/** What oracle/probe/goroutines counted with Go 1.27 while its 100,000 goroutines waited, and when they had ended: each less what it was at the start. */
export const recordedBill: Real<BillOp, BillAnswer> = {
  answers: async () => {
    const [start, ...stages] = recording.rows.at(-1)!.stages;
    return stages.slice(0, 2).map(({ stackInuse, heapAlloc }) => ({ stackInuse: stackInuse - start!.stackInuse, heapAlloc: heapAlloc - start!.heapAlloc }));
  },
};
