import type { Input } from '../../src/demos/demo.ts';
import { EngineError, ProgramError } from '../../src/engine/machine.ts';
import type { Position } from '../../src/engine/timeline.ts';
import type { PlayerProps } from './Player.tsx';
import { tryProgram, type Watch } from './try-program.ts';

/**
 * Opens a reader's own program, from the editor or from a link. It is tried in a Worker first:
 * what does not come to its end there never reaches the page, and the figure says why. Of a long one the page takes over what the Worker knows.
 */
export async function openOwnProgram({ id, session, words }: Pick<PlayerProps, 'id' | 'session' | 'words'>, input: Input, at?: Position, watch?: Watch): Promise<boolean> {
  session.draft.value = input.program;
  const verdict = await tryProgram(id, input, watch);
  if (verdict === 'fine') return session.open(input, at);
  if (typeof verdict === 'object' && 'learnt' in verdict) return session.open(input, at, verdict.learnt);
  if (verdict === 'stopped' || verdict === 'endless' || verdict === 'unreachable' || verdict === 'gone') session.refuse(words[verdict]);
  else session.blame(verdict instanceof ProgramError ? verdict : new EngineError('the program broke the engine in its Worker'));
  return false;
}
