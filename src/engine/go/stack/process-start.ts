import { emptyHeap } from '../heap/heap-machine.ts';
import { HeapPages, type SavedHeapPages } from '../heap/heap-pages.ts';
import { linuxGeometry } from '../heap/geometry.ts';
import { emptyPageCache, PageCache, type SavedPageCache } from '../heap/page-cache.ts';
import { stackPages } from './mheap-pages.ts';
import { noStacks, StackAlloc, type SavedStacks } from './stack-alloc.ts';

/** Where the heap of a Go program begins on linux/amd64, before Go 1.26 draws it at random. */
const base = 0xc0_0000_0000;

/** Pages that a small program has when its `main` begins. An input, as all below: `scripts/at-rest.json` and `scripts/stack.json`, Go 1.27.4. */
const ownPages = 49;
const full = (...bases: readonly number[]): SavedStacks['pools'][number] => ({ spans: bases.map((offset) => ({ base: base + offset, free: [] })), open: [] });
const at = (...offsets: readonly number[]): readonly number[] => offsets.map((offset) => base + offset);

/** Its stacks: of 2 KiB the P keeps four and of 4 KiB three, of 16 KiB one is free; the others have an owner. */
export const stacksAtStart: SavedStacks = {
  ...noStacks(),
  pools: [
    full(0x2a000),
    full(0x40000),
    { spans: [], open: [] },
    { spans: [{ base: base + 0x1e000, free: [] }, { base: base + 0x52000, free: at(0x52000) }], open: [1] },
  ],
  caches: [[at(0x31800, 0x31000, 0x30800, 0x30000), at(0x47000, 0x46000, 0x45000)]],
};

export interface SavedProcess { readonly pages: SavedHeapPages; readonly pageCache: SavedPageCache; readonly stacks: SavedStacks }

/** A small process on one P, as far as stacks are concerned: the pages of its heap, and its stacks. */
export class StackProcess {
  readonly stacks: StackAlloc;
  readonly #pages: HeapPages;
  readonly #p: { pageCache: PageCache };

  /** As saved, or where `main` begins. */
  constructor(saved?: SavedProcess) {
    this.#pages = new HeapPages(linuxGeometry, saved?.pages ?? emptyHeap(base).heap.pages);
    this.#p = { pageCache: PageCache.from(saved?.pageCache ?? emptyPageCache) };
    if (!saved) this.#pages.alloc(ownPages, 'heap', this.#p);
    this.stacks = new StackAlloc(stackPages(this.#pages, [this.#p]), saved?.stacks ?? stacksAtStart);
  }

  save(): SavedProcess { return { pages: this.#pages.save(), pageCache: this.#p.pageCache.save(), stacks: this.stacks.save() }; }
}
