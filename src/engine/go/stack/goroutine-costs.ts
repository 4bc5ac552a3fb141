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

/** The list with one goroutine more. */
export function allgadd({ length, capacity, bytes, outgrown }: AllGs): AllGs {
  if (length < capacity) return { length: length + 1, capacity, bytes, outgrown };
  const more = growslice(length + 1, capacity, pointer, true);
  return { length: length + 1, capacity: more, bytes: slotSize(requestOf(more * pointer, true)), outgrown: outgrown + bytes };
}
