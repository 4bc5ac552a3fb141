import type { Locale } from './locales.ts';

/** A sentence in every language of the book. */
export type Words = Record<Locale, string>;

/** One chapter as the contents list it, written or not. */
export interface Chapter {
  /** File name in `content/en` and `content/zh`, and the last part of the URL. */
  readonly slug: string;
  /** As the contents number it: `1.1`. */
  readonly number: string;
  readonly title: Words;
  /** The question it answers. */
  readonly question: Words;
}

export interface Part {
  readonly number: string;
  readonly title: Words;
  readonly chapters: readonly Chapter[];
}

const chapter = (slug: string, title: Words, question: Words): Chapter => ({ slug, number: slug.slice(0, 3).replace('-', '.'), title, question });

/** The whole book, in reading order. A chapter without a file is listed as coming. */
export const parts: readonly Part[] = [
  {
    number: '1',
    title: { en: 'How Go divides memory', zh: 'Go 的内存划分' },
    chapters: [
      chapter(
        '1-1-process-memory',
        { en: 'Process memory', zh: '进程内存' },
        { en: 'Why does a small Go program claim hundreds of megabytes?', zh: '一个小小的 Go 程序，为什么占着几百 MiB 的地址？' },
      ),
      chapter(
        '1-2-stack',
        { en: 'The stack', zh: '栈内存' },
        { en: 'How can a hundred thousand goroutines each have a stack of their own?', zh: '十万个 goroutine 各有各的栈，内存怎么够用？' },
      ),
      chapter(
        '1-3-heap',
        { en: 'The heap', zh: '堆内存' },
        { en: 'Where does an object go when it escapes, and what lies around it?', zh: '逃逸的对象去了哪里，它的四周又是什么？' },
      ),
      chapter(
        '1-4-other-memory',
        { en: 'Other memory', zh: '其他内存' },
        { en: 'What does the runtime keep for itself, and who counts it?', zh: '运行时自己留了多少内存，账又记在哪里？' },
      ),
    ],
  },
  {
    number: '2',
    title: { en: 'The allocator', zh: '内存分配器' },
    chapters: [
      chapter(
        '2-1-why-an-allocator',
        { en: 'Why an allocator?', zh: '为什么要有内存分配器？' },
        { en: 'Why not ask the kernel each time?', zh: '每次都向内核要内存，不行吗？' },
      ),
      chapter(
        '2-2-allocator-algorithms',
        { en: 'Allocator algorithms', zh: '不同的内存分配器算法' },
        { en: 'The same trace under ten allocators: who wastes what, and why?', zh: '同一串申请交给十种分配器，各浪费在哪里？' },
      ),
      chapter(
        '2-3-go-allocator',
        { en: 'The Go allocator', zh: 'Go 内存分配器设计' },
        { en: 'What happens between new(T) and an address?', zh: '从 new(T) 到一个地址，中间发生了什么？' },
      ),
    ],
  },
  {
    number: '3',
    title: { en: 'The garbage collector', zh: '垃圾收集器' },
    chapters: [
      chapter(
        '3-1-gc-algorithms',
        { en: 'Collection algorithms', zh: '不同的垃圾收集算法' },
        { en: 'How does a machine know that nobody will ask for this again?', zh: '机器怎么知道一个对象再也不会有人用？' },
      ),
      chapter(
        '3-2-go-gc',
        { en: 'The Go collector', zh: 'Go 垃圾收集器设计' },
        { en: 'How does it mark a heap that changes under its hands?', zh: '堆一边在变，它一边怎么标记？' },
      ),
    ],
  },
];

/** Every chapter in reading order. */
export const chapters: readonly Chapter[] = parts.flatMap((part) => part.chapters);

/** The chapter of that file name; throws for a file the contents do not list. */
export function chapterOf(slug: string): Chapter {
  const found = chapters.find((each) => each.slug === slug);
  if (found) return found;
  throw new Error(`"${slug}" is not in src/i18n/chapters.ts; it lists: ${chapters.map((each) => each.slug).join(', ')}`);
}
