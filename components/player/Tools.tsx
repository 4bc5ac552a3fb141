import { Check } from './Check.tsx';
import { Keep } from './Keep.tsx';
import type { PartProps } from './More.tsx';
import { NextOfKind } from './NextOfKind.tsx';
import { Share } from './Share.tsx';

/** Jump to a kind of event, copy a link, take the figure along, ask the real thing. */
export function Tools(props: PartProps) {
  return (
    <div class="tools">
      <NextOfKind {...props} />
      <Share {...props} />
      <Keep {...props} />
      <Check {...props} />
    </div>
  );
}
