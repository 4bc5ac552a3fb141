import type { HugeEvent } from '../../engine/memory/huge/huge-machine.ts';
import { examples } from '../../engine/memory/huge/huge-program.ts';
import { pageKiB, regionPages, type Collapse } from '../../engine/memory/huge/huge-region.ts';
import { formatNumber } from '../../i18n/quantity.ts';
import type { HugeWords } from './words.ts';

const kib = (size: number): string => `${formatNumber(size)} KiB`;
const pages = (from: number, to: number): string => (to - from === 1 ? `第 ${from} 页` : `第 ${from} 到 ${to - 1} 页`);

const why: { readonly [Outcome in Exclude<Collapse, 'made'>]: (missing: number) => string } = {
  'huge already': () => '这里已经是大页了。',
  'not allowed': () => '这里不许有大页。',
  'too many missing': (missing) => `缺了 ${missing} 页，max_ptes_none 不许缺这么多。`,
  'nothing there': () => '这里一页也没有。',
};

function made(who: string) {
  return ({ outcome, missing, moved }: Extract<HugeEvent, { kind: 'collapse' | 'khugepaged' }>): string =>
    outcome === 'made' ? `${who} 把在的页抄进一个大页。谁也没要的 ${missing} 页跟着来了，Rss 增加 ${kib(moved * pageKiB)}。` : `${who} 什么也没动。${why[outcome](missing)}`;
}

const words: HugeWords = {
  title: '大页',
  caption: `一个大页那么多的地址，一格是一页，${kib(pageKiB)}。允许大页的地方，碰一页就来一整个。还回去的，khugepaged 可能又拿回来。`,
  controls: { enabled: 'enabled', none: 'max_ptes_none' },
  choices: {},
  presets: { touch: '只碰一页', again: '还掉一半', asked: '要了才给', holes: '少许几个洞' },
  kinds: { write: '写', free: '归还', advice: '建议', collapse: 'MADV_COLLAPSE', khugepaged: 'khugepaged' },
  events: {
    write: ({ from, to, moved, huge }) => moved === 0 ? `程序写${pages(from, to)}：本来就在。` : moved > to - from
      ? `程序写${pages(from, to)}。这里可以有大页，内核就给了一个：一下子 ${kib(moved * pageKiB)}。`
      : `程序写${pages(from, to)}：来了 ${moved} 页，${kib(moved * pageKiB)}${huge ? '，是一个大页' : ''}。`,
    free: ({ from, to, moved }) => `对${pages(from, to)}调用 madvise(MADV_DONTNEED)，Rss 减少 ${kib(moved * pageKiB)}。大页只还一部分，就不再是大页了。`,
    advice: ({ advice }) => (advice === 'huge' ? 'madvise(MADV_HUGEPAGE)：从现在起这里可以有大页，除非设置是 never。' : 'madvise(MADV_NOHUGEPAGE)：从现在起这里不再造大页。已经有的不动。'),
    collapse: made('madvise(MADV_COLLAPSE)'),
    khugepaged: made('khugepaged'),
  },
  op: (op) => {
    switch (op.do) {
      case 'write': return `下一步：程序写${pages(op.from, op.to)}。`;
      case 'free': return `下一步：程序归还${pages(op.from, op.to)}。`;
      case 'huge': return '下一步：madvise(MADV_HUGEPAGE)。';
      case 'nohuge': return '下一步：madvise(MADV_NOHUGEPAGE)。';
      case 'collapse': return '下一步：madvise(MADV_COLLAPSE)。';
      case 'khugepaged': return '下一步：khugepaged 来了。';
    }
  },
  answer: (_op, { rssKiB, hugeKiB }) => `Rss ${kib(rssKiB)}，AnonHugePages ${kib(hugeKiB)}。`,
  end: '还回去的，要没有人来填这个洞，才一直不在。',
  errors: {
    line: ({ text }) => `看不懂“${text}”。可以写 ${examples.join('，或者 ')}。`,
    pages: ({ first, last, most }) => `第 ${first} 到 ${last} 页不在 0 到 ${most} 之间，或者先后反了。`,
    long: ({ most }) => `程序最多 ${most} 行。`,
    budget: () => '这个程序没能及时结束。',
  },
  help: `一行一个操作：${examples.join(' · ')}。页从 0 编到 ${regionPages - 1}。huge、nohuge 和 collapse 都是 madvise；khugepaged 是内核的线程。# 开头是注释。`,
  page: (index, present, written) => `第 ${index} 页：${!present ? '不在' : written ? '写过' : '在，可谁也没写过'}`,
  counters: {
    written: ['写过的', '程序用到的'],
    Rss: ['Rss', '在内存里的'],
    AnonHugePages: ['AnonHugePages', '其中属于大页的'],
  },
  kib,
};
export default words;
