import recording from '../../../oracle/recordings/touch-a-page.json' with { type: 'json' };
import type { Real } from '../../engine/machine.ts';
import type { PageAnswer, PageOp } from '../../engine/memory/page-machine.ts';

const [before, ...after] = recording.rows;

/** What Linux answered to oracle/c/touch.c until it revokes permissions: VmSize above the process's own, and the range's RSS. */
export const recordedTouch: Real<PageOp, PageAnswer> = {
  answers: async (program) => program.map((_, i) => ({
    virt: (after[i]!.vmSizeKiB - before!.vmSizeKiB) * 1024,
    rss: after[i]!.rssKiB * 1024,
  })),
};
