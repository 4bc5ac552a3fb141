import { Check } from './Check.tsx';
import type { PartProps } from './More.tsx';
import { NextOfKind } from './NextOfKind.tsx';
import { Share } from './Share.tsx';

/** Jump to a kind of event, copy a link, ask the real thing. */
export function Tools(props: PartProps) {
  return (
    <div class="tools">
      <NextOfKind {...props} />
      <Share {...props} />
      <Check {...props} />
    </div>
  );
}
