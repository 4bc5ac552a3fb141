import type { ProgramError } from '../../src/engine/machine.ts';
import type { PlayerWords } from '../../src/i18n/player.ts';
import { issuesUrl } from '../../src/i18n/project.ts';
import type { DeskWords } from './at-desk.ts';
import type { State } from './reading-desk.ts';

interface Props {
  readonly state: State<unknown, unknown, unknown>;
  readonly words: DeskWords;
  readonly player: PlayerWords;
  /** The damage in the reader's language. */
  readonly sentence: (damage: ProgramError) => string;
}

/** Why a text was not read. */
export function Trouble({ state, words, player, sentence }: Props) {
  switch (state.is) {
    case 'damaged': return <p class="trouble" role="alert">{sentence(state.damage)}</p>;
    case 'refused': return <p class="trouble" role="alert">{state.why}</p>;
    case 'failed': return <p class="trouble" role="alert">{words.failed} <a href={issuesUrl}>{player.report}</a></p>;
    default: return null;
  }
}
