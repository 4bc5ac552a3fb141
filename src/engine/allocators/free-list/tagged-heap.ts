import type { Answer } from '../allocator.ts';
import { CloseUp } from '../close-up.ts';
import type { Tag, TagEvent, TagPicture, TaggedBlock, TellTag } from '../tag-event.ts';
import { textbook } from './blocks.ts';
import type { NamedOp } from '../named-heap.ts';
import { FreeList } from './free-list.ts';

const word = textbook.tags / 2;

/**
 * First fit in a small bounded heap, seen word by word. A fence at either end looks like a block in use, so that the
 * first and the last block need no case of their own (Knuth, TAOCP 2.5; the prologue and epilogue of CS:APP 9.9).
 *
 * Programs write nothing into their blocks; the allocator writes its two links into a free one.
 */
export class TaggedHeap extends CloseUp<TagEvent, TagPicture> {
  protected readonly heap: FreeList;
  readonly #size: number;

  /** `heap` bytes with both fences: a multiple of 16. */
  constructor({ heap }: { readonly heap: number }) {
    super();
    this.#size = heap;
    this.heap = new FreeList({ policy: 'first', heap });
  }

  override apply(op: NamedOp): Answer {
    const answer = super.apply(op);
    for (const { addr, free } of this.#blocks()) if (free) this.#link(addr);
    return answer;
  }

  protected watch(tell: TellTag | undefined): void { this.heap.tellTag = tell; }

  protected look(): TagPicture {
    const blocks = this.#blocks();
    const fences: Tag[] = [{ at: 0, size: 0, used: true }, { at: this.#size - word, size: 0, used: true }];
    return { from: 0, to: this.#size, blocks, fences, tags: blocks.flatMap((block) => this.#tagsIn(block)) };
  }

  /** The blocks, with what the program knows of them. An object just being made is already its own. */
  #blocks(): TaggedBlock[] {
    const objects = this.objects();
    return this.heap.picture().cells.filter(({ state }) => state !== 'meta').map(({ addr, size, state }) => {
      const free = state === 'free';
      const object = free ? undefined : objects.get(addr + word) ?? this.asked;
      return { addr, size, free, ...(object && { name: object.name, asked: object.size }) };
    });
  }

  /** The tags of a block, and in a free one what is left of those of blocks that merged into it. */
  #tagsIn({ addr, size, free }: TaggedBlock): (Tag & { readonly of: 'header' | 'footer' | 'nobody' })[] {
    const end = addr + size;
    const [header, ...inner] = [...this.heap.blocks.tags(addr, end)];
    const footer = inner.pop();
    const left = free ? inner.filter(({ at }) => at > addr + 2 * word) : [];
    return [{ ...header!, of: 'header' }, ...left.map((tag) => ({ ...tag, of: 'nobody' as const })), { ...footer!, of: 'footer' }];
  }

  /** The links of a free block lie behind its header, over whatever tags were there. */
  #link(block: number): void {
    for (const at of [block + word, block + 2 * word]) this.heap.blocks.overwrite(at);
  }
}
