import recording from '../../../oracle/recordings/threads.json' with { type: 'json' };
import type { Real } from '../../engine/machine.ts';
import type { ThreadAnswer, ThreadOp } from '../../engine/go/threads/thread-machine.ts';

/** What oracle/probe/threads had of threads, stacks and arenas after each step but its start, with the newest Go; `steps` tells its rows of one name apart. */
export function recordedThreads(name: string, setting = '', steps = 0): Real<ThreadOp, ThreadAnswer> {
  const rows = recording.rows.filter((row) => row.name === name && row.go.startsWith('go1.27.') && row.env.slice(1).join(' ') === setting);
  return { answers: async () => rows[steps]!.steps.slice(1).map(({ threads, threadStacks, glibcArenas }) => ({ threads, stacks: threadStacks, arenas: glibcArenas })) };
}
