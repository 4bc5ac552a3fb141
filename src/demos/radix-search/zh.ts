import { heapBase, mostAtOnce } from '../../engine/go/heap/page-search.ts';
import { linuxGeometry, rootEntries } from '../../engine/go/heap/geometry.ts';
import { pageSize } from '../../engine/go/size-classes.ts';
import { formatNumber } from '../../i18n/quantity.ts';
import { hex, sizeText } from './demo.ts';
import { examples } from './read.ts';
import type { RadixWords } from './words.ts';

const pages = (count: number): string => `${formatNumber(count)} 页`;
const entries = (count: number): string => `${formatNumber(count)} 项`;
const at = (page: number): string => hex(heapBase + page * pageSize);
const { chunkPages } = linuxGeometry;

const words: RadixWords = {
  title: '基数树查找',
  caption: '够长的空闲页里，地址最低的一段在哪里？每一段堆都用三个数概括：开头有多长空着，最长的空闲有多长，结尾有多长空着。看一眼，整段就跳过去了。',
  controls: {},
  choices: {},
  presets: { far: '远处的一个空洞', straddle: '横跨两项的空闲', one: '只要一页', pointer: '下面都没有空闲', grow: '哪里都放不下' },
  kinds: { 'search-chunk': '捷径', level: '看一层', chunk: '一个 chunk 的位', grow: '堆增长' },
  events: {
    'search-chunk': ({ found }) => `searchAddr 说明它以下没有空闲。它所在的 chunk ${found ? '就有这些页，用不着查树' : '也许有，但只在它前面'}。`,
    level: ({ level, looked, max, start, then }) => {
      if (then === 'nothing') return `第 ${level} 层：看了 ${entries(looked)}，一直到地址空间的尽头，没有够长的。`;
      if (then === 'run') return `第 ${level} 层：看了 ${entries(looked)}。前面结尾空着的，加上这一项开头空着的 ${pages(start)}，合起来够长：找到了，不必往下走。`;
      return `第 ${level} 层：看了 ${entries(looked)}。最后一项里最长的空闲有 ${pages(max)}，往它里面走。`;
    },
    chunk: ({ base }) => `在这个 chunk 的 ${chunkPages} 个位里找：第一段够长的空闲在 ${hex(base)}。`,
    grow: ({ base, size }) => `堆在 ${hex(base)} 增长 ${sizeText(size)}，再找一遍。`,
  },
  op: (op) => (op.do === 'full' ? `下一步：堆增长 ${sizeText(op.npages * pageSize)}，全部占用。` : op.do === 'free' ? `下一步：${at(op.page)} 起释放 ${pages(op.npages)}。` : `下一步：要 ${pages(op.npages)}。`),
  answer: (op, page) => (page === undefined ? '' : `${pages(op.npages)}，在 ${at(page)}。`),
  end: '上面的数已经排除的页，一页也没有看。',
  errors: {
    line: ({ text }) => `看不懂“${text}”。可以写 ${examples.full}、${examples.free}、${examples.far} 或者 ${examples.alloc}。`,
    pages: ({ text, least, most }) => `“${text}”不是 ${formatNumber(Number(least))} 到 ${formatNumber(Number(most))} 个 ${pageSize / 1024} KiB 的整页。`,
    most: ({ most }) => `这张图的堆最大 ${sizeText(Number(most) * pageSize)}。`,
    beyond: ({ page, pages: count }) => `堆只有 ${formatNumber(Number(count))} 页，没有第 ${formatNumber(Number(page))} 页。`,
    twice: ({ page }) => `第 ${formatNumber(Number(page))} 页本来就空着。`,
    long: ({ most }) => `程序最多 ${most} 行。`,
    budget: () => '这个程序没能及时结束。',
  },
  help: `${examples.full}：堆增长这么多，全部占用。${examples.run}：从第一个数那一页起，释放第二个数那么多页；${examples.far} 从某个偏移算起。${examples.alloc}：要这么多页，最多 ${formatNumber(mostAtOnce)} 页。`,
  level: (level, size) => `第 ${level} 层 · 一项 ${size}`,
  bits: '一个 chunk 的各页',
  note: (looked, of, skipped) => [looked > 0 ? `${formatNumber(of)} 项看了 ${formatNumber(looked)} 项` : `${formatNumber(of)} 项`, ...(skipped ? [`跳过 ${skipped}`] : [])].join(' · '),
  triple: 'mpagealloc.go:find · start、max、end，单位是页',
  unseen: '用不着',
  entry: (addr, { start, max, end }) => (max === 0 ? `${addr}：没有空闲` : `${addr}：开头空 ${pages(start)}，最长 ${pages(max)}，结尾空 ${pages(end)}`),
  page: (addr, state) => `${addr}：${{ free: '空闲', taken: '占用', given: '刚给出' }[state]}`,
  all: '全空',
  facts: { heap: '堆', searchAddr: 'searchAddr', wanted: '要的', given: '给的', looked: `看过的（根有 ${formatNumber(rootEntries(linuxGeometry))} 项，每项下面八项）`, passed: '跳过的', none: '无' },
  pages,
  entries,
};
export default words;
