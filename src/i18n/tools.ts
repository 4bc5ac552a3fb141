import type { Words } from './chapters.ts';

/** A page for the reader's own data, as the contents list it. */
export interface Tool {
  /** Last part of its address: `/en/tools/process/`. */
  readonly slug: string;
  readonly title: Words;
  readonly question: Words;
}

export const tools: readonly Tool[] = [
  {
    slug: 'process',
    title: { en: 'Your process', zh: '看你的进程' },
    question: { en: 'Paste smaps, heap?debug=1 or /metrics: what is its memory made of, and what does Go not count?', zh: '贴上 smaps、heap?debug=1 或 /metrics：内存由什么组成，哪些 Go 没有计数？' },
  },
  {
    slug: 'gctrace',
    title: { en: 'Your gctrace', zh: '看你的 gctrace' },
    question: { en: 'Paste its lines: what does each number mean, and is the goal what it should be?', zh: '把这些行贴进来：每个数是什么意思，目标算得对不对？' },
  },
  {
    slug: 'trace',
    title: { en: 'Your malloc trace', zh: '看你的 malloc trace' },
    question: { en: 'Drop a trace of your program: how would another allocator have served it?', zh: '拖入你的程序的 trace：换一个分配器会怎样？' },
  },
];
