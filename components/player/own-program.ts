import type { Input } from '../../src/demos/demo.ts';
import { EngineError, ProgramError } from '../../src/engine/machine.ts';
import type { Position } from '../../src/engine/timeline.ts';
import type { PlayerProps } from './Player.tsx';
import { tryProgram } from './try-program.ts';

/**
 * Opens a reader's own program, from the editor or from a link. It is tried in a Worker first:
 * what does not come to its end there never reaches the page, and the figure says why.
 */
export async function openOwnProgram({ id, session, words }: Pick<PlayerProps, 'id' | 'session' | 'words'>, input: Input, at?: Position): Promise<boolean> {
  session.draft.value = input.program;
  const verdict = await tryProgram(id, input);
  if (verdict === 'fine') return session.open(input, at);
  if (verdict === 'endless' || verdict === 'unreachable') session.refuse(words[verdict]);
  else session.blame(verdict instanceof ProgramError ? verdict : new EngineError('the program broke the engine in its Worker'));
  return false;
}
