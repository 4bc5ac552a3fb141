/** What the pinned Go printed with GODEBUG=gctrace=1, for the programs that readers may look at. */
import settings from '../../oracle/recordings/gctrace-settings.json' with { type: 'json' };
import { readRecording } from './recording.ts';

const traced = {
  stacks: { env: '', program: 'deep' },
  falling: { env: 'GOGC=50', program: 'falling' },
  limit: { env: 'GOMEMLIMIT=32MiB', program: 'deep' },
} as const;

/** One of the logs, as it was printed. */
export function recordedGctrace(name: keyof typeof traced): string {
  const { env, program } = traced[name];
  return readRecording('gctrace-settings@1', settings).rows.find((row) => row.env.join(' ') === env && row.program === program)!.text;
}
