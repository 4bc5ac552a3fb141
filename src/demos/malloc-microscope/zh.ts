import type { MicroscopePicture } from '../../engine/go/heap/microscope.ts';
import { pageCachePages } from '../../engine/go/heap/page-cache.ts';
import { mallocHeaderSize, maxTinySize } from '../../engine/go/request.ts';
import { maxSmallSize, pageSize } from '../../engine/go/size-classes.ts';
import { formatNumber } from '../../i18n/quantity.ts';
import { goErrors } from '../go-program.zh.ts';
import { chunkKiB, hex } from './levels.ts';
import type { MicroscopeWords } from './words.ts';

const bytes = (size: number): string => `${formatNumber(size)} 字节`;
const pages = (npages: number): string => `${formatNumber(npages)} 页`;
const percent = (share: number): string => `${formatNumber(100 * share, 1)}%`;

const fastSlow = (fast: string, slow: string): string => `快 ${fast} 次，慢 ${slow} 次`;

function objectNote({ made }: MicroscopePicture): string {
  if (!made) return '还没有请求';
  const { size, slot, request } = made;
  if (request.kind === 'tiny') return `${bytes(size)}，放进合用的 ${maxTinySize} 字节`;
  const waste = slot - size - (request.kind === 'small' ? request.header : 0);
  return `${formatNumber(slot)} 字节里的 ${bytes(size)}，${percent(waste / slot)} 没用上`;
}

const lists = { 'partial swept': '有空格的', 'partial unswept': '有空格、还没清扫的', 'full unswept': '满的、清扫后也许有空格的' } as const;

