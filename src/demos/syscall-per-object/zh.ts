import { objectBytes, pageBytes } from '../../engine/memory/object-pages.ts';
import { formatBytes, formatNumber } from '../../i18n/quantity.ts';
import type { ObjectWords } from './words.ts';

const bytes = (size: number): string => formatBytes(size, 'zh');
const named = ({ from, to }: { readonly from: number; readonly to: number }): string => (to - from === 1 ? `对象 ${from}` : `对象 ${from} 到 ${to - 1}`);

const words: ObjectWords = {
  title: '每个对象一次系统调用',
  caption: `${objectBytes} 字节的对象各自映射，就各占一页，一页的 ${pageBytes / objectBytes} 份里只用一份。要一个，就是一次调用、一次缺页；隔一个还一个，映射表越拆越长，直到内核拒绝。`,
  controls: {},
  choices: {},
  presets: { handful: '几个对象', holes: '隔一个还一个', limit: '撞上上限，在 Linux 上录下的' },
  kinds: { map: '映射新页', fault: '缺页', unmap: '解除映射', refuse: '内核拒绝' },
  events: {
    map: ({ pages, lines }) => `mmap ${formatNumber(pages.length)} 次，每次一页。相邻的页合成一段映射：还是 ${formatNumber(lines)} 行。`,
    fault: ({ pages }) => `每一页第一次被写时都会缺页：内核找出一页并清零，一共 ${formatNumber(pages.length)} 次。`,
    unmap: ({ pages, lines, more }) => `munmap ${formatNumber(pages.length)} 次。${more > 0 ? `在两页之间挖一个洞，一段映射就断成两段：多出 ${formatNumber(more)} 行，共 ${formatNumber(lines)} 行。${pages.length > more ? '在映射边上的页，还了也不多一行。' : ''}` : `现在是 ${formatNumber(lines)} 行。`}`,
    refuse: ({ page, calls, lines }) => `第 ${formatNumber(calls)} 次 munmap（对象 ${formatNumber(page)}）失败：它要把一段映射断成两段，可已经有 ${formatNumber(lines)} 行，不能再多了。错误是 Cannot allocate memory。`,
  },
  op: (op) => {
    switch (op.do) {
      case 'map': return `下一步：${formatNumber(op.count)} 个对象，每个 mmap 一次。`;
      case 'unmap': return `下一步：对${named(op)} 调用 munmap。`;
      case 'thin': return '下一步：隔一个对象 munmap 一个。';
    }
  },
  answer: (_op, { calls, refused, lines }) => `调用 ${formatNumber(calls)} 次${refused ? '，最后一次失败' : ''}；映射表 ${formatNumber(lines)} 行。`,
  end: '单独映射的对象，再小也要一次调用、一次缺页、一整页。',
  errors: {
    many: ({ most }) => `一个程序最多 ${formatNumber(Number(most))} 个对象。`,
    gone: ({ object }) => `现在没有对象 ${object}。对象从 0 数起。`,
    long: ({ most }) => `程序最多 ${formatNumber(Number(most))} 行。`,
    verb: ({ verb }) => `没有“${verb}”这个操作。可用的有 map 和 unmap。`,
    count: ({ text }) => `“${text}”不是对象的个数。可以写 map 8。`,
    range: ({ text }) => `“${text}”没有指明哪些对象。可以写 unmap 3、unmap 0-7 或 unmap every second。`,
  },
  help: '一行一个操作：map 8 · unmap 3 · unmap 0-7 · unmap every second（隔一个还一个）。对象从 0 数起，从最高的页往下排；还回去的页会先被用上。# 开头是注释。',
  lanes: { each: '各自 mmap', bump: '只挪指针', lines: '/proc/PID/maps' },
  taken: (taken, asked) => `要 ${bytes(asked)}，占 ${bytes(taken)}`,
  cost: (calls, faults) => `系统调用 ${formatNumber(calls)} 次，缺页 ${formatNumber(faults)} 次`,
  ofLimit: (lines, most) => `${formatNumber(lines)} 行，上限 ${formatNumber(most)} 行`,
  linesRule: (before) => `连着的页算一行；开始时有 ${formatNumber(before)} 行`,
  pointer: '下一个',
  page: (number) => `对象 ${number}：${bytes(pageBytes)} 里用了 ${bytes(objectBytes)}`,
  bumped: (live, size) => `${bytes(size)}，${live ? '在用' : '已释放，不会再用'}`,
  unused: (size) => `${bytes(size)}，还没分出去`,
  room: (lines) => `还容得下 ${formatNumber(lines)} 行`,
  facts: {
    asked: `要了：现有的对象，每个 ${objectBytes} 字节`,
    taken: '占了：写过且没还回去的页',
    calls: '系统调用：每次 mmap 和每次 munmap',
    faults: '缺页：每一页的第一次写',
    lines: '/proc/PID/maps 的行：权限相同、连在一起的页算一行',
  },
  both: (each, bump) => `${each}；挪指针则是 ${bump}`,
  bytes,
  number: (value) => formatNumber(value),
};
export default words;
