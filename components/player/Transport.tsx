import { useComputed } from '@preact/signals';
import { start } from '../../src/engine/timeline.ts';
import type { PlayerWords } from '../../src/i18n/player.ts';
import { untranslated } from '../untranslated.ts';
import { Said } from './Said.tsx';
import type { Session } from './session.ts';

const speeds = [0.5, 1, 2, 4, 8];

interface Props { readonly session: Session; readonly words: PlayerWords }

/** Play, step, back, reset, scrub, speed: one quiet line. Buttons at an end stay focusable, or the keyboard would fall out of the figure. */
export function Transport({ session, words }: Props) {
  const isAtStart = useComputed(() => atStart(session)).value;
  const isAtEnd = useComputed(() => atEnd(session)).value;
  return (
    <div class="transport" role="group" aria-label={session.speaker.title}>
      <PlayButton session={session} words={words} />
      <button type="button" data-act="back" aria-disabled={isAtStart} onClick={() => { session.pause(); session.back(); }}>{words.back}</button>
      <button type="button" data-act="step" aria-disabled={isAtEnd} onClick={() => { session.pause(); session.step(); }}>{words.step}</button>
      <button type="button" data-act="reset" onClick={() => { session.pause(); session.seek(start); }}>{words.reset}</button>
      <Scrubber session={session} words={words} />
      <Speed session={session} words={words} />
    </div>
  );
}

const atStart = ({ shown: { value: { op, moment } } }: Session): boolean => op === 0 && moment === 0;
const atEnd = (session: Session): boolean => session.at.value === session.stops.value.count - 1;

function PlayButton({ session, words }: Props) {
  const playing = session.playing.value;
  return (
    <button type="button" data-act="play" class="play" onClick={() => (playing ? session.pause() : session.play())}>
      <Said text={playing ? words.pause : words.play} />
    </button>
  );
}

function Scrubber({ session, words }: Props) {
  const last = session.stops.value.count - 1;
  const at = session.at.value;
  return (
    <label class="scrub">
      <span class="unseen">{words.scrub}</span>
      <input type="range" data-act="scrub" min={0} max={last} value={at} aria-valuetext={words.stop(at, last)}
        onInput={(event) => { session.pause(); session.scrub(Number(event.currentTarget.value)); }} />
      <span class="figures" {...untranslated} aria-hidden="true">{at}/{last}</span>
    </label>
  );
}

function Speed({ session, words }: Props) {
  return (
    <label class="speed">
      <span class="unseen">{words.speed}</span>
      <select data-act="speed" value={String(session.speed.value)} onChange={(event) => { session.speed.value = Number(event.currentTarget.value); }}>
        {speeds.map((speed) => <option key={speed} value={String(speed)}>{speed}×</option>)}
      </select>
    </label>
  );
}
