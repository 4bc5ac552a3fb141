import { words, type Words } from '../tables/table.ts';
import type { topics } from './topics.ts';

/** Why something changed, where it was read: a file and name of Go's source at that release. No quantity stands in it: those are measured. */
export interface Reason { readonly text: Words; readonly at: string }

export type TopicId = (typeof topics)[number]['id'];

const reason = (at: string, en: string, zh: string): Reason => ({ text: words(en, zh), at });

/** Reasons by release and topic. A change without one is told all the same. */
export const reasons: Readonly<Record<string, Partial<Record<TopicId, Reason>>>> = {
  '1.26': {
    base: reason('malloc.go:mallocinit', 'The first arena’s address is drawn by lot, so that nobody can know it beforehand.', '第一个 arena 的地址随机抽取，谁也不能提前知道。'),
    objects: reason(
      'mgcmark_greenteagc.go:spanInlineMarkBits',
      'A span of small objects now ends in mark bits of its own. The collector works on a whole span at a time and needs them near.',
      '装小对象的 span，末尾多了它自己的标记位。收集器如今一次处理一整个 span，标记位要放在手边。',
    ),
    goroutines: reason('runtime2.go:g', 'The runtime’s struct g outgrew its size class, and so did sudog, which a goroutine waits on.', '运行时的 g 结构体长出了原来的 size class，等待时要用的 sudog 也一样。'),
  },
  '1.25': {
    start: reason('mprof.go:stkbucket', 'The new call brings the hash table of the profilers. It is made with the first sample, and the heap profiler now takes one while the program starts.', '新增的调用是剖析器的哈希表。取到第一个样本时才建，而堆剖析器如今在程序启动时就会取到。'),
    arena: reason('mheap.go:heapArena', 'One more bit per page says whether a span has its mark bits inside. Only the new collector, an experiment in this release, sets it.', '每页多出一位，标明 span 的标记位是否放在自己里面。只有新的收集器才会用到，它在这一版还是实验。'),
    append: reason('cmd/compile/internal/ssagen/ssa.go:append', 'A slice that stays in its function begins in a small array on the stack. The heap is asked only when that is full.', '不离开函数的切片，先用栈上的一小块数组；装满了才向堆要。'),
    escapes: reason('cmd/compile/internal/walk/builtin.go:walkMakeSlice', 'A make whose size is known only at run time, and an append, may use the stack while they are small.', '大小到运行时才知道的 make，以及 append，只要不大，就可以用栈。'),
  },
  '1.24': {
    escapes: reason('cmd/compile/internal/ir/cfg.go:MaxStackVarSize', 'The compiler’s limit for a variable on the stack fell. A very large array is moved to the heap.', '编译器允许放在栈上的变量，上限降低了。很大的数组会移到堆上。'),
  },
  '1.23': {
    start: reason('malloc.go:persistentalloc1', 'The runtime maps one more chunk for data of its own that it never frees.', '运行时自用的、永不释放的数据，多映射了一块。'),
  },
  '1.22': {
    arena: reason('mbitmap_allocheaders.go:heapArenaPtrScalar', 'The bitmap that says which words are pointers left heapArena. It is kept with the objects now.', '标明哪些字是指针的位图搬出了 heapArena，如今和对象放在一起。'),
    sizes: reason(
      'mbitmap_allocheaders.go:mallocHeaderSize',
      'An object with pointers that is larger than the limit carries its type in a header, in front of it. The header takes from the slot, so a request that filled its slot moves up a class.',
      '含指针的对象超过界限，就在前面带一个头部，写明类型。头部占用格子的空间，恰好装满格子的请求于是升了一级。',
    ),
    objects: reason('mbitmap_allocheaders.go:heapBitsInSpan', 'Small objects with pointers share a bitmap at the end of their span. It takes the place of a few objects.', '含指针的小对象合用一张位图，放在 span 末尾，占掉几个对象的位置。'),
    goroutines: reason('runtime2.go:g', 'The runtime’s struct g outgrew its size class.', '运行时的 g 结构体长出了原来的 size class。'),
  },
  '1.21': {
    start: reason(
      'mpagealloc_64bit.go:sysInit',
      'The scavenge index, where the scavenger looks for pages to give back, became an array over the whole address space. Reserved, it costs addresses and hardly any memory. The madvise calls keep huge pages away from the runtime’s own tables.',
      '清扫器靠 scavenge 索引找能还给内核的页。这个索引变成了覆盖整个地址空间的数组：只是保留，占地址，几乎不占内存。madvise 则让运行时自己的表不用大页。',
    ),
    'huge-pages': reason(
      'mem_linux.go:sysUnusedOS',
      'The runtime no longer marks what it gives back as not to be joined to huge pages. The kernel’s settings alone decide.',
      '归还的页，运行时不再标记为不许合并成大页，一切由内核的设置决定。',
    ),
  },
  '1.20': {
    arena: reason('mheap.go:heapArena', 'The map of which words are pointers takes one bit for each, where it took two.', '标明哪些字是指针的位图，每个字只占一位，以前占两位。'),
  },
  '1.19': {
    start: reason('mgcscavenge.go:scavengeIndex', 'A first scavenge index appears: a bit for each chunk of the heap. Its part in use is mapped, and madvise offers it huge pages.', 'scavenge 索引第一次出现：堆的每一块占一位。用到的部分映射出来，再用 madvise 建议用大页。'),
    stacks: reason('stack.go:gcComputeStartingStackSize', 'Each collection takes the average of the stacks it scanned. A goroutine that gets the g of an ended one begins with that much.', '每次回收都把扫描到的栈取个平均，用上死掉的 g 的 goroutine 就从这么大开始。'),
    goals: reason('mgcpacer.go:commit', 'Of a stack only what was scanned counts, no longer all that is allocated for it.', '栈只算扫描到的部分，不再按分到的全部空间计算。'),
  },
  '1.18': {
    append: reason('slice.go:growslice', 'The factor falls smoothly, where it used to drop at once. Capacities grow more evenly and start to slow down earlier.', '增长倍数改为平缓下降，以前是一下子降下来。容量增长更均匀，也更早开始放慢。'),
    goroutines: reason('proc.go:allgadd', 'The bill includes the runtime’s list of all goroutines. It grows by append, and append changed.', '开销里包括运行时那张所有 goroutine 的表。它靠 append 增长，而 append 变了。'),
    goals: reason('mgcpacer.go:commit', 'The new pacer counts stacks and globals as roots that must be scanned: a deep stack now puts the next collection off.', '新的 pacer 把栈和全局变量算作要扫描的根：栈很深时，下一次回收会推迟。'),
    gctrace: reason('mgc.go:gcMarkTermination', 'Since goals depend on stacks and globals, the line prints both.', '目标既然取决于栈和全局变量，这一行就把它们也打印出来。'),
  },
  '1.17': {
    start: reason('mheap.go:grow', 'An arena is reserved whole, as before, but mapped only as far as the heap has grown.', 'arena 照旧整个保留，但堆长到哪里，才映射到哪里。'),
    growth: reason('mheap.go:grow', 'The heap is mapped chunk by chunk. What the process map shows as writable now follows what the program holds.', '堆改为一块一块地映射。进程映射里可写的部分，如今跟着程序持有的内存走。'),
    goroutines: reason('runtime2.go:g', 'The runtime’s struct g outgrew its size class.', '运行时的 g 结构体长出了原来的 size class。'),
  },
  '1.16': {
    arena: reason('mheap.go:heapArena', 'One more pointer, used when the collector checks its own marking.', '多了一个指针，供收集器检查自己的标记时使用。'),
    sizes: reason(
      'sizeclasses.go:class_to_size',
      'There is a class for three words, the size of a slice header. The class that is no longer listed still exists: BySize has a fixed length, and the new class pushed it off the end.',
      '新增一个三个字大小的 class，正好是切片头的大小。不再列出的那个 class 其实还在：BySize 长度固定，新的把它挤到了表外。',
    ),
    objects: reason('sizeclasses.go:class_to_size', 'Objects of three words no longer take a slot of four.', '三个字的对象，不再占四个字的格子。'),
  },
};

/** What a release did inside that these programs cannot see. */
export const unseen: Readonly<Record<string, Reason>> = {
  '1.27': reason('internal/buildcfg/exp.go:SizeSpecializedMalloc', 'Inside, small requests now have allocation functions made for their size. They take another way to the same slot.', '内部有变化：小请求如今按大小各走专门的分配函数，路不同，到的格子相同。'),
};
