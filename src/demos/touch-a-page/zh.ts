import { formatBytes, formatNumber } from '../../i18n/quantity.ts';
import type { TouchWords } from './words.ts';

const count = (pages: number): string => `${formatNumber(pages)} 页`;
const range = ({ from, to }: { from: number; to: number }): string => (to - from === 1 ? `第 ${from} 页` : `第 ${from} 到 ${to - 1} 页`);

const words: TouchWords = {
  title: '碰一下页',
  caption: '四个计数器，四条规则：保留地址只动 VIRT，映射才动 HeapSys，把页交给 span 才动 HeapReleased；只有第一次写才动 RSS。',
  controls: {},
  choices: {},
  presets: { life: 'Go 里一页的一生', lazily: '用 MADV_FREE 归还', recorded: '在 Linux 上录下的程序' },
  kinds: { reserve: '保留', map: '映射', use: '交给 span', fault: '缺页', hit: '命中，不缺页', release: '归还', reclaim: '内核回收', unmap: '解除映射' },
  events: {
    reserve: ({ pages }) => `用 PROT_NONE 的 mmap 保留 ${count(pages)}。VIRT 涨了 ${formatBytes(pages * 4096, 'zh')}，背后还没有一点内存。`,
    map: ({ pages }) => `mmap 让 ${count(pages)}可读可写。HeapSys 涨了，HeapReleased 也跟着涨：映射了，可还没人用。`,
    use: ({ pages }) => `运行时把 ${count(pages)}交给一个 span。HeapReleased 降了，内核毫不知情。`,
    fault: ({ page, pages, write }) => write
      ? `第一次写第 ${page} 页${pages > 1 ? `和后面 ${pages - 1} 页` : ''}：缺页 ${formatNumber(pages)} 次，每次拿到一页清零的内存。RSS 涨 ${formatBytes(pages * 4096, 'zh')}。`
      : `第一次读第 ${page} 页${pages > 1 ? `和后面 ${pages - 1} 页` : ''}：内核只把公用的零页映射过来，RSS 不动。`,
    hit: ({ pages }) => `${count(pages)}早就在了：不缺页，什么都不变。`,
    release: ({ pages, lazily }) => lazily
      ? `对 ${count(pages)}调用 madvise(MADV_FREE)。Go 记为已归还；内核要等缺内存时才拿走，RSS 不降。`
      : `对 ${count(pages)}调用 madvise(MADV_DONTNEED)。内核当场拿走：RSS 降，VIRT 不降。`,
    reclaim: ({ pages }) => (pages === 0 ? '内核缺内存了，可这里没有能拿的。' : `内核缺内存，拿走先前归还的 ${count(pages)}。这时 RSS 才降。`),
    unmap: ({ pages }) => `munmap 连 ${count(pages)}的地址一起还掉。Go 的堆从不这么做。`,
  },
  op: (op) => {
    switch (op.do) {
      case 'reserve': return `下一步：保留 ${count(op.pages)}。`;
      case 'reclaim': return '下一步：内核缺内存了。';
      case 'unmap': return '下一步：解除整段映射。';
      case 'map': return `下一步：映射${range(op)}。`;
      case 'use': return `下一步：把${range(op)}交给 span。`;
      case 'write': return `下一步：写${range(op)}。`;
      case 'read': return `下一步：读${range(op)}。`;
      case 'dontneed': case 'free': return `下一步：用 ${op.do === 'free' ? 'MADV_FREE' : 'MADV_DONTNEED'} 归还${range(op)}。`;
    }
  },
  answer: (_op, { virt, rss }) => `VIRT 是 ${formatBytes(virt, 'zh')}，RSS 是 ${formatBytes(rss, 'zh')}。`,
  end: '只有第一次写入才让 RSS 上涨。',
  errors: {
    reserved: () => '这段地址已经保留过了，一个程序只有一段。',
    pages: ({ most }) => `一段至少 1 页，至多 ${formatNumber(Number(most))} 页。`,
    outside: ({ pages }) => (pages === 0 ? '先用 reserve 保留一段地址。' : `这段只有 ${formatNumber(Number(pages))} 页，从 0 数起。`),
    fault: ({ page }) => `第 ${page} 页只是保留，还没映射，一碰就是段错误。先 map。`,
    long: ({ most }) => `程序最多 ${formatNumber(Number(most))} 行。`,
    verb: ({ verb }) => `没有“${verb}”这个操作。可用的有 reserve、map、use、write、read、dontneed、free、reclaim、unmap。`,
    size: ({ text }) => `“${text}”不是整页的大小。可以写 64、256 KiB 或 64 MiB。`,
    range: ({ text }) => `“${text}”没有指明哪几页。可以写 7 或 0-63。`,
    extra: ({ verb }) => `${verb} 后面不该再有东西。`,
    budget: () => '这个程序没能及时结束。',
  },
  help: '一行一个操作：reserve 64 MiB · map 0-63 · use 0-31 · write 7 · read 8-9 · dontneed 0-7 · free 8-15 · reclaim · unmap。页从 0 数起，每页 4 KiB。# 开头是注释。',
  states: { none: '不存在', reserved: '只保留', mapped: '已映射，没写过', zero: '公用的零页', resident: '驻留', 'lazily free': '已归还，仍驻留' },
  page: (index, state, used) => `第 ${index} 页：${state}${used ? '，属于某个 span' : ''}`,
  rules: { VIRT: '保留或映射了的每一页', RSS: '背后真有自己内存的页', HeapSys: '堆里映射了的页', HeapReleased: '映射了、但没有 span 在用的页' },
  beyond: (pages) => `后面还有 ${count(pages)}`,
  pages: count,
  bytes: (size) => formatBytes(size, 'zh'),
};
export default words;
