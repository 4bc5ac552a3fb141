import { effect, useSignal, type ReadonlySignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { Said } from '../../player/Said.tsx';
import { BeingRead } from '../BeingRead.tsx';
import type { ProcessWords } from './words.ts';

/** Milliseconds within which most answers come: a wait is not told before. */
const soon = 300;

interface Props { readonly waited: ReadonlySignal<number>; readonly words: ProcessWords; readonly onStop: () => void }

/** That an answer is waited for, and a button that leaves it off; then, that it was left off. */
export function Waiting({ waited, words, onStop }: Props) {
  const isLong = useSignal(false);
  const note = useSignal('');
  const root = useRef<HTMLDivElement>(null);
  // At once, not after the next frame as a component's own: an answer may have come by then, and the note would stay.
  useEffect(() => effect(() => {
    isLong.value = false;
    if (waited.value === 0) return;
    note.value = '';
    const timer = setTimeout(() => { isLong.value = true; }, soon);
    return () => clearTimeout(timer);
  }), [waited]);
  /** The button goes away, so the focus stays with what is said in its place. */
  const stop = (): void => {
    onStop();
    note.value = words.left;
    root.current?.focus();
  };
  return (
    <div ref={root} tabIndex={-1}>
      {isLong.value && <BeingRead what={words.waiting} cancel={words.stop} onCancel={stop} />}
      <span role="status"><Said text={note.value} /></span>
    </div>
  );
}
