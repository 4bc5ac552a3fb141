import { Said } from '../player/Said.tsx';

interface Props {
  readonly what: string;
  /** How many stages of how many are over, where a reader tells them. */
  readonly stage?: number;
  readonly stages?: number;
  readonly cancel: string;
  readonly onCancel: () => void;
}

/** That a text is being read, and a button that ends it. */
export function BeingRead({ what, stage, stages, cancel, onCancel }: Props) {
  return (
    <p class="progress">
      <progress max={stages} value={stage} aria-label={what} /> <Said text={what} /> <button type="button" class="button" onClick={onCancel}>{cancel}</button>
    </p>
  );
}
