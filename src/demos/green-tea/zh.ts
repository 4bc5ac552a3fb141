import { lineSize } from '../../engine/go/mark-order/line-cache.ts';
import type { VisitEvent } from '../../engine/go/mark-order/mark-order.ts';
import { formatNumber } from '../../i18n/quantity.ts';
import { cacheLines } from './controls.ts';
import type { TeaWords } from './words.ts';

const words: TeaWords = {
  title: 'Green Tea 和漫灌',
  caption: '同样的对象标记两遍。一行是一页，数字是这个对象在第几次里扫描的。漫灌是下一个指针指到哪里就去哪里。Green Tea 让页先等着，轮到了，再把里面已经发现的一次扫完。“行”是为此要从内存取的缓存行。',
  controls: { shape: '堆', pages: '页数' },
  choices: { random: '指针到处指', shuffled: '打乱的切片', tree: '树', list: '链表' },
  presets: { random: '指针到处指', shuffled: '打乱的指针切片', tree: '刚建好的树', list: '链表' },
  kinds: { first: '第一次去这一页', again: '又去这一页' },
  events: {
    first: (event) => visit(event),
    again: (event) => visit(event),
  },
  op: ({ by }) => (by === 'flood' ? '下一步：漫灌来标记，最后发现的对象最先扫描。' : '下一步：Green Tea 来标记，页在队列里等，等得最久的先来。'),
  answer: ({ by }, { visits, objects, fetched: { object, record } }) => `${by === 'flood' ? '漫灌' : 'Green Tea'}：${formatNumber(objects)} 个对象，去了 ${formatNumber(visits)} 次，从内存取了 ${formatNumber(object + record)} 个缓存行。`,
  end: '两边标记的对象一样。',
  errors: {},
  help: `对象 512 字节，一页十五个。下一个对象在别的页里，这一次就算结束。只有一个 P；别的 P 会从队列里拿走的，这里不算。缓存行是 ${formatNumber(lineSize)} 字节，缓存放得下 ${formatNumber(cacheLines)} 行，最久没用的先让出来：它比这个小小的堆，正如真的缓存比几百万个对象。算进去的有根、队列、标记位、指针位、找到这些要经过的，以及每个对象的第一行，指针都在那里。预取和向量指令不算。`,
  names: { flood: '漫灌', tea: 'Green Tea' },
  visits: (visits, objects) => (visits === 0 ? '还没开始' : `去了 ${formatNumber(visits)} 次，每次 ${formatNumber(objects / visits, 1)} 个对象`),
  linesOf: (by) => (by === 'flood' ? '漫灌，取的缓存行' : 'Green Tea，取的缓存行'),
  lines: ({ object, record }) => `${formatNumber(object + record)}：对象 ${formatNumber(object)}，标记、span 和队列 ${formatNumber(record)}`,
  figure: (visits, lines) => (visits === 0 ? '还没开始' : `去了 ${formatNumber(visits)} 次，取 ${formatNumber(lines)} 行`),
  object: (index, page, nth) => `第 ${page} 页第 ${index} 个对象：${nth === undefined ? '还没发现' : nth === 0 ? '发现了，等着' : `第 ${nth} 次扫描`}`,
};

function visit({ by, nth, page, scanned, found, kind, waiting }: VisitEvent): string {
  return `${by === 'flood' ? '漫灌' : 'Green Tea'}第 ${formatNumber(nth)} 次：${kind === 'again' ? '又去' : '去'}第 ${page} 页，扫描 ${formatNumber(scanned.length)} 个，${found.length === 0 ? '没有新发现' : `发现 ${formatNumber(found.length)} 个`}；还有 ${formatNumber(waiting)} 个等着。`;
}
export default words;
