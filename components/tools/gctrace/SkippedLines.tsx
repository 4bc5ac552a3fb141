import type { PlayerWords } from '../../../src/i18n/player.ts';
import { Skipped } from '../Skipped.tsx';
import { damageSentence } from './damage-text.ts';
import type { Reading } from './reading.ts';
import type { GctraceWords } from './words.ts';

interface Props { readonly reading: Reading; readonly words: GctraceWords; readonly player: PlayerWords; readonly onLine: (line: number) => void }

/** The damaged lines of a log, each with its place and what is wrong with it. */
export function SkippedLines({ reading: { skipped, allSkipped }, words, player, onLine }: Props) {
  return <Skipped lines={skipped.map((damage) => ({ ...damage, sentence: damageSentence(damage, words) }))} all={allSkipped} words={words} atLine={player.atLine} onLine={onLine} />;
}
