import type { Allocator } from '../../engine/allocators/allocator.ts';
import { Buddy } from '../../engine/allocators/buddy.ts';
import { textbook } from '../../engine/allocators/free-list/blocks.ts';
import type { Policy } from '../../engine/allocators/free-list/fit.ts';
import { FreeList } from '../../engine/allocators/free-list/free-list.ts';
import { roundUp, Segregated } from '../../engine/allocators/segregated.ts';

export interface Contender {
  /** On a heap of so many bytes and no more. */
  readonly make: (heap: number) => Allocator;
  /** Bytes a hole must have to serve a request. */
  readonly needs: (size: number) => number;
}

const withTags = (size: number): number => Math.max(textbook.least, Math.ceil((size + textbook.tags) / textbook.grain) * textbook.grain);
const list = (policy: Policy): Contender => ({ make: (heap) => new FreeList({ policy, heap }), needs: withTags });

/** The six policies, in the order of their lanes. Next and worst fit mean nothing on a heap without bound. */
export const contenders = {
  first: list('first'),
  next: list('next'),
  best: list('best'),
  worst: list('worst'),
  segregated: { make: (heap) => new Segregated({ heap }), needs: (size) => roundUp(withTags(size) / textbook.grain) * textbook.grain },
  buddy: { make: (heap) => new Buddy({ heap }), needs: (size) => 2 ** Math.ceil(Math.log2(Math.max(16, size))) },
} as const satisfies Readonly<Record<string, Contender>>;

export type PolicyName = keyof typeof contenders;
export const policyNames = Object.keys(contenders) as readonly PolicyName[];
