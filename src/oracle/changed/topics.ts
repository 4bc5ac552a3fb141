import type { Subject } from '../changes.ts';
import { words, type Words } from '../tables/table.ts';

/** What a Go programmer looks for on the page; each holds the subjects that are told together, in this order. */
export interface Topic {
  /** Part of the anchor: `go-1-26-objects`. */
  readonly id: string;
  readonly name: Words;
  readonly subjects: readonly Subject[];
}

const topic = (id: string, en: string, zh: string, ...subjects: Subject[]): Topic => ({ id, name: words(en, zh), subjects });

/** From the process map inwards. */
export const topics = [
  topic('start', 'Start-up and VIRT', '启动与 VIRT', 'VIRT', 'startup'),
  topic('base', 'Where the heap starts', '堆从哪里开始', 'heap base'),
  topic('growth', 'How the heap is mapped', '堆怎样映射', 'heap mapping'),
  topic('arena', 'Bookkeeping per arena', '每个 arena 的账目', 'heapArena'),
  topic('sizes', 'Sizes and rounding', '大小与取整', 'size class', 'bytes charged', 'rounding without pointers', 'rounding with pointers'),
  topic('objects', 'Objects in a page', '一页放几个对象', 'objects in a page'),
  topic('append', 'append', 'append', 'append'),
  topic('goroutines', 'A goroutine’s bill', '一个 goroutine 的开销', 'goroutine'),
  topic('stacks', 'Stacks', '栈', 'stack', 'first stack'),
  topic('huge-pages', 'Huge pages', '大页', 'huge pages'),
  topic('goals', 'Heap goals', '堆目标', 'heap goal'),
  topic('gctrace', 'gctrace', 'gctrace', 'gctrace'),
  topic('escapes', 'What escapes', '什么会逃逸', 'escape'),
] as const satisfies readonly Topic[];
