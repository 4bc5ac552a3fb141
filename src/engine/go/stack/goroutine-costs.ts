import { growslice } from '../append.ts';
import { requestOf, slotSize } from '../request.ts';

const slot = (size: number): number => slotSize(requestOf(size, true));

/** Bytes of what a goroutine has beside its stack, each as the slot it takes: its `g`; what it waits on a channel with; what `go` was given (`runtime2.go:g`, `sudog`, Go 1.27, 64 bits: 456, 104 and, for a function with one variable of its surroundings, 16 bytes). */
export const gBytes = slot(456);
export const sudogBytes = slot(104);
export const closureBytes = slot(16);

/** A list of all goroutines ever made: entries, room, and bytes of it and of the lists it outgrew (`proc.go:allgadd`). */
export interface AllGs { readonly length: number; readonly capacity: number; readonly bytes: number; readonly outgrown: number }

/** That of a program whose `main` begins: those of the runtime itself, in the smallest list that is at least as long. */
export const allGsAtStart: AllGs = { length: 5, capacity: 8, bytes: 0, outgrown: 0 };

const pointer = 8;

/** The list with so many goroutines more, added one by one. */
export function allgadd(list: AllGs, count = 1): AllGs {
  let { length, capacity, bytes, outgrown } = list;
  for (let left = count; left > 0;) {
    if (length === capacity) {
      outgrown += bytes;
      capacity = growslice(length + 1, capacity, pointer, true);
      bytes = slotSize(requestOf(capacity * pointer, true));
    }
    const added = Math.min(left, capacity - length);
    length += added;
    left -= added;
  }
  return { length, capacity, bytes, outgrown };
}
