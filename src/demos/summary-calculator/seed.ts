import type { Real } from '../../engine/machine.ts';
import type { StartGo, SummaryAnswer } from '../../engine/memory/summary-machine.ts';

/** What `pmap -X` printed of a Go 1.17 or 1.18 process in the article this book grew from (2022), as sizes in KiB. */
const printed: SummaryAnswer = ['263680 ---p', '4 rw-p', '293564 ---p', '4 rw-p', '36692 ---p', '4 rw-p', '4580 ---p', '4 rw-p', '508 ---p', '384 rw-p'];

export const seedLines: Real<StartGo, SummaryAnswer> = { answers: async (program) => program.map(() => printed) };
