import type { PlayerWords } from '../../src/i18n/player.ts';
import { issuesUrl } from '../../src/i18n/project.ts';
import { Said } from './Said.tsx';
import type { Session } from './session.ts';

interface Props { readonly session: Session; readonly words: PlayerWords }

/** Why the figure stands still: the reader's line, or our mistake with a place to report it. */
export function TroubleNote({ session, words }: Props) {
  const trouble = session.trouble.value;
  if (!trouble) return null;
  if (trouble.sentence === undefined) return <p key="ours" class="trouble" role="alert">{words.ourFault} <a href={issuesUrl}>{words.report}</a></p>;
  const place = trouble.line === undefined ? '' : words.atLine(trouble.line, trouble.column ?? 1);
  return <p class="trouble" role="alert"><Said text={place + trouble.sentence} /></p>;
}
