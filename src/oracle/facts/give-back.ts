import giveBack from '../../../oracle/recordings/give-back.json' with { type: 'json' };
import { readRecording, type Row } from '../recording.ts';
import { releaseOf } from '../processes.ts';
import { mib, type Facts } from './fact.ts';

type Sample = Row<'give-back@1'>['samples'][number];

/** What a release showed after its `nth` collection of a program without blocks thinned out; 1 is the first the program asks for. */
function after(release: string, asks: number, nth: number): readonly Sample[] {
  const row = readRecording('give-back@1', giveBack).rows.find(({ go, steps }) => releaseOf(go) === release && !steps.includes('thin') && steps.split('gc').length - 1 === asks)!;
  const first = row.samples.find(({ op }) => op === 'gc')!.numGC;
  return row.samples.filter(({ numGC }) => numGC === first + nth - 1);
}

const last = (samples: readonly Sample[]): Sample => samples.at(-1)!;

/** Seconds from a collection to the first look at what it left in the end. */
const settled = (samples: readonly Sample[]): number => samples.find(({ heapReleased }) => heapReleased === last(samples).heapReleased)!.seconds - samples[0]!.seconds;

/** A heap that fell from 400 to 50 MiB: one collection and nothing more, or a second one. */
export const giveBackFacts: Facts = {
  /** Seconds after the first collection at which the forced one was first seen, less the second that a look may be late. */
  'give-back-forced': () => ({ value: after('1.27', 1, 2)[0]!.seconds - 1, unit: 's' }),
  'give-back-waiting': () => mib(last(after('1.27', 1, 1)).vmRSSKiB),
  'give-back-after': () => mib(last(after('1.27', 1, 2)).vmRSSKiB),
  'give-back-twice': () => mib(last(after('1.27', 2, 2)).vmRSSKiB),
  'give-back-twice-within': () => ({ value: settled(after('1.27', 2, 2)), unit: 's' }),
  'give-back-1.20': () => mib(last(after('1.20', 1, 1)).vmRSSKiB),
  'give-back-1.20-within': () => ({ value: settled(after('1.20', 1, 1)), unit: 's' }),
  'give-back-1.21-forced': () => ({ value: after('1.21', 1, 2)[0]!.seconds - 1, unit: 's' }),
};
