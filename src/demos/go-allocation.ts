import type { HeapOp } from '../engine/go/heap/heap-machine.ts';
import type { Layout } from '../engine/go/type-layout.ts';

/** What an expression allocates. */
export interface Allocation { readonly text: string; readonly size: number; readonly pointers: boolean; readonly element: Layout }

export const isAllocation = (text: string): boolean => text === 'new' || text === 'make';

export const allocate = (slot: number, { size, pointers }: Allocation): HeapOp => ({ do: 'allocate', slot, size, pointers });