const words: MicroscopeWords = {
  title: 'malloc 显微镜',
  caption: '一次分配，五种放大倍数。能不往下走就不往下走：多数请求在手头的 span 里就有空格，再往下的各层一直是灰的。',
  controls: {},
  choices: {},
  presets: { odd: '多要一个字节', loop: '同样的请求，四百次', tiny: '微小对象合用', reuse: '回收之后', large: '小对象和大对象' },
  kinds: {
    tiny: '放进微小块', slot: '手头 span 的一个格子', refill: '换一个手头的 span', 'page-cache': '从 P 自己留的页里拿', 'page-cache-filled': 'P 给自己留页',
    request: '一个请求', full: '手头的 span 满了', central: '看一眼 mcentral', 'pages-wanted': '需要页', 'page-cache-miss': 'P 留的页不够', arena: '保留一个 arena', due: '该回收了', pages: '从整个堆里拿页', grow: '堆变大', large: '独占一个 span', marked: '标记结束', swept: '清扫一个 span', freed: 'span 把页还回去', dropped: '变量放手',
  },
  events: {
    request: ({ size, spanClass, slot, header }) => (spanClass < 2 ? `${bytes(size)}是大对象：要整页。` : `${bytes(size)}${header > 0 ? `，前面再加 ${header} 字节放类型，` : ''}用一个 ${formatNumber(slot)} 字节的格子。`),
    full: ({ base }) => (base === undefined ? '这个 P 手头还没有这一级的 span。' : `手头的 span ${hex(base)} 没有空格了，交给 mcentral。`),
    central: ({ list, base }) => `mcentral，${lists[list]}：${base === undefined ? '没有。' : `${hex(base)} 的 span。`}`,
    'pages-wanted': ({ npages, cached }) => `新的 span 需要 ${pages(npages)}。${cached ? '这么少，先问 P 自己留的页。' : '这么多，要从整个堆里找。'}`,
    'page-cache-miss': ({ npages }) => `P 自己留的页里没有连着的 ${pages(npages)}。`,
    arena: ({ base, size }) => `向系统保留 ${hex(base)} 起的 ${formatNumber(size / 1024)} KiB 地址。`,
    due: ({ heapLive, trigger }) => `已经分配了 ${bytes(heapLive)}，触发线是 ${formatNumber(trigger)}：该回收了。`,
    tiny: ({ addr, size, offset }) => `${bytes(size)}在 ${hex(addr)}：微小块的第 ${offset} 字节。`,
    slot: ({ addr, index, skipped }) => `span 里第一个空格是 ${formatNumber(index)} 号：${hex(addr)}。${skipped === 0 ? '就是紧接着的那个。' : `数零跳过了 ${formatNumber(skipped)} 个在用的。`}`,
    refill: ({ base, fresh }) => (fresh ? `这些页成了新的 span ${hex(base)}，归 P 手头使用。` : `P 把 ${hex(base)} 的 span 拿到手头。`),
    'page-cache': ({ base, npages }) => `${hex(base)} 起的 ${pages(npages)}，出自这个 P 留好的 ${pageCachePages} 页。不用锁。`,
    'page-cache-filled': ({ base }) => `P 把 ${hex(base)} 起 ${pageCachePages} 页里空着的都留给自己。一把锁，管这么多页。`,
    pages: ({ base, npages }) => `${hex(base)} 起的 ${pages(npages)}：够长的空段里地址最低的一段。`,
    grow: ({ base, size }) => `堆里没有这么长的空段。从 ${hex(base)} 起增加 ${formatNumber(size / 1024)} KiB。`,
    large: ({ addr, npages }) => `超过 ${bytes(maxSmallSize - mallocHeaderSize)}的对象独占一个 span：${hex(addr)} 起的 ${pages(npages)}。`,
    marked: ({ objects }) => `${formatNumber(objects)} 个格子还能到达，都标记了。`,
    swept: ({ base, live }) => `清扫 ${hex(base)} 的 span：${formatNumber(live)} 格在用。标记位从此就是分配位。`,
    freed: ({ base, npages }) => `${hex(base)} 的 span 里没有活的对象：${pages(npages)}还回去。`,
    dropped: ({ addr, size }) => `变量放开了 ${hex(addr)} 处的 ${bytes(size)}。什么也没发生：格子要等到回收才空出来。`,
  },
  op: ({ text }) => `下一步：${text}`,
  answer: ({ text }, addr) => (addr === undefined ? `${text}。` : `${text} 在 ${hex(addr)}。`),
  end: '每次分配只走到第一个拿得出的那一层，不再往下。',
  errors: {
    ...goErrors,
    budget: () => '这个程序没能及时结束。',
  },
  help: '一点点 Go：p := new(T)，s := make([]T, n)，s[0] = new(T)，s[0] = p，p = nil，runtime.GC()，for i := range 8 { … }。T 可以是 Go 自带的类型、数组、切片、struct{ … }。',
  guess: { title: '猜下一个地址', ask: ({ text }) => `${text} 会在哪里？`, unread: (text) => `“${text.slice(0, 20)}”不是地址。用十六进制写，例如 0x31a900` },
  levels: {
    object: { name: '对象', note: objectNote },
    mcache: {
      name: 'mcache：手头的 span',
      note: ({ span, fast, slow }) => `${span ? `${hex(span.base)}，${formatNumber(span.taken.length)} 格空 ${formatNumber(span.taken.filter((taken) => !taken).length)}` : '没有'}${fast + slow > 1 ? ` · ${fastSlow(formatNumber(fast), formatNumber(slow))}` : ''}`,
    },
    mcentral: {
      name: 'mcentral：同级的其他 span',
      note: ({ central }) => (central.length === 0 ? '这里没有等着的' : `${formatNumber(central.filter(({ list }) => list === 'partial').length)} 个有空格，${formatNumber(central.filter(({ list }) => list === 'full').length)} 个已满`),
    },
    mheap: { name: `mheap：${pageSize / 1024} KiB 的页`, note: ({ pages: found }) => (found ? `${hex(found.base)} 起的一个 chunk` : '') },
    system: { name: `系统：${chunkKiB} KiB 的 chunk`, note: ({ chunks }) => `到现在 ${formatNumber(chunks.length)} 个` },
  },
  parts: { header: '类型', asked: (size) => `要的 ${size}`, waste: (size) => `没用上的 ${size}` },
  slot: (index, addr, taken) => `${index} 号格子，${addr}，${taken ? '在用' : '空着'}`,
  page: { span: '属于这个 span', cache: '留给这个 P', other: '属于别的 span', free: '空着' },
  free: (npages) => `空 ${npages} 页`,
  chunk: (base, free) => `${base}，空 ${free} 页`,
  facts: { request: '请求', address: '地址', reached: '走到', tally: '到现在', none: '还没有', fastSlow },
};
export default words;
